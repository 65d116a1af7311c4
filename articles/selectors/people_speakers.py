"""Which of a story's names a speaker is.

A quote tells its speaker by the fullest name that its article prints. That may be another form of a name that
the story knows, several people at once, or nobody's name:

    Mark Smith                      the person Mark Smith
    Foreign Office                  the organisation Foreign, Commonwealth and Development Office
    David Lammy; Stephane Sejourne  both of them: they said it together
    police                          another speaker, whatever its capitals
    (nothing)                       unknown
"""

from collections import defaultdict
from collections.abc import Iterable

from articles.selectors.folding import folded
from articles.selectors.people_stored import StoredName

UNKNOWN = ""
"""Who said it where nobody knows."""

Who = int | str
"""A name's key, or another speaker in lower case."""


class SpeakerIndex:
    """Finds the names of speakers. A form that two names share stands for neither."""

    def __init__(self, names: Iterable[StoredName]) -> None:
        self._by_form: dict[str, set[int]] = defaultdict(set)
        self._by_name: dict[str, int] = {}
        for name in names:
            self._by_name.setdefault(folded(name.name), name.key)
            for form in name.forms:
                self._by_form[folded(form.text)].add(name.key)

    def find(self, speaker: str) -> tuple[Who, ...]:
        """Return whom a quote's speaker names, each once."""
        found = [self._one(folded(part)) for part in speaker.split(";")]
        return tuple(dict.fromkeys(found))

    def _one(self, speaker: str) -> Who:
        if speaker in self._by_name:
            return self._by_name[speaker]
        forms = self._by_form.get(speaker, set())
        return next(iter(forms)) if len(forms) == 1 else speaker
