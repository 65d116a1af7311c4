"""An alias as an editor gives it: one form a line, and nothing that would make two known names one."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from articles.analysis import aliases
from articles.analysis.aliases import Alias as AddedAlias
from articles.analysis.person_names import fold
from articles.models import Alias, Story

_LONGEST = 300


class OneALine(forms.CharField):
    """A list of forms, one a line, without empty lines and the space around them."""

    widget = forms.Textarea(attrs={"rows": 5, "cols": 60, "spellcheck": "false"})

    def prepare_value(self, value: Any) -> Any:
        """Show the list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        """Return the lines as a list."""
        lines = [" ".join(line.split()) for line in super().clean(value).splitlines()]
        listed = list(dict.fromkeys(line for line in lines if line))
        for line in listed:
            if len(line) > _LONGEST:
                raise ValidationError(f"“{line[:40]}…” is longer than {_LONGEST} characters.")
        return listed

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare lines with lines."""
        return super().has_changed(self.prepare_value(initial), data)


class AliasForm(forms.ModelForm):  # type: ignore[type-arg]
    """A name and the other forms in which it is printed."""

    forms = OneALine(label="Other forms", help_text=Alias._meta.get_field("forms").help_text)

    class Meta:
        model = Alias
        fields: ClassVar[list[str]] = ["name", "forms", "kind", "story", "note"]
        labels: ClassVar[dict[str, str]] = {"story": "Only in the story"}

    def clean_name(self) -> str:
        """Return the name with single spaces."""
        return " ".join(str(self.cleaned_data["name"]).split())

    def clean(self) -> dict[str, Any] | None:
        """Refuse an alias that says nothing, or that joins what is known to be two."""
        cleaned = super().clean()
        if self.errors or not cleaned:
            return cleaned
        name, story = cleaned["name"], cleaned["story"]
        listed = [form for form in cleaned["forms"] if fold(form) != fold(name)]
        cleaned["forms"] = listed
        if not listed:
            self.add_error("forms", f"Give another form than “{name}”: a name stands for itself already.")
        if not _looks_like_a_name(name):
            self.add_error(
                "name", f"“{name}” has no capital letter and no digit: it would stand in any text."
            )
        for form in listed:
            if not _looks_like_a_name(form):
                self.add_error(
                    "forms", f"“{form}” has no capital letter and no digit: it would stand in any text."
                )
        self._refuse_to_join_built_in_names(name, listed)
        self._refuse_forms_of_others(name, listed, story)
        return cleaned

    def _refuse_to_join_built_in_names(self, name: str, listed: Iterable[str]) -> None:
        one = AddedAlias(name=name, kind="organisation", forms=tuple(listed))
        known = aliases.shipped().clashing(one)
        if len(known) > 1:
            names = " and ".join(f"“{alias.name}”" for alias in known)
            self.add_error("forms", f"This would make one of {names}, which Newsroom knows to be different.")

    def _refuse_forms_of_others(self, name: str, listed: Iterable[str], story: Story | None) -> None:
        """A form stands for one name: aliases that hold in one story may share nothing but their names."""
        others = Alias.objects.exclude(pk=self.instance.pk)
        if story:
            others = others.filter(Q(story=story) | Q(story=None))
        for other in others:
            its_forms = {fold(form) for form in other.forms}
            if fold(name) in its_forms:
                self.add_error("name", f"“{name}” is a form of the alias “{other}”: add your forms to that.")
            for form in listed:
                if fold(form) in its_forms | {fold(other.name)}:
                    self.add_error(
                        "forms", f"“{form}” belongs to the alias “{other}”: add your forms to that."
                    )


def _looks_like_a_name(printed: str) -> bool:
    return len(printed) > 1 and any(char.isupper() or char.isdigit() for char in printed)
