"""What a reader may ask the page of people and names for, checked."""

from typing import Any, cast

from django import forms

from articles.selectors.people import PeopleSource
from articles.selectors.people_choices import KINDS, PeopleWanted

_NOTICES = {
    "kind": "The address names a kind of name that there is none of. All kinds are shown.",
    "outlet": "The address names an outlet that has no article here. All outlets’ names are shown.",
    "words": "The words to find are too long or hold signs that nobody prints. They were left out.",
}


class PeopleForm(forms.Form):
    """The choices of the page of people, from its address. What makes no sense is left out with a notice."""

    kind = forms.ChoiceField(required=False, choices=[("", "All"), *KINDS.items()])
    outlet = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)
    words = forms.CharField(required=False, max_length=200)
    conflicts = forms.BooleanField(required=False)

    def __init__(self, *args: Any, source: PeopleSource, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "choose-%s", **kwargs})
        outlets = {column.outlet_id: column.outlet for column in source.columns}
        cast(forms.ChoiceField, self.fields["outlet"]).choices = [("", "Any outlet"), *outlets.items()]

    def wanted(self) -> PeopleWanted:
        """Return the choices that make sense; the others keep their defaults."""
        self.is_valid()
        return PeopleWanted(**self.cleaned_data)

    def notices(self) -> list[str]:
        """Return one sentence for each choice in the address that could not be followed."""
        return [_NOTICES[name] for name in self.errors]
