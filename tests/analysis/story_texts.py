"""Stories in a few sentences, read with quotations where the marks stand and speakers as a test says."""

import re
from collections.abc import Sequence
from datetime import date

from articles.analysis import entities, figures, nlp
from articles.analysis.alignment import units
from articles.analysis.passages import Passage
from articles.analysis.pipeline import Analysis, Witness
from articles.analysis.quotes import Quote

BACKGROUND = (
    (
        "The ferry left the harbour at dawn. Snow had fallen for two days along the coast. Anna Berg, an "
        "engineer, spent eleven years at the shipyard. Omar Haddad leads the seafarers' union. A judge "
        "will open the inquiry next month. Relatives lit candles on the quay. The ferry company declined "
        "to answer questions. Fishing boats joined the search before midnight."
    ),
    (
        "A storm had closed the road to the port. The ferry company runs nine routes in the archipelago. "
        "Anna Berg trained as an engineer in Turku. Schools stayed shut on Friday. Omar Haddad has led "
        "the union since spring. Divers found the wreck on Tuesday. The prime minister cut short a visit "
        "abroad. Insurers put no price on the damage yet."
    ),
)


def witness(index: int, sentence: str, speaker: str, *, published: date | None = None) -> Witness:
    """Return an article that prints the sentence amid other news, as the reader would have read it."""
    return article(index, f"{BACKGROUND[index]}\n\n{sentence}", [speaker], published=published)


def article(
    index: int, text: str, speakers: Sequence[str], *, cues: Sequence[str] = (), published: date | None = None
) -> Witness:
    """Return a text as read: each “…” is a quote of the next speaker, the last one's where there is none."""
    doc = nlp.parse(text)
    quotes = tuple(
        _quote(text, match, speakers[min(at, len(speakers) - 1)], cues[at] if at < len(cues) else None)
        for at, match in enumerate(re.finditer("“([^”]+)”", text))
    )
    counted, dates = figures.find(doc, published=published)
    return Witness(
        id=str(index),
        outlet=f"Outlet {'ABCDE'[index]}",
        published=published,
        analysis=Analysis(
            text=text,
            published=published,
            omitted=(),
            quotes=quotes,
            entities=entities.find(doc),
            figures=counted,
            dates=dates,
            units=units(text, omitted=(), quotes=quotes, doc=doc),
            warnings=(),
        ),
    )


def _quote(text: str, match: re.Match[str], speaker: str, cue: str | None) -> Quote:
    whole = match.group(1)[0].isupper() and text[: match.start()].rstrip()[-1:] in ("", ".", ":", "”", ",")
    printed = text.find(speaker) if speaker else -1
    return Quote(
        start=match.start(),
        end=match.end(),
        segments=(Passage(start=match.start(1), end=match.end(1)),),
        type="direct" if whole else "mixed",
        speaker=speaker or None,
        speaker_as_printed=speaker or None,
        speaker_at=Passage(start=printed, end=printed + len(speaker)) if printed >= 0 else None,
        cue=cue,
    )
