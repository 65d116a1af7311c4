"""What a reader may ask the coverage matrix for, checked."""

from typing import Any, cast

from django import forms

from articles.selectors.coverage_choices import UNNAMED, CoverageChoices
from articles.selectors.coverage_source import CoverageSource

_NOTICES = {
    "speaker": "The address names a speaker whom nobody quotes in this story. All speakers are shown.",
    "kind": "The address asks for a kind of row that there is none of. Statements and facts are shown.",
    "without": "The address names an outlet that has no article in this story. All rows are shown.",
    "only": "The address names an outlet that has no article in this story. All rows are shown.",
    "order": "The address asks for an order that there is none of. Rows stand in the order of the story.",
    "columns": "The address asks for an order that there is none of. Outlets stand in their usual order.",
    "page": "The address asks for a page that there is none of. The first is shown.",
}


class CoverageForm(forms.Form):
    """The choices of the matrix, from its address. What makes no sense is left out with a notice."""

    kind = forms.ChoiceField(
        choices=[("", "All"), ("statements", "Statements"), ("facts", "Facts")], required=False, label="Rows"
    )
    speaker = forms.ChoiceField(required=False, label="Speaker")
    without = forms.TypedChoiceField(coerce=int, empty_value=None, required=False, label="Left out by")
    only = forms.TypedChoiceField(coerce=int, empty_value=None, required=False, label="Only in")
    shared = forms.BooleanField(required=False, label="Two outlets or more")
    order = forms.ChoiceField(
        choices=[("", "As the story goes"), ("wide", "Most printed first")], required=False, label="Order"
    )
    columns = forms.ChoiceField(
        choices=[("", "As on Compare"), ("likeness", "Alike side by side")], required=False, label="Outlets"
    )
    page = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    def __init__(self, *args: Any, source: CoverageSource, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "choose-%s", **kwargs})
        named = sorted({statement.speaker for statement in source.statements if statement.speaker})
        speakers = [("", "Everyone"), *((name, name) for name in named)]
        if any(not statement.speaker and not statement.is_fact for statement in source.statements):
            speakers.append((UNNAMED, "Unknown speaker"))
        outlets = [(outlet.key, outlet.name) for outlet in source.outlets if not outlet.is_reference]
        self._offer("speaker", speakers)
        self._offer("without", [("", "anybody"), *outlets])
        self._offer("only", [("", "any outlet"), *outlets])

    def choices(self) -> CoverageChoices:
        """Return the choices that make sense; the others keep their defaults."""
        self.is_valid()
        checked = self.cleaned_data
        return CoverageChoices(
            speaker=checked.get("speaker", ""),
            kind=checked.get("kind", ""),
            without=checked.get("without"),
            only=checked.get("only"),
            shared=checked.get("shared", False),
            order=checked.get("order", ""),
            columns=checked.get("columns", ""),
            page=checked.get("page") or 1,
        )

    def notices(self) -> list[str]:
        """Return one sentence for each choice in the address that could not be followed."""
        return [_NOTICES[name] for name in self.errors]

    def _offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices
