"""What became of paragraphs and words from one text to the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.analysis.passages import paragraphs
from articles.analysis.revision_changes import changes

OLD = """The depots close in May.
About 300 people work there, and most of them live nearby.
Staff were told on Friday. They were not amused by it at all.
The mayor said that the matter was closed for good."""


def told(old: str, new: str):
    return [(change.kind, change.old, change.new) for change in changes(old, new) if change.kind != "same"]


def pieces(old: str, new: str):
    return [(piece.kind, piece.text) for change in changes(old, new) for piece in change.pieces]


def test_the_same_text_has_no_change():
    assert told(OLD, OLD) == []
    assert told(OLD, OLD.replace("\n", "\n\n")) == []


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD.replace("May", "June"), [("changed", (1,), (1,))]),
        (f"News first.\n{OLD}", [("added", (), (1,))]),
        (OLD.partition("\n")[2], [("removed", (1,), ())]),
        (OLD.replace("Friday. They", "Friday.\nThey"), [("changed", (3,), (3, 4))]),
        (OLD.replace("nearby.\nStaff", "nearby. Staff"), [("changed", (2, 3), (2,))]),
        ("Something else altogether happened yesterday.", None),
    ],
)
def test_paragraphs_are_paired_so_that_most_words_stay(new, expected):
    if expected is None:
        assert {kind for kind, *_ in told(OLD, new)} == {"added", "removed"}
    else:
        assert told(OLD, new) == expected


def test_a_moved_paragraph_stands_at_its_new_place_and_is_gone_from_the_old_one():
    *lines, last = OLD.split("\n")

    assert told(OLD, "\n".join([last.replace("good", "now"), *lines])) == [
        ("moved", (4,), (1,)),
        ("gone", (4,), (1,)),
    ]


def test_a_new_paragraph_is_not_taken_along_with_a_changed_one():
    new = OLD.replace("May.", "June.\nNobody asked the drivers.")

    assert told(OLD, new) == [("changed", (1,), (1,)), ("added", (), (2,))]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("We close in May.", "We close in early June.", ["We close in ", "-May", "+early June", "."]),
        ("We all close now.", "We close now.", ["We ", "-all ", "close now."]),
        ("We close now.", "We close.", ["We close", "- now", "."]),
        ("We close.", "We close now.", ["We close ", "+now", "."]),
        ("It’s 10,000, he said.", "It’s 12,000, he said.", ["It’s ", "-10,000", "+12,000", ", he said."]),
        ("“We close,” he said.", "“We Close,” he said.", ["“We ", "-close", "+Close", ",” he said."]),
    ],
)
def test_words_are_compared_as_printed(old, new, expected):
    signs = {"same": "", "removed": "-", "added": "+"}
    shown = []
    for change in changes(old, new):
        for piece in change.pieces:
            text = f"{signs[piece.kind]}{piece.text}"
            if shown and piece.kind == "same" and shown[-1][0] not in "-+":
                shown[-1] += text
            else:
                shown.append(text)
    assert shown == expected


def test_case_and_punctuation_are_slight_changes():
    slight = {
        (piece.text, piece.slight)
        for change in changes("The Prime Minister’s word, so.", "The prime minister's word so.")
        for piece in change.pieces
        if piece.kind != "same"
    }

    assert slight == {("Prime Minister’s", True), ("prime minister's", True), (", ", True)}


def test_a_few_words_between_rewritten_ones_are_rewritten_with_them():
    old = "They said on Tuesday that the two old depots of the firm will close."
    new = "Nobody denied yesterday in town that nine garages and offices of a company were sold to investors."

    assert [kind for kind, _ in pieces(old, new)].count("same") <= 1


def test_a_changed_quotation_style_throughout_is_no_rewriting():
    old = "\n".join(f"“We close depot {number} in the spring,” she said." for number in range(400))
    new = old.replace("“", '"').replace("”", '"')

    found = changes(old, new)

    assert {change.kind for change in found} == {"changed"}
    assert all(piece.slight for change in found for piece in change.pieces if piece.kind != "same")


TEXTS = st.lists(
    st.text(alphabet="ab ,.\n\t“”é—1", max_size=60) | st.sampled_from(OLD.split("\n")), max_size=6
).map("\n".join)


@given(TEXTS, TEXTS)
def test_no_printed_character_is_lost(old, new):
    found = changes(old, new)

    for text, kinds in ((old, ("same", "removed")), (new, ("same", "added"))):
        shown: dict[int, str] = {}
        for change in found:
            numbers = change.old if text is old else change.new
            if change.kind == "gone" or not numbers:
                continue
            shown[numbers[0]] = "".join(piece.text for piece in change.pieces if piece.kind in kinds)
        printed = "".join("".join(passage.of(text).split()) for passage in paragraphs(text))
        assert "".join("".join(shown[number].split()) for number in sorted(shown)) == printed


@given(TEXTS, TEXTS)
def test_what_is_same_or_added_is_the_new_text_to_the_last_character(old, new):
    whole = dict(enumerate(paragraphs(new), start=1))
    for change in changes(old, new):
        if change.new and change.kind != "gone":
            kept = "".join(piece.text for piece in change.pieces if piece.kind != "removed")
            assert kept == new[whole[change.new[0]].start : whole[change.new[-1]].end]


@given(TEXTS, TEXTS)
def test_every_paragraph_has_its_place(old, new):
    found = changes(old, new)

    for text, place in ((old, "old"), (new, "new")):
        gone = "moved" if place == "old" else "gone"
        numbers = [number for change in found if change.kind != gone for number in getattr(change, place)]
        assert sorted(numbers) == list(range(1, len(paragraphs(text)) + 1))
