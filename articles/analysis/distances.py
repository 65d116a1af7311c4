"""How far something lies from a place: what counts is the place, however the sentence is built.

"located in a remote area some 50 miles southeast of the city of Burns"     distance from Burns
"30 miles (50 km) south of the small town of Burns"                         distance from Burns, twice
"walked 30 miles", "30 miles of road"                                       no distance from a place
"""

import re

from articles.analysis import measures
from articles.analysis.figure_subjects import Subject
from articles.analysis.quantities import Quantity

_DIRECTION = r"(?:due[ \u00a0])?(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?[ \u00a0]of"
_FROM_PLACE = re.compile(
    rf"(?:[ \u00a0]?\([^()]{{0,25}}\))?\)?,?[ \u00a0](?:{_DIRECTION}|outside|away from|from)[ \u00a0]"
    r"(?:the[ \u00a0])?(?:[a-z]+[ \u00a0]){0,3}(?P<place>[A-Z][\w’'-]+(?:[ \u00a0][A-Z][\w’'-]+){0,2})"
)


def subject(quantity: Quantity, text: str) -> Subject | None:
    """Return the place that a distance is from as its subject, None for what is no such distance."""
    if quantity.unit is None or measures.dimension(quantity.unit) != "length":
        return None
    printed = _FROM_PLACE.match(text, quantity.end)
    if not printed:
        return None
    place = re.split(r"[ \u00a0]", re.sub(r"['’]s$", "", printed["place"]))
    return Subject(
        phrase=f"distance from {' '.join(place)}",
        lemmas=("distance", *(word.lower() for word in place)),
        noun=None,
    )
