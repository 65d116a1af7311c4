"""What a reader may ask the Compare page for, checked."""

from typing import Any, cast

from django import forms

from articles.models import Discrepancy
from articles.selectors.comparison import speaker_of
from articles.selectors.comparison_choices import UNNAMED, Choices
from articles.selectors.comparison_source import Source

_NOTICES = {
    "base": "The address names a base that is no article of this story. The usual base is shown.",
    "show": "The address asks for marks that there are none of. Changed words are marked.",
    "speaker": "The address names a speaker whom nobody quotes in this story. All speakers are shown.",
    "outlet": "The address names an outlet that has no article in this story. All rows are shown.",
    "kind": "The address names a kind of discrepancy that there is none of. All rows are shown.",
    "words": "The words to find are too long or hold signs that nobody prints. They were left out.",
}


class CompareForm(forms.Form):
    """The choices of the Compare page, from its address. What makes no sense is left out with a notice."""

    base = forms.TypedChoiceField(coerce=int, empty_value=None, required=False, label="Base")
    show = forms.ChoiceField(
        choices=[("changed", "Changed words"), ("every", "Every variant")], required=False, label="Show"
    )
    changes = forms.BooleanField(required=False, label="Changes only")
    shared = forms.BooleanField(required=False, label="Two outlets or more")
    collapse = forms.BooleanField(required=False, label="Collapse copies")
    speaker = forms.ChoiceField(required=False, label="Speaker")
    outlet = forms.TypedChoiceField(coerce=int, empty_value=None, required=False, label="Outlet")
    kind = forms.ChoiceField(required=False, label="Discrepancy")
    words = forms.CharField(required=False, max_length=200, label="Words")

    def __init__(self, *args: Any, source: Source, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "choose-%s", **kwargs})
        self._offer("base", [(column.article, column.outlet) for column in source.columns])
        self._offer("speaker", [("", "Everyone"), *_speakers(source)])
        outlets = {column.outlet_id: column.outlet for column in source.columns}
        self._offer("outlet", [("", "Any outlet"), *outlets.items()])
        self._offer("kind", [("", "With or without"), ("any", "With any"), *Discrepancy.Kind.choices])

    def choices(self) -> Choices:
        """Return the choices that make sense; the others keep their defaults."""
        self.is_valid()
        checked = self.cleaned_data
        return Choices(
            base=checked.get("base"),
            show=checked.get("show") or "changed",
            changes_only=checked.get("changes", False),
            shared_only=checked.get("shared", False),
            collapse=checked.get("collapse", False),
            speaker=checked.get("speaker", ""),
            outlet=checked.get("outlet"),
            kind=checked.get("kind", ""),
            words=checked.get("words", ""),
        )

    def notices(self) -> list[str]:
        """Return one sentence for each choice in the address that could not be followed."""
        return [_NOTICES[name] for name in self.errors]

    def _offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices


def _speakers(source: Source) -> list[tuple[str, str]]:
    """Return the story's speakers by name, then the rows that have none."""
    named = sorted({statement.speaker for statement in source.statements if statement.speaker})
    unnamed = sorted({speaker_of(statement) for statement in source.statements if not statement.speaker})
    offered = [(name, name) for name in named]
    return [*offered, (UNNAMED, " or ".join(unnamed).capitalize())] if unnamed else offered
