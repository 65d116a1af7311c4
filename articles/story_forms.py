"""What a reader may ask the list of stories for, checked."""

from typing import Any, cast

from django import forms

from articles.selectors.stories_filter import ORDERS, StoriesWanted

_NOTICES = {
    "words": "The words to find are too long or hold signs that nobody prints. They were left out.",
    "outlet": "The address names an outlet that we do not know. Stories of all outlets are shown.",
    "order": "The address asks for an order that there is none of. The latest change comes first.",
}


class StoriesForm(forms.Form):
    """The choices of the front page, from its address. What makes no sense is left out with a notice."""

    words = forms.CharField(required=False, max_length=200)
    outlet = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)
    serious = forms.BooleanField(required=False)
    order = forms.ChoiceField(required=False, choices=list(ORDERS.items()))

    def __init__(self, *args: Any, outlets: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "stories-%s", **kwargs})
        cast(forms.ChoiceField, self.fields["outlet"]).choices = [("", "Any outlet"), *outlets]

    def wanted(self) -> StoriesWanted:
        """Return the choices that make sense; the others keep their defaults."""
        self.is_valid()
        checked = self.cleaned_data
        return StoriesWanted(
            words=checked.get("words", ""),
            outlet=checked.get("outlet"),
            serious=checked.get("serious", False),
            order=checked.get("order") or "changed",
        )

    def notices(self) -> list[str]:
        """Return one sentence for each choice in the address that could not be followed."""
        return [_NOTICES[name] for name in self.errors]
