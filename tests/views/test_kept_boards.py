"""The table of a comparison is kept in memory for all who would see the same, and for nobody else."""

import pytest
from django.urls import reverse

from tests.factories import Said, build_story, make_article, make_statement, make_story

pytestmark = pytest.mark.django_db


def test_an_editors_board_is_made_once(client, editor, django_assert_max_num_queries):
    address = reverse("compare", args=[build_story(statements=3, outlets=3).slug])
    client.force_login(editor)
    first = client.get(address)

    with django_assert_max_num_queries(8):
        second = client.get(f"{address}?nonsense=1")
    table = "<table"
    assert (
        second.content.split(table.encode())[1].split(b"</table>")[0]
        == (first.content.split(table.encode())[1].split(b"</table>")[0])
    )


def test_the_buttons_of_editors_are_kept_for_nobody(client, editor):
    story = make_story()
    one, other = make_article(story, "Gazette"), make_article(story, "Courier")
    make_statement(story, Said(one, "We close."), Said(other, "They shut it.", suggested=True))
    address = reverse("compare", args=[story.slug])

    assert "Same statement" not in client.get(address).content.decode()
    client.force_login(editor)
    assert "Same statement" in client.get(address).content.decode()
    client.logout()
    assert "Same statement" not in client.get(f"{address}?again=1").content.decode()


def test_a_change_of_the_story_makes_a_new_board(client, editor):
    story = build_story(statements=2, outlets=2)
    address = reverse("compare", args=[story.slug])
    client.force_login(editor)
    client.get(address)
    story.statements.update(speaker="Cato Finch")

    assert "Cato Finch" in client.get(address).content.decode()
