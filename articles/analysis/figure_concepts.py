"""Words that say the same of a figure: "42 were killed", "42 deaths" and "42 dead" count one thing."""

TALLIES = ("death", "injury", "arrest", "missing")
"""What is counted of the people in an event, however the noun is put."""

_CONCEPTS = {
    word: concept
    for concept, words in {
        "death": "kill die dead death fatality slay slain killing toll martyr perish murder",
        "injury": "injure wound hurt injury wounded injured",
        "weapon": "arm weapon arms weaponry armament",
        "licence": "license licence licensing licensed",
        "person": "person people man woman resident inhabitant",
        "arrest": "arrest detain arrested detention",
        "sale": "sell sale",
        "export": "export exporter exported",
        "grant": "grant issue approve issued granted award",
        "rise": "rise increase grow climb up jump gain surge soar",
        "fall": "fall decrease drop decline down shrink slump plunge lose",
        "job": "job position",
        "worker": "worker employee staff staffer",
        "child": "child kid minor",
        "soldier": "soldier troop serviceman",
        "vote": "vote ballot",
        "house": "house home",
        "town": "town community village city hamlet",
    }.items()
    for word in words.split()
}


def concept(word: str) -> str:
    """Return the word that stands for all that say the same: "staff" and "employee" are "worker"."""
    return _CONCEPTS.get(word, word)
