"""Names that everybody who reads the news knows to be one: the Foreign Office is the FCDO, Britain the U.K.

The table ships as ``aliases.toml`` beside this module. A form is matched as a whole name, on its folded
form (case, accents and full stops aside), except that forms in capitals ("US", "WHO") must be printed so.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from articles.analysis.person_names import fold

_SHOUTED = re.compile(r"\b[A-Z]{2,} [A-Z]{2,} [A-Z]{2,}\b")


Kind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A well-known name with the other forms in which it is printed."""

    name: str
    kind: Kind
    forms: tuple[str, ...]


@cache
def table() -> tuple[Alias, ...]:
    """Return the shipped table."""
    with Path(__file__).with_name("aliases.toml").open("rb") as file:
        entries: dict[Kind, dict[str, list[str]]] = tomllib.load(file)  # type: ignore[assignment]
    return tuple(
        Alias(name=name, kind=kind, forms=tuple(forms))
        for kind, names in entries.items()
        for name, forms in names.items()
    )


@cache
def _by_form() -> dict[str, Alias]:
    return {key: alias for alias in table() for form in (alias.name, *alias.forms) for key in _keys(form)}


def _keys(form: str) -> tuple[str, ...]:
    """Capitals are part of a short form's identity: "US" is a country, "us" is not."""
    plain = form.replace(".", "")
    return (plain,) if plain.isupper() and len(plain) <= 5 else (fold(form), plain)


def lookup(name: str) -> Alias | None:
    """Return the entry that a printed name is a form of, None where the table has none."""
    plain = re.sub(r"^[Tt]he ", "", name.strip()).replace(".", "").replace("’", "'")
    return _by_form().get(plain) or _by_form().get(fold(plain) if not plain.islower() else "")


@cache
def _pattern() -> re.Pattern[str]:
    """Match the forms that are safe to find without the model: several words, or capitals."""
    forms = {
        form for alias in table() for form in (alias.name, *alias.forms) if " " in form or form.isupper()
    }
    choices = "|".join(re.escape(form).replace("'", "['’]") for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![\w\-.])(?:{choices})(?![\w\-])")


def occurrences(text: str) -> Iterator[tuple[re.Match[str], Alias]]:
    """Yield where the table's unmistakable forms are printed in a text."""
    for match in _pattern().finditer(text):
        if (alias := lookup(match.group())) and not is_shouted(text, *match.span()):
            yield match, alias


def is_shouted(text: str, start: int, end: int) -> bool:
    """Say whether a form in capitals stands in a headline of capitals, where "US" and "WHO" may be words."""
    return text[start:end].isupper() and bool(_SHOUTED.search(text[max(0, start - 12) : end + 12]))
