"""Every page, as each of the product's people meets it: axe-core finds nothing, nothing scrolls sideways
outside a table, and the console stays silent (which `new_page` sees to).

Each page is opened once and looked at as it stands: on a desk in light and dark, where all of it is seen, on
a tablet for its width, and on a phone but for the contrast of its colours, which takes longest to measure.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings as site
from django.contrib.auth.models import User
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django import Settings

from articles.models import Article, Revision, Story
from articles.services.decide_discrepancy import decide_discrepancy
from articles.tasks import refresh_story_job
from tests.functional.conftest import HEIGHTS, FindViolations, NewPage

pytestmark = pytest.mark.django_db(transaction=True)

KEPT = ["article", "discrepancy", "entity", "outlet", "quote", "statement", "story"]

SignIn = Callable[[Page, User], Page]


class Walk:
    """A walk through pages, which ends with everything that was found wrong."""

    def __init__(self, page: Page, find_violations: FindViolations) -> None:
        self.page = page
        self._find_violations = find_violations
        self.found: list[str] = []

    def open(self, address: str, *, status: int = 200) -> None:
        """Go to an address and look at its page."""
        response = self.page.goto(address)
        assert response is not None
        assert response.status == status, address
        self.look()

    def look(self) -> None:
        """Look at the page as it stands."""
        for width in HEIGHTS:
            self.page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
            if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                self._note(["it scrolls sideways"], f"{width} wide")
        self._note(self._find_violations(self.page, without=["color-contrast"]), "on a phone")
        self.page.set_viewport_size({"width": 1440, "height": HEIGHTS[1440]})
        for scheme in ("dark", "light"):
            self.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            self._note(self._find_violations(self.page), scheme)

    def _note(self, problems: list[str], look: str) -> None:
        self.found += [f"{self.page.url}, {look}: {problem}" for problem in problems]


@pytest.fixture
def walk(page: Page, find_violations: FindViolations) -> Iterator[Walk]:
    """Return a walk. What it found wrong fails the test at its end, all of it at once."""
    walk = Walk(page, find_violations)
    yield walk
    assert walk.found == []


@pytest.fixture
def refused(new_page: NewPage, find_violations: FindViolations) -> Iterator[Walk]:
    """Return a walk through pages that come with an error's status."""
    walk = Walk(new_page(refused=True), find_violations)
    yield walk
    assert walk.found == []


@pytest.fixture
def story(transactional_db: None) -> Story:
    """Return the story of the sample files, ingested as `make demo` does it."""
    call_command("ingest", Path(site.BASE_DIR, "seeds"))
    return Story.objects.get()


def test_before_there_is_a_story(walk: Walk) -> None:
    walk.open(reverse("stories"))


def test_what_a_journalist_meets(walk: Walk, story: Story) -> None:
    compare = reverse("compare", args=[story.slug])
    articles = list(story.articles.select_related("outlet"))
    revised = Revision.objects.get(article=articles[1])
    revised.pk, revised.number, revised.is_current = None, 2, False
    revised.text = revised.text.replace("perpetuated", "perpetrated").replace("\n", "\n¶", 1)
    revised.save()
    for address in [
        reverse("stories"),
        f"{reverse('stories')}?words=nowhere&serious=1&order=x",
        reverse("search"),
        f"{reverse('search')}?words=arms+sales",
        f"{reverse('search')}?words=arms+government&in=whole&since=x",
        f"{reverse('search')}?words=the+elephants+resign&speaker=Smith",
        compare,
        f"{compare}?show=every&base={articles[3].pk}&changes=on&shared=on&kind=wording",
        f"{compare}?kind=figure&speaker=Mark+Smith&outlet={articles[1].outlet_id}",
        f"{compare}?words=nowhere&base=99999",
        f"{compare}?base=majority&hide={articles[1].pk}&pin={articles[3].pk}&by={articles[2].pk}&order=x",
        reverse("timeline", args=[story.slug]),
        reverse("coverage", args=[story.slug]),
        reverse("coverage", args=[story.slug]) + "?without=99999&order=wide&columns=likeness&kind=facts",
        reverse("reader", args=[story.slug]),
        f"{reverse('reader', args=[story.slug])}?left={articles[1].pk}&right=0&marks=every&dim=1&shown=right",
        reverse("revisions", args=[story.slug, articles[0].pk]),
        reverse("revisions", args=[story.slug, revised.article_id]),
        reverse("articles", args=[story.slug]),
        reverse("report", args=[story.slug]),
        reverse("report", args=[story.slug]) + "?words=nowhere",
        reverse("discrepancies", args=[story.slug]),
        reverse("discrepancies", args=[story.slug]) + "?words=nowhere",
        reverse("figures", args=[story.slug]),
        reverse("figures", args=[story.slug]) + "?verdict=alone&kind=count",
        reverse("figures", args=[story.slug]) + "?words=nowhere",
        reverse("people", args=[story.slug]),
        reverse("people", args=[story.slug]) + "?words=complicit&outlet=99999",
    ]:
        walk.open(address)
    everything = "&".join(f"show={kind}" for kind in "quotes speakers names figures shared omitted".split())
    walk.open(f"{reverse('article', args=[story.slug, articles[3].pk])}?{everything}&at=16-20")

    walk.page.goto(f"{compare}?words=perpetuated")
    walk.page.locator("tr.statement .toggle").first.click()
    expect(walk.page.locator("tr.card")).to_be_visible()
    walk.look()
    card = walk.page.locator("tr.statement .toggle").first.get_attribute("href") or ""
    walk.open(card)
    walk.open(f"{card.partition('?')[0]}html/")


def test_what_an_editor_meets(walk: Walk, story: Story, editor: User, signed_in: SignIn) -> None:
    signed_in(walk.page, editor)
    decided = story.discrepancies.earliest("rank")
    for status, note in [("confirmed", "The letter has it."), ("open", "Ask again."), ("dismissed", "")]:
        decide_discrepancy(decided, editor=editor, status=status, note=note)
    walk.open(reverse("discrepancies", args=[story.slug]))

    walk.page.goto(reverse("discrepancies", args=[story.slug]) + "?kind=figure")
    walk.page.get_by_role("button", name="Add the note").last.click()
    expect(walk.page.get_by_text("Write a note, or give it another status.")).to_be_visible()
    walk.look()


def test_what_an_administrator_meets(
    walk: Walk, story: Story, administrator: User, editor: User, signed_in: SignIn
) -> None:
    signed_in(walk.page, administrator)
    article = Article.objects.latest("pk").pk
    refresh_story_job.configure(lock=f"story-{story.pk}").defer(story_id=story.pk, again=True)
    walk.open("/admin/")
    for name in [*(f"articles/{kept}" for kept in KEPT), "procrastinate/procrastinatejob"]:
        walk.open(f"/admin/{name}/")
        walk.open(walk.page.locator("#result_list tbody th a").first.get_attribute("href") or "")
    for address in [
        "articles/",
        "articles/article/add/",
        "articles/article/?q=nowhere",
        "articles/article/?o=1.2",
        f"articles/article/{article}/delete/",
        f"articles/article/{article}/history/",
        "articles/story/add/",
        "articles/outlet/add/",
        "articles/outlet/add/?_popup=1",
        "auth/user/",
        "auth/user/add/",
        f"auth/user/{editor.pk}/change/",
        f"auth/user/{editor.pk}/password/",
        "auth/group/",
        "auth/group/add/",
        "axes/accessattempt/",
        "password_change/",
    ]:
        walk.open(f"/admin/{address}")

    walk.page.goto("/admin/articles/article/add/")
    walk.page.get_by_role("button", name="Save", exact=True).click()
    expect(walk.page.locator(".errornote")).to_be_visible()
    walk.look()
    walk.page.goto(f"/admin/articles/article/{article}/change/")
    walk.page.get_by_label("Headline").fill("Diplomat resigns")
    walk.page.get_by_role("button", name="Save", exact=True).click()
    expect(walk.page.locator(".messagelist")).to_contain_text("quotes read")
    walk.look()


def test_signing_in(walk: Walk, refused: Walk, editor: User, settings: Settings) -> None:
    settings.AXES_FAILURE_LIMIT = 2
    walk.open(reverse("login"))
    for attempt in (walk, refused):
        attempt.page.goto(reverse("login"))
        attempt.page.get_by_label("User name").fill("editor")
        attempt.page.get_by_label("Password").fill("not-the-one")
        attempt.page.get_by_role("main").get_by_role("button", name="Sign in").click()
        attempt.look()
    expect(refused.page.get_by_text("Signing in is locked for now")).to_be_visible()


@pytest.mark.urls("tests.failing_urls")
def test_what_goes_wrong(refused: Walk, reader: User, signed_in: SignIn) -> None:
    refused.open("/nowhere/", status=404)
    refused.open("/suspicious/", status=400)
    refused.open("/broken/", status=500)
    signed_in(refused.page, reader)
    refused.open("/admin/", status=403)
