"""What a reader may ask the search for, checked."""

from typing import Any, cast

from django import forms

from articles.analysis.search_words import folded
from articles.models import Reading, Story
from articles.selectors.search_filter import PARTS, Wanted
from articles.selectors.search_query import Query

_NOTICES = {
    "speaker": "The speaker has no letter, or is longer than a name. Everyone’s words are searched.",
    "outlet": "The address names an outlet that we do not know. All outlets are searched.",
    "story": "The address names a story that we do not know. All stories are searched.",
    "since": "The first day is not a date such as 2024-08-18. It was left out.",
    "until": "The last day is not a date such as 2024-08-18. It was left out.",
    "kind": "The address names a kind of reading that there is none of. All kinds are searched.",
    "in": "The address asks to search in something that there is none of. Statements are searched.",
    "order": "The address asks for an order that there is none of. The best come first.",
}
_SWAPPED = "The first day was after the last, so the two were swapped."
_OF_STATEMENTS = "Speaker and kind of reading belong to statements, so statements are searched."


class SearchForm(forms.Form):
    """The choices of the search, from its address. What makes no sense is left out with a notice."""

    speaker = forms.CharField(
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"list": "speakers", "placeholder": "Smith", "autocomplete": "off"}),
    )
    outlet = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)
    story = forms.CharField(required=False, max_length=120)
    since = forms.DateField(required=False)
    until = forms.DateField(required=False)
    kind = forms.ChoiceField(required=False, choices=[("", "Any kind"), *Reading.Kind.choices])
    order = forms.ChoiceField(
        required=False, choices=[("best", "Best first"), ("newest", "Newest first")], initial="best"
    )

    def __init__(self, *args: Any, query: Query, outlets: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "search-%s", **kwargs})
        self.query = query
        self.story_title = ""
        self._told: list[str] = []
        self.fields["in"] = forms.ChoiceField(required=False, choices=list(PARTS.items()))
        cast(forms.ChoiceField, self.fields["outlet"]).choices = [("", "Any outlet"), *outlets]

    def clean_speaker(self) -> str:
        speaker: str = self.cleaned_data["speaker"]
        if speaker and not folded(speaker):
            raise forms.ValidationError("It has no letter.", code="no_letter")
        return speaker

    def clean_story(self) -> str:
        slug: str = self.cleaned_data["story"]
        if not slug:
            return ""
        title = Story.objects.filter(slug=slug).values_list("title", flat=True).first()
        if title is None:
            raise forms.ValidationError("There is no such story.", code="unknown")
        self.story_title = title
        return slug

    def wanted(self) -> Wanted:
        """Return the search that the choices which make sense ask for."""
        self.is_valid()
        checked = self.cleaned_data
        since, until = checked.get("since"), checked.get("until")
        if since and until and since > until:
            since, until = until, since
            self._told.append(_SWAPPED)
        part = checked.get("in") or "statements"
        if part != "statements" and (checked.get("speaker") or checked.get("kind")):
            part = "statements"
            self._told.append(_OF_STATEMENTS)
        return Wanted(
            query=self.query,
            speaker=checked.get("speaker", ""),
            outlet=checked.get("outlet"),
            story=checked.get("story", ""),
            since=since,
            until=until,
            kind=checked.get("kind", ""),
            part=part,
            order=checked.get("order") or "best",
        )

    def notices(self) -> list[str]:
        """Return one sentence for each choice that could not be followed as it was asked for."""
        return [*self.query.notices, *(_NOTICES[name] for name in self.errors), *self._told]
