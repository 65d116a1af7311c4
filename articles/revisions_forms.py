"""Which two texts of an article to hold against each other, checked."""

from collections.abc import Sequence
from typing import Any

from django import forms

_UNKNOWN = "We hold no text of that number. The last change is shown."
_SAME = "The address names one text twice. What it changed is shown."
_BACKWARDS = "Texts are shown from the earlier to the later one."


class RevisionsForm(forms.Form):
    """The numbers of two texts, from the address: the last change, unless it asks for another one."""

    def __init__(self, *args: Any, numbers: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._numbers = numbers
        for name in ("from", "to"):
            self.fields[name] = forms.TypedChoiceField(
                required=False,
                coerce=int,
                empty_value=None,
                choices=[(number, number) for number in numbers],
            )

    def chosen(self) -> tuple[int, int]:
        """Return the numbers of the earlier and the later text. There are at least two."""
        older, newer = self._asked()
        if newer is None:
            newer = self._numbers[-1]
        if older is None or older == newer:
            older = self._before(newer)
        return min(older, newer), max(older, newer)

    def notices(self) -> list[str]:
        """Return a sentence for what in the address could not be followed."""
        older, newer = self._asked()
        if self.errors:
            return [_UNKNOWN]
        if older is None or newer is None or older < newer:
            return []
        return [_SAME if older == newer else _BACKWARDS]

    def _asked(self) -> tuple[int | None, int | None]:
        self.is_valid()
        if self.errors:
            return None, None
        return self.cleaned_data["from"], self.cleaned_data["to"]

    def _before(self, number: int) -> int:
        """Return the text before one; the first has only the one after it."""
        at = self._numbers.index(number)
        return self._numbers[at - 1] if at else self._numbers[1]
