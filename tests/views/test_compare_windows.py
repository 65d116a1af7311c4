"""Compare with more rows than one page holds: the ways to the others, with and without scripts."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests.factories import build_story
from tests.pages import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(monkeypatch):
    monkeypatch.setattr("articles.selectors.comparison_window.HEAVIEST", 12_000)
    return build_story(statements=12, outlets=4)


@pytest.fixture
def address(story):
    return reverse("compare", args=[story.slug])


def places(html: str) -> list[int]:
    return [int(place) for place in re.findall(r'class="statement"[^>]*data-place="(\d+)"', html)]


def way(html: str, side: str) -> str:
    (found,) = re.findall(rf'id="rows-{side}".*?href="([^"#]+)#statement-\d+"', html, re.DOTALL)
    return unescape(found)


def more(client, address, side: str) -> str:
    return page(client, address, **{"HX-Request": "true", "HX-Target": f"tbody#rows-{side}"})


def test_links_lead_from_window_to_window_and_back(client, address):
    pages = [page(client, address)]
    while 'id="rows-after"' in pages[-1]:
        pages.append(page(client, way(pages[-1], "after")))

    assert len(pages) > 2
    assert [place for one in pages for place in places(one)] == list(range(12))
    assert 'id="rows-before"' not in pages[0]
    assert places(page(client, way(pages[2], "before"))) == places(pages[1])


def test_htmx_gets_the_next_rows_alone_and_the_way_on(client, address):
    first = page(client, address)
    response = client.get(
        way(first, "after"), headers={"HX-Request": "true", "HX-Target": "tbody#rows-after"}
    )

    html = response.content.decode()
    assert html.lstrip().startswith("<tbody")
    assert "<thead" not in html
    assert places(html)[0] == places(first)[-1] + 1
    assert 'id="rows-after"' in html
    assert 'id="rows-before"' not in html
    assert "HX-Push-Url" not in response


def test_htmx_gets_the_rows_before_with_the_way_further_back(client, address):
    last = page(client, way(page(client, way(page(client, address), "after")), "after"))
    html = more(client, way(last, "before"), "before")

    assert html.index('id="rows-before"') < html.index('class="statement"')
    assert places(html)[-1] + 1 == places(last)[0]


def test_the_address_of_a_row_opens_the_window_that_holds_it(client, story, address):
    last = story.statements.latest("position")

    html = page(client, f"{address}?row={last.pk}")
    assert f'id="statement-{last.pk}"' in html
    assert places(html)[-1] == 11


@pytest.mark.parametrize("row", ["0", "999999999", "nobody"])
def test_a_row_that_is_not_there_gives_a_notice_and_the_first_rows(client, address, row):
    html = page(client, f"{address}?row={row}")

    assert "a row that is not on this board" in html
    assert places(html)[0] == 0


def test_other_choices_begin_with_the_first_row_and_filters_look_in_all(client, address):
    html = page(client, f"{address}?words=depot+11+before")

    assert places(html) == [0]
    assert "1 of 12 statements" in re.sub(r"\s+", " ", html)


def test_the_map_leads_to_rows_in_other_windows(client, story, address):
    html = page(client, address)
    first, last = story.statements.earliest("position"), story.statements.latest("position")

    assert f'<a href="#statement-{first.pk}"' in html
    assert f'<a href="{address}?row={last.pk}#statement-{last.pk}"' in html


def test_an_ordinary_story_has_no_windows(client):
    build_story(statements=43, outlets=5, slug="ordinary")

    html = page(client, "/stories/ordinary/")
    assert len(places(html)) == 43
    assert "more-rows" not in html


def test_the_rows_of_a_very_large_board_take_turns(client, address, monkeypatch):
    assert 'hx-target="#rows-after"' in page(client, address)
    monkeypatch.setattr("articles.selectors.comparison_board._MOST_CELLS", 10)
    assert 'hx-target="#rows-after"' not in page(client, f"{address}?show=every")
