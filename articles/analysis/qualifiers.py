"""The words beside a number that say how exact it is: "more than 300", "200 or more", "70-odd", "500+"."""

import re

_QUALIFIERS = (
    r"(?:just|well|only|slightly|a little|significantly) (?:over|under|above|below|more than|less than)",
    r"(?:no |not |slightly |far |many )?(?:more|less|fewer|greater|higher|lower|better) than",
    r"at (?:least|most)",
    r"up to",
    r"as (?:many|much|few|little|high|low) as",
    r"upwards? of",
    r"in excess of",
    r"close to",
    r"(?:an )?estimated",
    r"an? (?:total|average|estimated total) of",
    r"an? (?:record|further|minimum of|maximum of)",
    r"over|under|above|below|about|around|approximately|roughly|nearly|almost|some|exactly|only|just",
    r"exceeding|exceeded|topped|nearing|another|additional",
)
_BEFORE = re.compile(
    rf"\b({'|'.join(_QUALIFIERS)})(?: an?| the)? $".replace(" ", r"[ \u00a0]"),
    re.IGNORECASE,
)
_AFTER = re.compile(r"[ \u00a0](or (?:more|less|fewer|so))\b|[-‑ \u00a0](odd)\b", re.IGNORECASE)
_DURING = re.compile(
    r"(?<!for )(?<!after )(?<!lasted )(?<!took )(?<!of )(?<!just )(?<!well )\bover[ \u00a0]$"
)
_TIME = re.compile(r"[ \u00a0](?:days|weeks|months|years|decades)\b")


def of_number(text: str, start: int, end: int) -> str | None:
    """Return the qualifier of the number at ``text[start:end]`` as printed, in lower case; None without one.

    The "over" of "£5m over 10 years" is none, as it means "during".
    """
    if text.startswith("+", end):
        return "+"
    window = text[max(0, start - 30) : start]
    before = _BEFORE.search(window)
    if before and not (_DURING.search(window) and _TIME.match(text, end)):
        return re.sub(r"\s+", " ", before[1].lower())
    after = _AFTER.match(text, end)
    return (after[1] or after[2]).lower() if after else None
