"""The ledger of figures: what stands in it, under which name, in which order, and where on a line."""

from decimal import Decimal

import pytest

from articles.models import Article, Figure, FigureSubject, Revision
from articles.selectors.figures import figures_ledger, figures_source
from articles.selectors.figures_choices import FiguresWanted
from articles.selectors.figures_lines import Amount, number_line, short_number
from tests.factories import make_article, make_story
from tests.figures import find_difference, make_counting_story, print_figure

pytestmark = pytest.mark.django_db


def ledger_of(story, **wanted):
    return figures_ledger(figures_source(story), wanted=FiguresWanted(**wanted))


def counts(ledger):
    return {count.verdict: count.count for count in ledger.counts}


def test_it_puts_what_contradicts_first_and_counts_what_one_outlet_prints_alone():
    ledger = ledger_of(make_counting_story())

    assert [entry.verdict for entry in ledger.entries] == ["contradicting", "agreeing"]
    assert counts(ledger) == {"": 4, "contradicting": 1, "agreeing": 1, "alone": 2}
    assert [(one.column.outlet, one.figures[0].words.whole) for one in ledger.alone] == [
        ("Gazette", "Only 7 cats stay."),
        ("Herald", "Some £5m is saved."),
    ]


def test_it_shows_each_side_with_its_bound_its_limit_and_its_sentence():
    entry = ledger_of(make_counting_story()).entries[0]
    low, high = entry.sides

    assert (low.qualifier, low.printed, low.limits) == ("", "300", ())
    assert [printing.column.outlet for printing in low.printings] == ["Gazette", "Herald"]
    assert (high.qualifier, high.printed, high.limits) == ("more than", "350", ("since May",))
    place = high.printings[0].places[0]
    assert "".join(run.text for run in place.runs) == "More than 350 jobs will go."
    assert [run.text for run in place.runs if run.marks] == ["350"]
    assert place.paragraph == 1
    assert entry.outlets == 3


def test_the_line_has_a_point_for_a_number_and_an_arrow_for_more_than_it():
    line = ledger_of(make_counting_story()).entries[0].line

    assert [(mark.form, mark.at) for mark in line.marks] == [("exactly", 12), ("at least", 88)]
    assert (line.low, line.high, line.apart) == ("300", "350", "14\u00a0%")


def test_an_outlet_that_prints_a_figure_twice_is_one_with_two_places():
    story = make_story()
    counted = FigureSubject.objects.create(story=story, subject="depots")
    one = make_article(story, "Gazette", text="All 40 depots close.\nForty depots!")
    other = make_article(story, "Courier", text="The 40 depots close.")
    print_figure(one, "40", "40", counted=counted)
    print_figure(one, "Forty", "40", counted=counted)
    print_figure(other, "40", "40", counted=counted)

    (side,) = ledger_of(story).entries[0].sides
    assert [len(printing.places) for printing in side.printings] == [2, 1]


def test_a_reference_witness_is_shown_but_is_no_outlet():
    story = make_counting_story()
    Article.objects.filter(outlet__name="Courier").update(is_reference=True)
    ledger = ledger_of(story)

    assert ledger.outlets == 2
    assert ledger.entries[0].outlets == 2
    assert len(ledger.entries[0].columns) == 3


@pytest.mark.parametrize(
    ("wanted", "verdicts", "alone"),
    [
        ({"verdict": "contradicting"}, ["contradicting"], 0),
        ({"verdict": "alone"}, [], 2),
        ({"kind": "money"}, [], 1),
        ({"kind": "count"}, ["contradicting", "agreeing"], 1),
        ({"words": "ALL 40"}, ["agreeing"], 0),
        ({"words": "nowhere"}, [], 0),
        ({"order": "story"}, ["contradicting", "agreeing"], 2),
    ],
)
def test_it_keeps_what_the_choices_ask_for(wanted, verdicts, alone):
    ledger = ledger_of(make_counting_story(), **wanted)
    assert [entry.verdict for entry in ledger.entries] == verdicts
    assert sum(one.count for one in ledger.alone) == alone


def test_it_keeps_what_an_outlet_prints():
    story = make_counting_story()
    herald = Article.objects.get(outlet__name="Herald").outlet_id
    ledger = ledger_of(story, outlet=herald)
    assert [entry.name for entry in ledger.entries] == ["Jobs"]
    assert [one.column.outlet for one in ledger.alone] == ["Herald"]


def test_what_editors_dismissed_stands_behind_what_is_open():
    story = make_counting_story()
    counted = FigureSubject.objects.create(story=story, subject="depots")
    figures = [
        print_figure(article, "depots", number, counted=counted)
        for article, number in zip(story.articles.all()[:2], ["1", "2"], strict=True)
    ]
    story.discrepancies.update(status="dismissed")
    find_difference(*figures)
    assert [entry.status for entry in ledger_of(story).entries] == ["open", "dismissed", ""]


def test_a_figure_that_comes_again_with_its_next_word_is_one_entry():
    story = make_story()
    article = make_article(story, "Gazette", text="All 40 cats.\nMy 40 dogs.\nAnd 40 cats, too.")
    for start in (4, 16, 29):
        revision = article.revisions.get()
        Figure.objects.create(revision=revision, start=start, end=start + 2, value=40)
    (alone,) = ledger_of(story).alone

    assert [figure.words.whole for figure in alone.figures] == ["All 40 cats.", "My 40 dogs."]
    assert [number for number, _ in alone.figures[0].again] == [3]
    assert alone.count == 2


def test_dates_that_differ_stand_among_the_figures():
    story = make_story()
    one = make_article(story, "Gazette", text="They close on Friday.")
    other = make_article(story, "Courier", text="They close on Monday.")
    dates = [print_figure(one, "Friday", "1"), print_figure(other, "Monday", "1")]
    find_difference(*dates, kind="date", verdict="")
    entry = ledger_of(story, kind="date").entries[0]

    assert (entry.verdict, entry.kind, entry.line) == ("dated differently", "date", None)
    assert [side.printed for side in entry.sides] == ["Friday", "Monday"]


@pytest.mark.parametrize(
    ("text", "figure", "subject", "unit", "name"),
    [
        ("It lists 108 arms licences.", "108", "arms licences", "licence", "Arms licences"),
        ("Over 80% of the homes fell.", "80%", "homes", "percent", "Homes"),
        ("Licences for arms worth £574m.", "£574m", "Licences for arms", "GBP", "Licences for arms"),
        ("Up to 12 months in prison.", "12", "Assange, who", "month", ""),
        ("It killed five people.", "five", "people", "person", ""),
        ("They left five cats behind.", "five", "prisoner", "cat", ""),
        ("A pope resigns after 600 years.", "600", "pope", "year", ""),
    ],
)
def test_it_names_what_is_counted_only_where_the_print_bears_the_name_out(text, figure, subject, unit, name):
    story = make_story()
    counted = FigureSubject.objects.create(story=story, subject=subject)
    for outlet in ("Gazette", "Courier"):
        article = make_article(story, outlet, text=text)
        print_figure(article, figure, "5", counted=counted, unit=unit)

    entry = ledger_of(story).entries[0]
    assert entry.name == name
    assert entry.words.figure == figure
    assert entry.words.whole == text


def test_a_range_is_drawn_from_end_to_end():
    story = make_story()
    counted = FigureSubject.objects.create(story=story, subject="jobs")
    one = make_article(story, "Gazette", text="It costs 10 to 15 jobs.")
    other = make_article(story, "Courier", text="It costs 20 jobs.")
    print_figure(one, "10 to 15", "10", second="15", counted=counted, unit="job")
    print_figure(other, "20", "20", counted=counted, unit="job")

    line = ledger_of(story).entries[0].line
    assert [(mark.form, mark.start, mark.end) for mark in line.marks] == [
        ("range", 12, 50),
        ("exactly", 88, 88),
    ]


def test_a_very_long_sentence_is_shown_around_its_figure():
    story = make_story()
    counted = FigureSubject.objects.create(story=story, subject="jobs")
    for outlet in ("Gazette", "Courier"):
        article = make_article(story, outlet, text=f"{'and so on ' * 90}300 jobs {'and so on ' * 90}.")
        print_figure(article, "300", "300", counted=counted, unit="job")

    place = ledger_of(story).entries[0].sides[0].printings[0].places[0]
    assert place.goes_before
    assert place.goes_on
    assert len("".join(run.text for run in place.runs)) < 600


def test_it_is_read_in_a_fixed_number_of_queries(django_assert_num_queries):
    story = make_counting_story()
    with django_assert_num_queries(6):
        ledger_of(story)
    for number in range(10):
        counted = FigureSubject.objects.create(story=story, subject=f"thing {number}")
        figures = [
            print_figure(make_article(story, f"{number} {at}", text="It is 5."), "5", "5", counted=counted)
            for at in (1, 2)
        ]
        find_difference(*figures)
    with django_assert_num_queries(6):
        ledger_of(story)


def test_texts_that_are_not_read_are_told():
    story = make_counting_story()
    Revision.objects.filter(article__outlet__name="Herald").update(language="fr")
    assert [column.foreign for column in ledger_of(story).unread] == ["French"]


def amount(value, *, unit="", bound="exactly", second=None):
    return Amount(value=Decimal(value), second=second, unit=unit, bound=bound)


def test_measures_in_two_units_stand_where_they_are_the_same():
    line = number_line([amount(2000, unit="kilometre"), amount(1250, unit="mile")], alike=True)
    one, other = (mark.at for mark in line.marks)
    assert abs(one - other) < 3


@pytest.mark.parametrize(
    "amounts",
    [
        [amount(5), amount(5)],
        [amount(5, unit="GBP"), amount(7, unit="USD")],
        [amount(5, unit="mile"), amount(7)],
        [amount(52, unit="vote", second=Decimal(48)), amount(50, unit="vote", second=Decimal(50))],
        [],
    ],
)
def test_there_is_no_line_for_one_number_nor_for_what_stands_on_none(amounts):
    assert number_line(amounts) is None


def test_marks_stay_on_the_line():
    line = number_line(
        [amount(0), amount(-3, bound="about"), amount("1e29", bound="at most"), amount("9e29", bound="about")]
    )
    assert all(0 <= mark.start <= mark.at <= mark.end <= 100 for mark in line.marks)


@pytest.mark.parametrize(
    ("number", "short"),
    [
        ("0", "0"),
        ("1250", "1,250"),
        ("42.4", "42.4"),
        ("576000000", "576 million"),
        ("1.24e9", "1.24 billion"),
        ("3e12", "3 trillion"),
        ("2.5e29", "2.5 × 10²⁹"),
        ("-1e20", "-1 × 10²⁰"),
    ],
)
def test_numbers_are_written_short_beside_the_line(number, short):
    assert short_number(Decimal(number)) == short


@pytest.mark.parametrize(
    ("text", "subject", "heading"),
    [
        ("In Gaza, Israel killed more than 40 Poles, it says.", "Poles", "Israel killed more than 40 Poles"),
        ("He said: “Over 40 of the homes were damaged.”", "homes", "Over 40 of the homes were damaged"),
        ("The company, 40, has closed for good.", "company", "The company, 40, has closed for good."),
    ],
)
def test_a_short_name_gives_way_to_the_printed_clause(text, subject, heading):
    story = make_story()
    counted = FigureSubject.objects.create(story=story, subject=subject)
    for outlet in ("Gazette", "Courier"):
        print_figure(make_article(story, outlet, text=text), "40", "40", counted=counted)

    entry = ledger_of(story).entries[0]
    assert not entry.is_named
    assert entry.clause.whole == heading


def test_the_counts_of_the_verdicts_add_up_to_all():
    ledger = ledger_of(make_counting_story())
    _, *verdicts = ledger.counts
    assert sum(count.count for count in verdicts) == ledger.counts[0].count == ledger.total == ledger.shown


def test_it_knows_which_signs_stand_on_the_lines():
    assert ledger_of(make_counting_story()).forms == {"exactly", "at least"}
