"""Days as readers write them, the same on every page and in every copy."""

from datetime import date


def day(value: date) -> str:
    """Return a date in full: 18 August 2024."""
    return f"{value.day} {value:%B %Y}"


def short_day(value: date) -> str:
    """Return a date for narrow places: 18 Aug 2024."""
    return f"{value.day} {value:%b %Y}"


def dated(published: date | None) -> str:
    """Return when an article was published, in few letters: 18 Aug 2024, or undated."""
    return short_day(published) if published else "undated"


def days(first: date, last: date) -> str:
    """Return a span of days: 18 August 2024, 18–19 August 2024, 30 August – 2 September 2024."""
    if first == last:
        return day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    start = f"{first.day} {first:%B}" if first.year == last.year else day(first)
    return f"{start} – {day(last)}"
