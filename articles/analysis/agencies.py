"""News agencies by the names that articles give them, and whether two names mean one source.

The Associated Press, Associated Press, AP        one agency
AFP, Agence France-Presse                         one agency
“CNN (Web News)” and CNN                          one outlet, which does not copy itself
Quds News Network and qudsnen                     one outlet: the second is its name as an address
"""

import re
from functools import cache

_AGENCIES = (
    ("Reuters", "Thomson Reuters"),
    ("The Associated Press", "Associated Press", "AP"),
    ("AFP", "Agence France-Presse", "Agence France Presse"),
    ("PA Media", "the PA news agency", "PA news agency", "Press Association", "PA"),
    ("United Press International", "UPI"),
    ("dpa", "Deutsche Presse-Agentur"),
    ("Xinhua", "Xinhua News Agency"),
    ("TASS", "ITAR-TASS"),
    ("Interfax",),
    ("RIA Novosti",),
    ("Ukrinform",),
    ("ANSA",),
    ("EFE", "Agencia EFE"),
    ("Kyodo News", "Kyodo"),
    ("Yonhap", "Yonhap News Agency"),
    ("KCNA",),
    ("Press Trust of India", "PTI"),
    ("Asian News International", "ANI"),
    ("Indo-Asian News Service", "IANS"),
    ("Bernama",),
    ("Antara",),
    ("Australian Associated Press", "AAP"),
    ("The Canadian Press", "Canadian Press"),
    ("Anadolu Agency", "Anadolu"),
    ("WAFA",),
    ("IRNA",),
    ("Petra News Agency",),
    ("Inter Press Service", "IPS"),
    ("Bloomberg News", "Bloomberg"),
    ("CNN Wire", "CNN"),
)
"""Each agency's usual name before its other forms. CNN is one for the stations that print its reports."""

_NOT_CREDITED = ("Bloomberg", "CNN")
"""Forms that are no credit in running text: a man's name, and an outlet whose interviews others cite."""

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_WORD = re.compile(r"\w+")

PRINTED = "|".join(
    re.escape(form)
    for form in sorted((form for forms in _AGENCIES for form in forms), key=len, reverse=True)
    if form not in _NOT_CREDITED
)
"""A pattern of the forms that are a credit wherever they stand, longest first."""


@cache
def agency(name: str) -> str | None:
    """Return an agency's usual name for one of its forms, None for the name of anything else."""
    plain = _plain(name)
    return next((forms[0] for forms in _AGENCIES if plain in map(_plain, forms)), None)


@cache
def is_same(one: str, other: str) -> bool:
    """Say whether two names, of an outlet or of a source as credited, mean one publisher."""
    ours, theirs = _words(one), _words(other)
    if ours == theirs or _is_address_of(ours, theirs) or _is_address_of(theirs, ours):
        return True
    usual = _begins_with_agency(ours)
    return usual is not None and usual == _begins_with_agency(theirs)


def _begins_with_agency(words: tuple[str, ...]) -> str | None:
    """Return the agency whose name the words begin with: "CNN (Web News)", "AP News"."""
    return next(
        (forms[0] for forms in _AGENCIES for form in forms if words[: len(_words(form))] == _words(form)),
        None,
    )


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_plain(name)))


def _plain(name: str) -> str:
    return _ARTICLE.sub("", name.strip()).casefold()


def _is_address_of(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether one word is the other name drawn together: "qudsnen", of Quds News Network."""
    if len(one) != 1 or len(other) < 2 or len(other[0]) < 4 or not one[0].startswith(other[0]):
        return False
    left = iter("".join(other[1:]))
    return all(letter in left for letter in one[0][len(other[0]) :]) and one[0] != other[0]
