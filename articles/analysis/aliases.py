"""Names that everybody who reads the news knows to be one: the Foreign Office is the FCDO, Britain the U.K.

The table ships as ``aliases.toml`` beside this module, and editors add to it. A form is matched as a whole
name, on its folded form (case, accents and full stops aside), except that short forms in capitals ("US",
"WHO") must be printed so.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from articles.analysis.passages import Passage
from articles.analysis.person_names import fold

_WORD = re.compile(r"(?<![\w\-.])\w+")
_GOES_ON = re.compile(r"[\w\-]")
_SHOUTED = re.compile(r"\b[A-Z]{2,} [A-Z]{2,} [A-Z]{2,}\b")


Kind = Literal["person", "organisation", "place"]

_Forms = dict[str, list[str]]
"""Printed forms by their first word, the longest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name with the other forms in which it is printed."""

    name: str
    kind: Kind
    forms: tuple[str, ...]

    @property
    def printed(self) -> tuple[str, ...]:
        """The name and its other forms."""
        return (self.name, *self.forms)


@dataclass(frozen=True)
class AliasTable:
    """Aliases, found by their forms."""

    aliases: tuple[Alias, ...]

    def lookup(self, name: str) -> Alias | None:
        """Return the alias that a printed name is a form of, None where the table has none."""
        plain = _plain(name)
        return self._by_form.get(plain) or self._by_form.get(fold(plain) if not plain.islower() else "")

    def clashing(self, added: Alias) -> tuple[Alias, ...]:
        """Return the aliases that share a form with another one: two, if that would join two names."""
        return tuple({alias.name: alias for form in added.printed if (alias := self.lookup(form))}.values())

    def extended(self, added: Iterable[Alias]) -> "AliasTable":
        """Return the table with more aliases. One that shares a form with others becomes one with them.

        Its name and kind are then those of the added one, because an editor chose them.
        """
        table = self
        for alias in added:
            same = table.clashing(alias)
            forms = [form for other in same for form in other.printed] + list(alias.forms)
            merged = Alias(name=alias.name, kind=alias.kind, forms=tuple(dict.fromkeys(forms)))
            table = AliasTable((*(other for other in table.aliases if other not in same), merged))
        return table

    def occurrences(self, text: str) -> Iterator[tuple[Passage, Alias]]:
        """Yield where forms that are unmistakable stand in a text: several words, or capitals."""
        for place in _places(text, self._unmistakable):
            alias = self.lookup(place.of(text))
            if alias and not is_shouted(text, place.start, place.end):
                yield place, alias

    @cached_property
    def _by_form(self) -> dict[str, Alias]:
        return {key: alias for alias in self.aliases for form in alias.printed for key in _keys(form)}

    @cached_property
    def _unmistakable(self) -> _Forms:
        forms = {form for alias in self.aliases for form in alias.printed}
        return _by_first_word(form for form in forms if " " in form or form.isupper())


@cache
def shipped() -> AliasTable:
    """Return the table that ships with Newsroom."""
    with Path(__file__).with_name("aliases.toml").open("rb") as file:
        entries: dict[Kind, dict[str, list[str]]] = tomllib.load(file)  # type: ignore[assignment]
    return AliasTable(
        tuple(
            Alias(name=name, kind=kind, forms=tuple(forms))
            for kind, names in entries.items()
            for name, forms in names.items()
        )
    )


def lookup(name: str) -> Alias | None:
    """Return the shipped alias that a printed name is a form of, None where there is none."""
    return shipped().lookup(name)


def places(text: str, forms: Iterable[str]) -> Iterator[Passage]:
    """Return where any of the forms is printed as given, the longest of those that begin at one place."""
    return _places(text, _by_first_word(forms))


def is_shouted(text: str, start: int, end: int) -> bool:
    """Say whether a form in capitals stands in a headline of capitals, where "US" and "WHO" may be words."""
    return text[start:end].isupper() and bool(_SHOUTED.search(text[max(0, start - 12) : end + 12]))


def _keys(form: str) -> tuple[str, ...]:
    """Capitals are part of a short form's identity: "US" is a country, "us" is not."""
    plain = _plain(form)
    return (plain,) if plain.isupper() and len(plain) <= 5 else (fold(plain), plain)


def _plain(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name.strip()).replace(".", "").replace("’", "'")


def _by_first_word(forms: Iterable[str]) -> _Forms:
    found: _Forms = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        straight = form.replace("’", "'")
        if first := _WORD.search(straight):
            found.setdefault(first.group(), []).append(straight)
    return found


def _places(text: str, forms: _Forms) -> Iterator[Passage]:
    straight = text.replace("’", "'")
    done = 0
    for word in _WORD.finditer(straight):
        start = word.start()
        for form in forms.get(word.group(), ()) if start >= done else ():
            end = start + len(form)
            if straight.startswith(form, start) and not _GOES_ON.match(straight, end):
                yield Passage(start=start, end=end)
                done = end
                break
