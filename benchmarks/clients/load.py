"""A client that asks for one page as fast as it is answered: ``load.py HOST PORT PATH SECONDS [ETAG]``.

A few connections that stay open, one thread, plain sockets, so that it takes as little as it can from the
server beside it. Prints the answers a second and the status they had.
"""

import json
import re
import selectors
import socket
import sys
from collections import Counter
from time import perf_counter

CONNECTIONS = 8

_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)


class Connection:
    """One connection, on which a request is always under way."""

    def __init__(self, host: str, port: int, request: bytes) -> None:
        self.socket = socket.create_connection((host, port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.request = request
        self.missing = 0
        self.head = b""

    def ask(self) -> None:
        self.socket.sendall(self.request)

    def hear(self) -> str:
        """Take in what has come; return the status once an answer is complete."""
        came = self.socket.recv(1 << 20)
        if not came:
            raise ConnectionError("The server closed the connection.")
        if self.missing:
            self.missing -= len(came)
            return "" if self.missing else self.head[9:12].decode()
        self.head += came
        if b"\r\n\r\n" not in self.head:
            return ""
        head, _, body = self.head.partition(b"\r\n\r\n")
        self.head = head
        length = _LENGTH.search(head)
        self.missing = (int(length[1]) if length else 0) - len(body)
        return "" if self.missing else head[9:12].decode()


def main(host: str, port: str, path: str, seconds: str, etag: str = "") -> None:
    """Ask, and print what came of it."""
    condition = f"If-None-Match: {etag}\r\n" if etag else ""
    request = f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\n{condition}\r\n".encode()
    waiting = selectors.DefaultSelector()
    for _ in range(CONNECTIONS):
        connection = Connection(host, int(port), request)
        waiting.register(connection.socket, selectors.EVENT_READ, connection)
        connection.ask()
    answers: Counter[str] = Counter()
    start = perf_counter()
    while (took := perf_counter() - start) < float(seconds):
        for ready, _ in waiting.select(timeout=1):
            if status := ready.data.hear():
                answers[status] += 1
                ready.data.head = b""
                ready.data.ask()
    print(json.dumps({"a_second": answers.total() / took, "statuses": dict(answers)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
