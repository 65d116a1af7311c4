"""The filter of a story's discrepancies, and an editor's decision about one."""

from typing import Any

from django import forms

from articles.models import Discrepancy
from articles.selectors.discrepancies import DiscrepancyFilter

NOTE_LENGTH = 2000


class DiscrepancyFilterForm(forms.Form):
    """Which discrepancies to show. A value without meaning is passed over, so that old links still work."""

    status = forms.ChoiceField(required=False, choices=[("", "Any status"), *Discrepancy.Status.choices])
    kind = forms.ChoiceField(required=False, choices=[("", "Any kind"), *Discrepancy.Kind.choices])
    severity = forms.ChoiceField(
        required=False, choices=[("", "Any severity"), *Discrepancy.Severity.choices]
    )
    words = forms.CharField(
        required=False,
        max_length=200,
        widget=forms.TextInput(
            attrs={"type": "search", "placeholder": "Find words", "size": 16, "data-key": "search"}
        ),
    )

    def wanted(self) -> DiscrepancyFilter:
        """Return the filter that the valid fields make."""
        self.is_valid()
        return DiscrepancyFilter(**self.cleaned_data)


class DecisionForm(forms.Form):
    """A status, a note, or both. The same status without a note would decide nothing."""

    status = forms.ChoiceField(choices=Discrepancy.Status.choices)
    note = forms.CharField(required=False, max_length=NOTE_LENGTH)

    def __init__(self, *args: Any, discrepancy: Discrepancy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.discrepancy = discrepancy

    def clean(self) -> dict[str, Any]:
        decision = super().clean() or {}
        if decision.get("status") == self.discrepancy.status and decision.get("note") == "":
            raise forms.ValidationError("Write a note, or give it another status.", code="nothing_decided")
        return decision
