"""People, organisations and places, in one article and across a story."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.analysis import aliases, entities, nlp
from articles.analysis.aliases import Alias
from articles.analysis.entities import Entity, StoryEntity

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "entities.toml").read_text())["case"]
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def joined(*texts: str, added: Sequence[Alias] = ()) -> tuple[StoryEntity, ...]:
    return entities.join([entities.find(nlp.parse(text)) for text in texts], texts, added=added)


def forms(story: tuple[StoryEntity, ...], texts: tuple[str, ...] | list[str]) -> dict[str, set[str]]:
    return {
        entity.name: {mention.of(texts[mention.article]) for mention in entity.mentions} for entity in story
    }


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_an_article_has_the_names_of_the_case(case: dict[str, Any]):
    text = case["text"]
    found = {
        entity.name: (entity.kind, {mention.of(text) for mention in entity.mentions})
        for entity in entities.find(nlp.parse(text))
    }
    for expected in case.get("entities", []):
        assert expected["name"] in found, found
        kind, printed = found[expected["name"]]
        assert kind == expected["kind"]
        assert set(expected.get("forms", [])) <= printed
    everything = set(found) | {form for _kind, printed in found.values() for form in printed}
    assert not everything & set(case.get("absent", []))


def test_it_joins_a_surname_here_to_the_full_name_there():
    texts = ("Anna Berg resigned on Friday, the yard said.", "Berg told reporters that she had resigned.")
    assert forms(joined(*texts), texts)["Anna Berg"] == {"Anna Berg", "Berg"}


def test_it_joins_two_spellings_of_one_person():
    texts = (
        "The letter was published by the journalist Hind Hasan on Friday.",
        "The journalist Hind Hassan published the letter on Friday.",
    )
    assert {"Hind Hasan", "Hind Hassan"} in forms(joined(*texts), texts).values()


def test_it_joins_a_misspelt_surname_to_the_one_it_is_a_slip_of():
    texts = (
        "Foreign Secretary David Lammy visited Israel. Mr Lammy met ministers.",
        "Minister Lamy told lawmakers that he would wait.",
    )
    assert forms(joined(*texts), texts)["David Lammy"] == {"David Lammy", "Mr Lammy", "Lamy"}


def test_it_never_joins_two_first_names():
    texts = ("Mark Smith resigned from the embassy.", "Jane Smith resigned from the embassy.")
    assert {"Mark Smith", "Jane Smith"} <= forms(joined(*texts), texts).keys()


def test_it_leaves_a_surname_apart_in_a_story_with_two_of_the_name():
    texts = ("Mark Smith met Jane Smith at the embassy.", "Smith wrote a letter, officials said.")
    read = forms(joined(*texts), texts)
    assert read["Mark Smith"] == {"Mark Smith"}
    assert read["Jane Smith"] == {"Jane Smith"}


def test_it_gives_a_surname_to_whom_the_story_is_about():
    text = (
        "Roger Ailes founded the channel. Roger Ailes left it. Roger Ailes was 77. Ailes died on Thursday. "
        "His wife, Elizabeth Ailes, said so."
    )
    assert forms(joined(text), [text])["Roger Ailes"] == {"Roger Ailes", "Ailes"}


def test_it_joins_an_organisation_with_its_acronym_and_alias():
    texts = (
        "The Foreign Office declined to comment on the case.",
        "The Foreign, Commonwealth and Development Office (FCDO) has been asked.",
    )
    assert forms(joined(*texts), texts)["Foreign, Commonwealth and Development Office"] == {
        "Foreign Office",
        "Foreign, Commonwealth and Development Office",
        "FCDO",
    }


FOREIGN_OFFICE = Alias(name="Foreign Office", kind="organisation", forms=("King Charles Street",))
STREET = (
    "The Foreign Office declined to comment on the case.",
    "King Charles Street declined to comment. King Charles was away. He lives in Charles Street.",
)


def test_an_added_alias_joins_what_the_machine_takes_for_something_else():
    story = joined(*STREET, added=[FOREIGN_OFFICE])
    assert forms(story, STREET)["Foreign Office"] == {"Foreign Office", "King Charles Street"}
    assert {entity.kind for entity in story if entity.name == "Foreign Office"} == {"organisation"}
    assert "Foreign Office" in forms(joined(*STREET), STREET)
    assert forms(joined(*STREET), STREET)["Foreign Office"] == {"Foreign Office"}


def test_an_added_alias_goes_on_from_a_shipped_one():
    texts = (STREET[1], "The FCDO declined to comment on the case.")
    assert {"King Charles Street", "FCDO"} in forms(joined(*texts, added=[FOREIGN_OFFICE]), texts).values()


def test_an_added_alias_of_a_person_joins_with_and_without_titles():
    texts = ("Margaret Hale spoke first. Mrs Hale left.", "The Iron Dame spoke. “No,” said the Iron Dame.")
    alias = Alias(name="Margaret Hale", kind="person", forms=("Iron Dame",))
    read = forms(joined(*texts, added=[alias]), texts)
    assert read["Margaret Hale"] == {"Margaret Hale", "Mrs Hale", "Iron Dame"}


def test_a_longer_name_keeps_the_form_of_an_alias_in_it():
    texts = ("The Old Admiralty Arch reopened. Workers of the Old Admiralty Arch were glad.",)
    alias = Alias(name="Navy Board", kind="organisation", forms=("Admiralty",))
    assert "Navy Board" not in forms(joined(*texts, added=[alias]), texts)


def test_what_most_outlets_print_comes_first_and_no_name_comes_twice():
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    story = joined(*texts)
    spread = [len({mention.article for mention in entity.mentions}) for entity in story]
    assert spread == sorted(spread, reverse=True)
    assert len({(entity.kind, entity.name) for entity in story}) == len(story)


def test_the_seeds_people_have_their_forms():
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    read = forms(joined(*texts), texts)
    assert read["Mark Smith"] == {"Mark Smith", "Smith", "Mr Smith"}
    assert read["David Lammy"] == {"David Lammy", "Mr Lammy", "Lamy"}
    assert read["Campaign Against Arms Trade"] == {"Campaign Against Arms Trade", "CAAT"}
    assert read["Public and Commercial Services union"] == {"Public and Commercial Services union", "PCS"}
    assert read["Francesca Albanese"] == {"Francesca Albanese"}


def test_no_form_of_the_alias_table_stands_for_two_names():
    owners: dict[str, set[str]] = {}
    for alias in aliases.shipped().aliases:
        for form in alias.printed:
            owners.setdefault(form, set()).add(alias.name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_a_text_that_was_only_cut_into_words_has_its_well_known_and_courtesy_names():
    text = "The FCDO declined to comment. Mr Smith had raised it. Smith resigned, and Mr Smith left the FCDO."
    found = entities.find(nlp.model().make_doc(text))
    assert [entity.name for entity in found] == ["FCDO", "Smith"]
    assert [len(entity.mentions) for entity in found] == [2, 3]


def test_a_name_is_found_again_where_the_text_was_only_cut_into_words():
    parsed = nlp.parse("Anna Berg, an engineer, resigned on Friday. ")
    rest = nlp.model().make_doc("Berg had warned the board, and Anna Berg left.")
    doc = type(parsed).from_docs([parsed, rest], ensure_whitespace=False, exclude=["tensor"])
    (berg,) = entities.find(doc)
    assert [mention.of(doc.text) for mention in berg.mentions] == ["Anna Berg", "Berg", "Anna Berg"]


WORDS = (
    "Mr",
    "Smith",
    "Mark Smith",
    "(FCDO)",
    "the",
    "Foreign Office",
    "’s",
    "US",
    "UK",
    "van der",
    "Dr.",
    "I",
    "\n",
    "By",
    "Hurricane",
    "King",
    "Jr.",
    "al-Maliki",
    "O'Brien",
    "and",
    "of",
    "Council",
    "contributed to this report",
    "“",
    "@",
    "/",
)


TEXTS = st.text(max_size=120) | st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


@settings(max_examples=60)
@given(TEXTS)
def test_it_reads_any_text_without_an_exception(text: str):
    found = entities.find(nlp.parse(text))
    places = [mention for entity in found for mention in entity.mentions]
    assert all(mention.end <= len(text) and mention.of(text).strip() for mention in places)
    assert not any(one.overlaps(other) for at, one in enumerate(places) for other in places[at + 1 :])
    for entity in found:
        assert entity.name.strip()
        assert entity.mentions
        assert any(entity.name in mention.of(text) for mention in entity.mentions)


@settings(max_examples=40)
@given(TEXTS)
def test_it_reads_any_text_that_was_only_cut_into_words(text: str):
    entities.find(nlp.model().make_doc(text))


SENTENCES = (
    "Mark Smith resigned. Smith left.",
    "Mr Smith spoke to Jane Smith.",
    "Hind Hasan wrote it for the Harbour Post.",
    "Hind Hassan wrote it. The Post printed it.",
    "Martin Vale Jr. met Martin Vale.",
    "Vale declined to comment to the FCDO.",
    "The Foreign Office and King Charles Street agreed.",
    "Minister Lamy met David Lammy in London.",
    "Lamy spoke. Joe Biden and Joseph Biden did not.",
    "The Harbour Workers Association (HWA) met in Dunmore Harbour.",
)


@cache
def found_in(text: str) -> tuple[Entity, ...]:
    return entities.find(nlp.parse(text))


@settings(max_examples=60)
@given(st.data(), st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6))
def test_what_is_joined_does_not_depend_on_the_order_of_the_articles(data: st.DataObject, texts: list[str]):
    order = data.draw(st.permutations(range(len(texts))))
    shuffled = [texts[index] for index in order]
    added = [FOREIGN_OFFICE]
    straight = entities.join([found_in(text) for text in texts], texts, added=added)
    crooked = entities.join([found_in(text) for text in shuffled], shuffled, added=added)

    def as_read(story: tuple[StoryEntity, ...], places: list[int]) -> set[object]:
        return {
            (
                entity.name,
                entity.kind,
                frozenset(
                    (places[mention.article], mention.start, mention.end) for mention in entity.mentions
                ),
            )
            for entity in story
        }

    assert as_read(crooked, order) == as_read(straight, list(range(len(texts))))
