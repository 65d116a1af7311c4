"""A story in time: its picture, its copies, and who carried a statement first."""

from datetime import UTC, date, datetime

import pytest

from articles.models import Article, Revision, Story
from articles.selectors.timeline import FIRSTS_A_PAGE, Timeline, timeline
from articles.selectors.timeline_picture import Lane
from tests.factories import Said, build_story, make_article, make_origin, make_statement, make_story

pytestmark = pytest.mark.django_db

DAY = date(2024, 5, 1)
TEXT = "HARBOUR (AFP) - The depots close."


@pytest.fixture
def story() -> Story:
    return make_story()


def publish(story: Story, outlet: str, when: str = "", **fields) -> Article:
    """Make an article of "1 06:12" in May, of the day "1", or an undated one."""
    day, _, time = when.partition(" ")
    at = datetime.fromisoformat(f"2024-05-0{day}T{time}+00:00") if time else None
    published = date(2024, 5, int(day)) if day else None
    article = make_article(story, outlet, published=published, published_at=at, **fields)
    Revision.objects.filter(article=article).update(created_at=datetime(2026, 1, 1, tzinfo=UTC))
    return article


def lanes(found: Timeline) -> dict[str, Lane]:
    assert found.picture is not None
    return {lane.name: lane for lane in found.picture.lanes}


def test_lanes_stand_in_the_order_of_publication_and_the_undated_on_a_shelf(story):
    publish(story, "Mirror")
    publish(story, "Herald", "1")
    publish(story, "Echo", "2 07:30")
    publish(story, "Gazette", "1 06:40")

    found = timeline(story)
    shown = lanes(found)

    assert list(shown) == ["Gazette", "Herald", "Echo", "Mirror"]
    assert [shown[name].marks[0].label for name in shown] == ["06:40", "", "07:30", ""]
    assert found.picture is not None
    assert found.picture.shelf is not None
    assert shown["Mirror"].marks[0].x > found.picture.shelf
    herald = shown["Herald"].marks[0]
    assert herald.left is not None
    assert herald.right is not None
    assert herald.left < shown["Gazette"].marks[0].x < herald.right < shown["Echo"].marks[0].x


def test_copies_hang_off_their_origin_and_are_joined_to_it(story):
    publish(story, "Gazette", "1 06:40", copy_of="Press Wire", copy_note="Shortened.")
    publish(story, "Echo", "1 06:30")
    publish(story, "Press Wire", "1 06:12")

    found = timeline(story)

    assert [(name, lane.depth) for name, lane in lanes(found).items()] == [
        ("Press Wire", 0),
        ("Gazette", 1),
        ("Echo", 0),
    ]
    assert found.picture is not None
    (join,) = found.picture.joins
    origin, copy = (lanes(found)[name] for name in ("Press Wire", "Gazette"))
    assert (join.x1, join.y1, join.x2, join.y2) == (
        origin.marks[0].x,
        origin.y,
        copy.marks[0].x,
        copy.y,
    )
    (told,) = found.copies
    assert (told.outlet, told.copy.source, told.delay, told.copy.note) == (
        "Gazette",
        "Press Wire",
        "28 min later",
        "Shortened.",
    )


def test_an_agency_that_is_copied_but_not_held_has_a_lane_without_a_date(story):
    for outlet, when in (("Post", "1 14:20"), ("Star", "1 15:02")):
        make_origin(publish(story, outlet, when, text=TEXT), "AFP", "HARBOUR (AFP) -", basis="dateline")

    found = timeline(story)
    shown = lanes(found)

    assert [(name, lane.depth) for name, lane in shown.items()] == [("AFP", 0), ("Post", 1), ("Star", 1)]
    assert shown["AFP"].marks == ()
    assert shown["AFP"].ghost == shown["Post"].marks[0].x
    assert found.picture is not None
    assert len(found.picture.joins) == 2
    assert [(one.delay, one.copy.told.words) for one in found.copies if one.copy.told] == [
        ("", "HARBOUR (AFP) -")
    ] * 2


def test_what_is_taken_in_part_stays_a_report_of_its_own(story):
    gazette = publish(story, "Gazette", "1")
    echo = publish(story, "Echo", "2", text=TEXT)
    make_origin(echo, "Gazette", "The depots", relation="in part the same as", other=gazette, share=0.4)

    found = timeline(story)

    assert [lane.depth for lane in lanes(found).values()] == [0, 0]
    assert found.picture is not None
    assert [join.is_part for join in found.picture.joins] == [True]
    assert [one.delay for one in found.copies] == ["a day later"]


def test_two_that_copy_each_other_are_both_drawn(story):
    publish(story, "Gazette", "1", copy_of="Echo")
    publish(story, "Echo", "2", copy_of="Gazette")

    found = timeline(story)

    assert [(name, lane.depth) for name, lane in lanes(found).items()] == [("Gazette", 0), ("Echo", 1)]
    assert [one.delay for one in found.copies] == ["", "a day later"]


def test_a_reference_stands_apart_and_is_never_first(story):
    release = publish(story, "Board, press release", "1 05:30")
    Article.objects.filter(pk=release.pk).update(is_reference=True)
    gazette, echo = publish(story, "Gazette", "1 06:00"), publish(story, "Echo", "1 07:00")
    make_statement(story, *(Said(one, "We close.") for one in (release, gazette, echo)))
    make_statement(story, Said(release, "We regret it."), Said(gazette, "We regret it."))

    found = timeline(story)

    assert [lane.is_reference for lane in lanes(found).values()] == [False, False, True]
    assert found.picture is not None
    assert found.picture.apart is not None
    assert [[one.name for one in row.first] for row in found.firsts] == [["Gazette"]]


def test_texts_are_ticks_while_the_axis_runs_and_counted_afterwards(story):
    article = publish(story, "Gazette", "1 06:00")
    publish(story, "Echo", "1 18:00")
    Revision.objects.filter(article=article).update(created_at=datetime(2024, 5, 1, 9, tzinfo=UTC), number=2)
    Revision.objects.create(article=article, number=1, text="Old.", text_hash="x", is_current=False)

    found = timeline(story)

    assert len(lanes(found)["Gazette"].received) == 1
    assert found.picture is not None
    assert found.picture.later == 2
    assert [text.number for text in found.publications[0].texts] == [1, 2]


def test_an_outlet_with_two_articles_has_one_lane_with_two_points(story):
    publish(story, "Gazette", "1 06:00")
    publish(story, "Gazette", "1 09:00")
    publish(story, "Gazette")

    (lane,) = lanes(timeline(story)).values()

    assert [mark.is_shelved for mark in lane.marks] == [False, False, True]
    assert lane.article is None


def test_who_carried_a_statement_first_is_told_as_far_as_dates_tell(story):
    wire, gazette = publish(story, "Press Wire", "1 06:12"), publish(story, "Gazette", "1 06:40")
    herald, echo, mirror = (
        publish(story, "Herald", "1"),
        publish(story, "Echo", "2"),
        publish(story, "Mirror"),
    )
    orbit = publish(story, "Orbit")
    for carrying in ([wire, gazette, echo], [wire, herald, gazette], [echo, mirror], [mirror, orbit], [wire]):
        make_statement(story, *(Said(one, "We close the depots.") for one in carrying))

    found = timeline(story)

    assert [
        (
            [one.name for one in row.first],
            [(after.delay, [one.name for one in after.carriers]) for after in row.followers],
            [one.name for one in row.undated],
        )
        for row in found.firsts
    ] == [
        (["Press Wire"], [("28 min later", ["Gazette"]), ("a day later", ["Echo"])], []),
        (["Herald", "Press Wire"], [("later the same day", ["Gazette"])], []),
        (["Echo"], [], ["Mirror"]),
        ([], [], ["Mirror", "Orbit"]),
    ]
    assert [row.is_alone for row in found.firsts] == [False, False, True, False]
    assert (found.shared, found.told, found.alone) == (4, 1, 1)
    assert [(lead.outlet, lead.count) for lead in found.leads] == [("Press Wire", 1)]


def test_an_outlet_counts_by_the_first_of_its_articles_that_prints_it(story):
    publish(story, "Gazette", "1 06:00")
    later, echo = publish(story, "Gazette", "1 09:00"), publish(story, "Echo", "1 08:00")
    make_statement(story, Said(later, "We close."), Said(echo, "We close."))

    (row,) = timeline(story).firsts

    assert [one.name for one in row.first] == ["Echo"]


def test_what_is_only_possible_counts_for_nothing(story):
    gazette, echo = publish(story, "Gazette", "1"), publish(story, "Echo", "2")
    make_statement(story, Said(gazette, "We close."), Said(echo, "They close.", suggested=True))

    assert timeline(story).shared == 0


def test_without_a_date_there_is_no_picture(story):
    publish(story, "Gazette")

    found = timeline(story)

    assert found.picture is None
    assert [one.outlet for one in found.publications] == ["Gazette"]


def test_a_page_that_does_not_exist_gives_the_last():
    found = timeline(build_story(statements=FIRSTS_A_PAGE + 1, outlets=2), page=9)

    assert (found.page, found.pages, len(found.firsts)) == (2, 2, 1)


@pytest.mark.parametrize(("statements", "outlets"), [(2, 2), (30, 20)])
def test_its_queries_do_not_grow(django_assert_num_queries, statements, outlets):
    story = build_story(statements=statements, outlets=outlets)

    with django_assert_num_queries(7):
        timeline(story)
