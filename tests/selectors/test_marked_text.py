"""The cutting of a text into runs: no character lost, every mark shown where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from articles.analysis.passages import Passage
from articles.selectors.marked_text import Mark, cut, mark_paragraphs

LETTERS = st.text(alphabet="ab “”<&\n\u00a0é\U0001f4f0", min_size=1, max_size=80)


@st.composite
def texts_with_marks(draw):
    text = draw(LETTERS)
    marks = []
    for number in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        marks.append(Mark(start=start, end=end, layer=draw(st.sampled_from("xyz")), anchor=f"m{number}"))
    return text, marks


def runs_of(text, marks):
    return cut(text, within=Passage(start=0, end=len(text)), marks=marks)


def test_it_shows_nested_and_overlapping_marks_side_by_side():
    text = "“We left,” Mr Smith said."
    quote = Mark(start=0, end=10, layer="quote", name="direct", number=1)
    reading = Mark(start=1, end=8, layer="reading", anchor="reading-4")
    person = Mark(start=8, end=19, layer="entity", name="person")

    runs = runs_of(text, [person, reading, quote])

    assert [(run.text, run.classes) for run in runs] == [
        ("“", "in-quote quote-direct"),
        ("We left", "in-quote quote-direct in-reading"),
        (",”", "in-quote quote-direct in-entity entity-person"),
        (" Mr Smith", "in-entity entity-person"),
        (" said.", ""),
    ]
    assert [run.text for run in runs if quote in run.ends] == [",”"]
    assert [run.text for run in runs if reading in run.begins] == ["We left"]


def test_it_names_a_sort_of_mark_once_where_two_of_a_layer_overlap():
    marks = [
        Mark(start=0, end=2, layer="entity", name="person"),
        Mark(start=0, end=2, layer="entity", name="place"),
    ]

    assert runs_of("ab", marks)[0].classes == "in-entity entity-person entity-place"


def test_it_carries_a_mark_over_paragraphs_and_begins_and_ends_it_once():
    text = "One “two\n\n“three” four"
    quote = Mark(start=4, end=17, layer="quote")

    first, second = mark_paragraphs(text, marks=[quote])

    assert [run.text for run in first.runs if run.carries("quote")] == ["“two"]
    assert [run.text for run in second.runs if run.carries("quote")] == ["“three”"]
    assert [len(run.begins) for run in (*first.runs, *second.runs)] == [0, 1, 0, 0]
    assert [len(run.ends) for run in (*first.runs, *second.runs)] == [0, 0, 1, 0]


def test_it_does_not_mark_white_space_at_the_edges():
    text = "One\n\n two "
    (_, second) = mark_paragraphs(text, marks=[Mark(start=3, end=10, layer="omitted", anchor="omitted-1")])

    assert [(run.text, run.classes) for run in second.runs] == [("two", "in-omitted")]
    assert second.runs[0].begins[0].anchor == "omitted-1"


def test_it_shows_a_text_without_marks_as_one_run_a_paragraph():
    assert [len(paragraph.runs) for paragraph in mark_paragraphs("One.\nTwo.", marks=[])] == [1, 1]


@given(texts_with_marks())
def test_no_character_is_lost_or_doubled(text_with_marks):
    text, marks = text_with_marks

    assert "".join(run.text for run in runs_of(text, marks)) == text
    for paragraph in mark_paragraphs(text, marks=marks):
        assert "".join(run.text for run in paragraph.runs) == paragraph.of(text)


@given(texts_with_marks())
def test_every_run_knows_exactly_the_marks_that_cover_it(text_with_marks):
    text, marks = text_with_marks
    place = 0
    for run in runs_of(text, marks):
        here = Passage(start=place, end=place + len(run.text))
        assert set(run.marks) == {mark for mark in marks if mark.covers(here)}
        assert not {mark for mark in marks if mark.overlaps(here)} - set(run.marks)
        place = here.end


@given(texts_with_marks())
def test_every_mark_with_something_printed_begins_once_and_ends_once(text_with_marks):
    text, marks = text_with_marks
    runs = [run for paragraph in mark_paragraphs(text, marks=marks) for run in paragraph.runs]
    printed = sorted(mark.anchor for mark in marks if mark.of(text).strip())

    assert sorted(mark.anchor for run in runs for mark in run.begins) == printed
    assert sorted(mark.anchor for run in runs for mark in run.ends) == printed
