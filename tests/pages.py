"""What tests ask of the pages: the answer to a request as HTML, and what a reader sees of it."""

import re
from html import unescape

from django.test import Client


def page(client: Client, address: str, query: str = "", **headers: str) -> str:
    """Return the page at an address, which must be there."""
    response = client.get(f"{address}{query}", headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def text_of(html: str) -> str:
    """Return the words between the tags, a space where each tag stood."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
