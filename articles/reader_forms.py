"""What a reader may ask the Reader for, checked."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from articles.selectors.reader_articles import Offer
from articles.selectors.reader_choices import ReaderChoices

_NOTICES = {
    "left": "The address names a left article that this story does not have. Another one is shown.",
    "right": "The address names a right article that this story does not have. Another one is shown.",
    "marks": "The address asks for marks that there are none of. Changed words are marked.",
    "scroll": "The address asks for a way to scroll that there is none of. The texts scroll together.",
    "shown": "The address asks for a third text. The left one is shown first.",
}
_SAME_TWICE = (
    "The address names one article twice. It is shown beside the one that has most in common with it."
)


class ReaderForm(forms.Form):
    """The choices of the Reader, from its address. What makes no sense is left out with a notice."""

    left = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)
    right = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)
    marks = forms.ChoiceField(
        required=False,
        choices=[("changed", "Changed words"), ("every", "Every variant"), ("none", "No marks")],
    )
    scroll = forms.ChoiceField(
        required=False, choices=[("together", "Scroll together"), ("freely", "Scroll freely")]
    )
    dim = forms.BooleanField(required=False)
    swap = forms.BooleanField(required=False)
    shown = forms.ChoiceField(required=False, choices=[("left", "Left"), ("right", "Right")])

    def __init__(self, *args: Any, offered: Sequence[Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for side in ("left", "right"):
            field = cast(forms.ChoiceField, self.fields[side])
            field.choices = [(offer.article, offer.name) for offer in offered]

    def choices(self) -> ReaderChoices:
        """Return the choices that make sense; of an article named twice only the left one."""
        self.is_valid()
        checked = self.cleaned_data
        left, right = checked.get("left"), None if self._names_one_twice() else checked.get("right")
        return ReaderChoices(
            left=right if checked.get("swap") else left,
            right=left if checked.get("swap") else right,
            marks=checked.get("marks") or "changed",
            scroll=checked.get("scroll") or "together",
            dim=checked.get("dim", False),
            shown=checked.get("shown") or "left",
        )

    def notices(self) -> list[str]:
        """Return one sentence for each choice in the address that could not be followed."""
        notices = [_NOTICES[name] for name in self.errors]
        return [*notices, _SAME_TWICE] if self._names_one_twice() else notices

    def _names_one_twice(self) -> bool:
        left = self.cleaned_data.get("left")
        return left is not None and left == self.cleaned_data.get("right")
