"""What was made once and stays true: kept in memory by a key that names the state it was made from.

    boards = Kept(limit=10_000)
    board = boards.made((mark, choices), make=lambda: comparison(source, choices=choices), weigh=cells)

A key never comes to mean something else, so nothing is ever taken back; what was not asked for the longest
goes when the weights of all would pass the limit. Each process has a memory of its own. Threads that ask for
the same thing at once wait for the one that makes it.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import Generic, TypeVar

Value = TypeVar("Value")

_MAKERS = 16
"""How many different things are made at once. A maker may ask for another thing, of another memory."""


class Kept(Generic[Value]):
    """Values by their keys, up to a limit of weight. What alone weighs more is made, and not kept."""

    def __init__(self, *, limit: int) -> None:
        self._limit = limit
        self._weight = 0
        self._values: OrderedDict[Hashable, tuple[Value, int]] = OrderedDict()
        self._lock = Lock()
        self._makers = [RLock() for _ in range(_MAKERS)]

    def get(self, key: Hashable) -> Value | None:
        """Return what is kept by the key."""
        with self._lock:
            if key not in self._values:
                return None
            self._values.move_to_end(key)
            return self._values[key][0]

    def put(self, key: Hashable, value: Value, *, weight: int) -> None:
        """Keep a value, and let go of those that were not asked for the longest where it weighs too much."""
        with self._lock:
            if key in self._values or weight > self._limit:
                return
            self._values[key] = value, weight
            self._weight += weight
            while self._weight > self._limit:
                _, (_, lighter) = self._values.popitem(last=False)
                self._weight -= lighter

    def made(self, key: Hashable, *, make: Callable[[], Value], weigh: Callable[[Value], int]) -> Value:
        """Return what is kept by the key; where nothing is, make it and keep it."""
        with self._makers[hash(key) % _MAKERS]:
            value = self.get(key)
            if value is None:
                value = make()
                self.put(key, value, weight=weigh(value))
            return value
