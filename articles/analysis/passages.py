"""Stretches of a text, and the paragraphs, sentences and tokens a text falls into.

All offsets are Unicode code points into the revision's own text, end exclusive, so that
``passage.of(text)`` is what was printed there, byte for byte.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A non-empty stretch of a text: ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"A passage needs 0 <= start < end, not {self.start}, {self.end}.")

    def of(self, text: str) -> str:
        """Return what is printed at this passage of its text."""
        return text[self.start : self.end]

    def covers(self, other: "Passage") -> bool:
        """Say whether the other passage lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Passage") -> bool:
        """Say whether the two passages share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Token(Passage):
    """A word or figure as printed, beside the normalised form that comparison uses.

    ``norm`` is lower case, with straight marks, no accents and one spelling of British and American forms.
    """

    text: str
    norm: str
