"""What a reader may ask the page of figures for, checked."""

from typing import Any, cast

from django import forms

from articles.selectors.figures import FiguresSource
from articles.selectors.figures_choices import ORDERS, VERDICTS, FiguresWanted
from articles.selectors.figures_entries import KINDS

_NOTICES = {
    "verdict": "The address names a verdict that there is none of. All figures are shown.",
    "outlet": "The address names an outlet that has no article here. All outlets’ figures are shown.",
    "kind": "The address names a kind of figure that there is none of. All kinds are shown.",
    "order": "The address asks for an order that there is none of. The gravest difference stands first.",
    "words": "The words to find are too long or hold signs that nobody prints. They were left out.",
}


class FiguresForm(forms.Form):
    """The choices of the page of figures, from its address. What makes no sense is left out with a notice."""

    verdict = forms.ChoiceField(required=False, choices=[("", "All"), *VERDICTS.items()])
    outlet = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)
    kind = forms.ChoiceField(required=False, choices=[("", "Any kind"), *KINDS.items()])
    order = forms.ChoiceField(required=False, choices=list(ORDERS.items()))
    words = forms.CharField(required=False, max_length=200)

    def __init__(self, *args: Any, source: FiguresSource, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "choose-%s", **kwargs})
        outlets = {column.outlet_id: column.outlet for column in source.columns}
        cast(forms.ChoiceField, self.fields["outlet"]).choices = [("", "Any outlet"), *outlets.items()]

    def wanted(self) -> FiguresWanted:
        """Return the choices that make sense; the others keep their defaults."""
        self.is_valid()
        return FiguresWanted(**self.cleaned_data)

    def notices(self) -> list[str]:
        """Return one sentence for each choice in the address that could not be followed."""
        return [_NOTICES[name] for name in self.errors]
