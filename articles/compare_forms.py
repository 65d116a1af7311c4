"""What a reader may ask the Compare page for, checked."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from articles.models import Discrepancy
from articles.selectors.comparison_arrangement import shown_columns
from articles.selectors.comparison_choices import MAJORITY, UNNAMED, Choices
from articles.selectors.comparison_columns import Column
from articles.selectors.comparison_majority import FEWEST
from articles.selectors.comparison_rows import speaker_of
from articles.selectors.comparison_source import Source

_NOTICES = {
    "base": "The address names a base that is no article of this story. The usual base is shown.",
    "order": "The address names an order of articles that this story does not have. They stand as usual.",
    "hide": "The address hides articles that this story does not have, or all of them. All are shown.",
    "pin": "The address pins an article that is not shown. None is pinned.",
    "by": "The address asks for the order of an article that is not shown. It is the story’s order.",
    "show": "The address asks for marks that there are none of. Changed words are marked.",
    "speaker": "The address names a speaker whom nobody quotes in this story. All speakers are shown.",
    "outlet": "The address names an outlet that has no article on this page. All rows are shown.",
    "kind": "The address names a kind of discrepancy that there is none of. All rows are shown.",
    "words": "The words to find are too long or hold signs that nobody prints. They were left out.",
    "row": "The address names a row that is not on this board. It begins with the first row.",
    "majority": "Of fewer than three outlets there is no majority. The usual base is shown.",
    "unhidden": "The base is shown, although the address hides it.",
}


class ArticlesField(forms.CharField):
    """Articles by their keys with dots between them, each once: 5.3.8."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=5000, **kwargs)
        self.articles: frozenset[int] = frozenset()

    def clean(self, value: Any) -> Any:
        """Return the keys. Raises ValidationError where one is no article of the story, or comes twice."""
        named = super().clean(value)
        keys = [int(part) if part.isdecimal() else 0 for part in named.split(".")] if named else []
        if len(set(keys)) != len(keys) or not self.articles.issuperset(keys):
            raise forms.ValidationError("No such articles.")
        return tuple(keys)


def _base(value: str) -> int | str:
    return value if value == MAJORITY else int(value)


class CompareForm(forms.Form):
    """The choices of the Compare page, from its address. What makes no sense is left out with a notice."""

    base = forms.TypedChoiceField(coerce=_base, empty_value=None, required=False, label="Base")
    order = ArticlesField(required=False)
    hide = ArticlesField(required=False)
    pin = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)
    foreign = forms.BooleanField(required=False)
    collapse = forms.BooleanField(required=False, label="Collapse copies")
    by = forms.TypedChoiceField(coerce=int, empty_value=None, required=False, label="Rows in the order of")
    show = forms.ChoiceField(
        choices=[("changed", "Changed words"), ("every", "Every variant")], required=False, label="Show"
    )
    changes = forms.BooleanField(required=False, label="Changes only")
    shared = forms.BooleanField(required=False, label="Two outlets or more")
    speaker = forms.ChoiceField(required=False, label="Speaker")
    outlet = forms.TypedChoiceField(coerce=int, empty_value=None, required=False, label="Outlet")
    kind = forms.ChoiceField(required=False, label="Discrepancy")
    words = forms.CharField(required=False, max_length=200, label="Words")
    row = forms.IntegerField(required=False, min_value=1)

    def __init__(self, *args: Any, source: Source, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "choose-%s", **kwargs})
        self._columns = source.columns
        self._offer("speaker", [("", "Everyone"), *_speakers(source)])
        self._offer("kind", [("", "With or without"), ("any", "With any"), *Discrepancy.Kind.choices])
        self._offer_articles(source.columns)
        for name in ("order", "hide"):
            cast(ArticlesField, self.fields[name]).articles = frozenset(
                column.article for column in source.columns
            )

    def clean(self) -> dict[str, Any]:
        """Check what depends on other choices: what is not shown cannot be chosen."""
        checked = super().clean() or {}
        if checked.get("base") in checked.get("hide", ()):
            checked["hide"] = tuple(key for key in checked["hide"] if key != checked["base"])
            self.add_error(None, forms.ValidationError("", code="unhidden"))
        if len(checked.get("hide", ())) == len(self._columns):
            self.add_error("hide", "Nothing would be left.")
        shown = self._shown(checked)
        if checked.get("base") == MAJORITY and not _have_majority(shown):
            del checked["base"]
            self.add_error(None, forms.ValidationError("", code="majority"))
        articles = {column.article for column in shown}
        for name in ("pin", "by"):
            if checked.get(name) and checked[name] not in articles:
                self.add_error(name, "Not shown.")
        if checked.get("outlet") and checked["outlet"] not in {column.outlet_id for column in shown}:
            self.add_error("outlet", "Not shown.")
        self._offer_articles(shown)
        return checked

    def choices(self) -> Choices:
        """Return the choices that make sense; the others keep their defaults."""
        self.is_valid()
        checked = self.cleaned_data
        return Choices(
            base=checked.get("base"),
            order=checked.get("order", ()),
            hide=checked.get("hide", ()),
            pin=checked.get("pin"),
            foreign=checked.get("foreign", False),
            collapse=checked.get("collapse", False),
            by=checked.get("by"),
            show=checked.get("show") or "changed",
            changes_only=checked.get("changes", False),
            shared_only=checked.get("shared", False),
            speaker=checked.get("speaker", ""),
            outlet=checked.get("outlet"),
            kind=checked.get("kind", ""),
            words=checked.get("words", ""),
            row=checked.get("row"),
        )

    def notices(self, *, has_row: bool = True) -> list[str]:
        """Return one sentence for each choice in the address that could not be followed.

        ``has_row`` says whether the row that the address names is among those that the choices keep.
        """
        codes = [error.code for error in self.non_field_errors().as_data()]
        codes += [] if has_row else ["row"]
        return [_NOTICES[name] for name in [*self.errors, *codes] if name in _NOTICES]

    def _shown(self, checked: dict[str, Any]) -> list[Column]:
        arrangement = Choices(
            base=checked.get("base"),
            order=checked.get("order", ()),
            hide=checked.get("hide", ()),
            foreign=checked.get("foreign", False),
            collapse=checked.get("collapse", False),
        )
        return [self._columns[at] for at in shown_columns(self._columns, choices=arrangement)]

    def _offer_articles(self, columns: Sequence[Column]) -> None:
        articles = [(column.article, column.outlet) for column in columns]
        majority = [(MAJORITY, "Majority reading")] if _have_majority(columns) else []
        self._offer("base", [*articles, *majority])
        self._offer("pin", articles)
        self._offer("by", [("", "the story"), *articles])
        outlets = {column.outlet_id: column.outlet for column in columns}
        self._offer("outlet", [("", "Any outlet"), *outlets.items()])

    def _offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices


def _have_majority(columns: Sequence[Column]) -> bool:
    return sum(not column.is_reference for column in columns) >= FEWEST


def _speakers(source: Source) -> list[tuple[str, str]]:
    """Return the story's speakers by name, then the rows that have none."""
    named = sorted({statement.speaker for statement in source.statements if statement.speaker})
    unnamed = sorted({speaker_of(statement) for statement in source.statements if not statement.speaker})
    offered = [(name, name) for name in named]
    return [*offered, (UNNAMED, " or ".join(unnamed).capitalize())] if unnamed else offered
