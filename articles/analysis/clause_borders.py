"""Where a reported clause ends: what trails it is often the outlet's again.

Smith said it was over, | which few believed.              a relative clause behind a comma
Smith said he blamed Ann Lee, | a former ally.             an apposition
Smith said it was over, | drawing applause.                a participle
Smith said it was over | and thanked the staff.            another verb of saying, and Smith its subject
Smith said it was over, but that he would stay.            nothing: this is what he said
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.analysis.cues import CUE_LEMMAS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "aux"})
_COMMENTS = frozenset({"relcl", "appos", "acl"})
_SHORTEST = 3
"""A clause keeps at least so many words before what trails it."""


def last_word(first: Token, last: Token) -> Token:
    """Return the last word of a clause that the parser takes to reach from ``first`` to ``last``."""
    end = _before_next_report(first, last)
    while (shorter := _before_comment(first, end)) is not None:
        end = shorter
    return end


def _before_next_report(first: Token, last: Token) -> Token:
    for token in first.doc[first.i + _SHORTEST : last.i + 1]:
        reports_too = token.dep_ == "conj" and token.tag_ in {"VBD", "VBZ"} and token.lower_ in CUE_LEMMAS
        if reports_too and not any(child.dep_ in _SUBJECTS for child in token.children):
            return _before(first, token.left_edge)
    return last


def _before_comment(first: Token, last: Token) -> Token | None:
    """Return the word before what trails a clause behind a comma; None where nothing does."""
    node = last
    while node.i > first.i and node.head.i != node.i:
        edge = node.left_edge
        is_behind_comma = edge.i - first.i > _SHORTEST and edge.nbor(-1).text == ","
        if is_behind_comma and node.right_edge.i >= last.i and _is_comment(node):
            return _before(first, edge)
        node = node.head
    return None


def _is_comment(node: Token) -> bool:
    return node.dep_ in _COMMENTS or (node.dep_ == "advcl" and node.tag_ == "VBG")


def _before(first: Token, token: Token) -> Token:
    """Return the last word before a token, without the comma or the "and" between them."""
    index = token.i - 1
    while index > first.i and (first.doc[index].is_punct or first.doc[index].dep_ == "cc"):
        index -= 1
    return first.doc[index]
