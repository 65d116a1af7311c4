"""What a finger or an unsteady hand has to hit is 24 by 24 pixels large (WCAG 2.2, 2.5.8), on every page.

As the criterion allows, a target may be smaller where it stands in a line of text, whose height it has, and
where a circle of 24 pixels around its middle touches no other target.
"""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse

from articles.models import Story
from tests.functional.conftest import NewPage

pytestmark = pytest.mark.django_db(transaction=True)

TOO_SMALL = """() => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  const all = "a[href], button:enabled, input:not([type=hidden]):enabled, select, textarea, summary";
  const targets = [...document.querySelectorAll(all)]
    .filter((one) => !one.closest("[aria-hidden=true]") && one.checkVisibility({visibilityProperty: true}))
    .map((one) => ({one, box: (one.labels?.length && /radio|checkbox/.test(one.type) ? one.labels[0] : one)
      .getBoundingClientRect()}))
    .filter(({box}) => box.width > 1 && box.height > 1 && box.right > 0);
  const isSmall = ({box}) => box.width < 23.9 || box.height < 23.9;
  const isInText = ({one}) => {
    if (!getComputedStyle(one).display.startsWith("inline")) return false;
    const line = one.parentElement.closest("p, li, dd, h2, h3, figcaption, blockquote, .printed");
    return line !== null && line.textContent.trim().length > one.textContent.trim().length + 3;
  };
  const middle = ({box}) => [box.x + box.width / 2, box.y + box.height / 2];
  const isNear = (target, other) => {
    const [x, y] = middle(target), [otherX, otherY] = middle(other), {box} = other;
    const away = Math.hypot(Math.max(box.x - x, 0, x - box.right), Math.max(box.y - y, 0, y - box.bottom));
    return away < 12 || (isSmall(other) && Math.hypot(otherX - x, otherY - y) < 24);
  };
  const isCrowded = (target) => targets.some((other) => other.one !== target.one
    && !other.one.contains(target.one) && !target.one.contains(other.one) && isNear(target, other));
  return targets.filter((target) => isSmall(target) && !isInText(target) && isCrowded(target))
    .map(({one, box}) => `${one.outerHTML.slice(0, 99)}: ${box.width} by ${box.height}`);
}"""


@pytest.fixture
def story(transactional_db: None) -> Story:
    """Return the story of the sample files."""
    call_command("ingest", Path(settings.BASE_DIR, "seeds"))
    return Story.objects.get()


def test_every_target_is_large_enough_or_stands_apart(new_page: NewPage, story: Story) -> None:
    of_the_story = "compare coverage figures people timeline reader articles discrepancies report".split()
    article = story.articles.first()
    statement = story.statements.first()
    assert article is not None
    assert statement is not None
    addresses = [
        reverse("stories"),
        reverse("search") + "?words=arms+sales",
        *(reverse(name, args=[story.slug]) for name in of_the_story),
        reverse("article", args=[story.slug, article.pk]),
        reverse("revisions", args=[story.slug, article.pk]),
        reverse("statement", args=[story.slug, statement.pk]),
        reverse("login"),
        "/nowhere/",
    ]
    found = []
    for width in (390, 1440):
        page = new_page(width=width, refused=True)
        for address in addresses:
            page.goto(address)
            found += [f"{address} at {width}: {target}" for target in page.evaluate(TOO_SMALL)]
    assert found == []
