"""What an editor may decide about a suggested reading, checked."""

from typing import Any

from django import forms

from articles.models import ReadingDecision, Revision, Story


class ReadingDecisionForm(forms.Form):
    """A verdict about a passage of one of the story's texts."""

    verdict = forms.ChoiceField(choices=ReadingDecision.Verdict.choices)
    revision = forms.ModelChoiceField(Revision.objects.none())
    start = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    end = forms.IntegerField(min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, story: Story, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        texts = forms.ModelChoiceField(Revision.objects.filter(article__story=story).defer("analysis"))
        self.fields["revision"] = texts
