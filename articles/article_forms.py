"""An article as an administrator gives it: its facts, and its text pasted or uploaded."""

import re
from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.models import Article, Revision
from articles.services.incoming.decoding import Undecodable, decode
from articles.services.revise_article import TooLong, UnusableText, check_text, hash_of

_ANY_NEWLINE = re.compile(r"\r\n|\r|\n")


class ArticleForm(forms.ModelForm):  # type: ignore[type-arg]
    """The facts of an article and its text.

    The text is kept as pasted, with one exception: browsers send every line end as CR LF, whatever was
    pasted, and that becomes LF again. A text that differs from the held one by its line ends only was not
    changed. An uploaded file is kept byte for byte. Once the form is valid, ``text`` is the article's text.
    """

    pasted = forms.CharField(
        label="Text",
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 24, "cols": 90, "class": "vLargeTextField", "spellcheck": "false"}
        ),
        help_text="Paste the whole text, headline and all. It is stored exactly as pasted and never changed.",
    )
    uploaded = forms.FileField(
        label="… or a file",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".txt,text/plain"}),
        help_text="A .txt file, in UTF-8, in the place of the text above.",
    )

    knowingly = forms.BooleanField(label="Take it in all the same", required=False, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields: ClassVar[list[str]] = []  # the admin panel says which facts it asks for
        labels: ClassVar[dict[str, str]] = {
            "outlet_basis": "How we know",
            "published": "Published on",
            "published_at": "At, in UTC",
            "title": "Headline",
            "url": "Web address",
            "extent": "What we hold",
            "copy_note": "Note on the copy",
            "is_reference": "Reference witness",
            "position": "Place among the columns",
        }

    text: str

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._held = self.instance.revisions.filter(is_current=True).first() if self.instance.pk else None
        if at := self.fields.get("published_at"):
            for part, name in zip(at.widget.widgets, ("Day", "Time"), strict=True):
                part.attrs["aria-label"] = f"{name} of publication, in UTC"
        if self._held:
            self.initial["pasted"] = self._held.text
            self.fields["pasted"].help_text = (
                f"This is revision {self._held.number}. Another text in its place is kept as revision "
                f"{self._held.number + 1} and compared; the earlier ones stay as they are."
            )

    def full_clean(self) -> None:
        """Check everything, and keep an uploaded text in the form: a browser does not send a file again."""
        self._decoded: str | None = None
        super().full_clean()
        if self.is_bound and self.errors and self._decoded is not None and not self._has_two_texts():
            self.data = self.data.copy()
            self.data[self.add_prefix("pasted")] = self._decoded

    def clean_uploaded(self) -> "UploadedFile[Any] | None":
        """Read the uploaded file, which must hold text."""
        file: UploadedFile[Any] | None = self.cleaned_data["uploaded"]
        if file:
            try:
                self._decoded = decode(file.read()).text
            except Undecodable as error:
                raise forms.ValidationError(f"{error} {error.remedy}") from error
        return file

    def clean(self) -> dict[str, Any]:
        """Check what depends on several fields: the days, the text, and what the story holds already."""
        checked = super().clean() or {}
        self._check_has_come(checked)
        if (exactly := checked.get("published_at")) and not checked.get("published"):
            checked["published"] = exactly.date()
        if "pasted" in self.errors or "uploaded" in self.errors:
            return checked
        if self._has_two_texts():
            self.add_error(
                "uploaded",
                "You gave a text and a file, and they differ. Empty the text to take the file, or save again "
                "without a file to take the text.",
            )
            return checked
        self.text = self._given_text(checked)
        try:
            check_text(self.text)
        except TooLong as error:
            self.add_error("pasted", str(error))
            return checked
        except UnusableText as error:
            self.add_error(
                "pasted", f"{error} Paste the article's text, or choose a .txt file that holds it."
            )
            return checked
        self._check_not_held(checked)
        return checked

    def _check_has_come(self, checked: dict[str, Any]) -> None:
        """Refuse a day of publication that nobody on Earth has reached."""
        latest = timezone.now() + timedelta(days=1)
        exactly = checked.get("published_at")
        for name, day in [
            ("published", checked.get("published")),
            ("published_at", exactly and exactly.date()),
        ]:
            if day and day > latest.date():
                self.add_error(name, f"{day:%d %B %Y} lies in the future. Was another day or year meant?")

    def _has_two_texts(self) -> bool:
        """Say whether a file was chosen and another text typed, so that one of them would be lost."""
        typed = _ANY_NEWLINE.sub("\n", self.data.get(self.add_prefix("pasted"), ""))
        held = self._held.text if self._held else ""
        known = {_ANY_NEWLINE.sub("\n", text) for text in ("", held, self._decoded or "")}
        return self._decoded is not None and typed not in known

    def _given_text(self, checked: dict[str, Any]) -> str:
        if self._decoded is not None:
            return self._decoded
        pasted: str = _ANY_NEWLINE.sub("\n", checked["pasted"])
        if self._held and _ANY_NEWLINE.sub("\n", self._held.text) == pasted:
            return str(self._held.text)
        return pasted

    def _check_not_held(self, checked: dict[str, Any]) -> None:
        """Refuse what the story holds already: the outlet's same text, or the same file."""
        story, outlet = checked.get("story"), checked.get("outlet")
        if not story or not outlet:
            return
        others = Article.objects.filter(story=story).exclude(pk=self.instance.pk)
        same = others.filter(
            outlet=outlet, revisions__is_current=True, revisions__text_hash=hash_of(self.text)
        ).first()
        if same:
            self.add_error("pasted", f"The story already holds this very text: {same}.")
        elif not checked.get("knowingly"):
            self._ask_whose_text(others, checked)
        file = checked.get("uploaded")
        if file and others.filter(source=file.name).exists():
            self.add_error(
                "uploaded",
                f"The story already holds an article from a file {file.name}. If its text has changed, open "
                "that article and upload the file there; otherwise give the file another name.",
            )

    def _ask_whose_text(self, others: QuerySet[Article], checked: dict[str, Any]) -> None:
        """Ask before a text is taken in that the story holds under another outlet, and neither is a copy."""
        twin = (
            others.filter(revisions__is_current=True, revisions__text_hash=hash_of(self.text))
            .exclude(copy_of=checked["outlet"])
            .exclude(outlet=checked.get("copy_of"))
            .first()
        )
        if twin and not (self._held and self._held.text == self.text):
            self.fields["knowingly"].widget = forms.CheckboxInput()
            self.add_error(
                "knowingly",
                f"The story holds this very text already: {twin}. If one of the two is a copy, set “Copy of” "
                "on it. If the text is right as it is, tick this and save again.",
            )

    def save(self, commit: bool = True) -> Article:
        file = self.cleaned_data.get("uploaded")
        if file and not self.instance.source:
            self.instance.source = file.name
        article: Article = super().save(commit)
        return article

    def same_text_elsewhere(self) -> list[Revision]:
        """Return where other articles hold the same text, which is worth a word but no error.

        One that is marked as a copy already, on either side, needs no word in its own story.
        """
        same = (
            Revision.objects.filter(text_hash=hash_of(self.text), is_current=True)
            .exclude(article=self.instance)
            .select_related("article__story", "article__outlet")
        )
        is_known = Q(article__story=self.instance.story) & (
            Q(article__copy_of=self.instance.outlet) | Q(article__outlet=self.instance.copy_of)
        )
        return list(same.exclude(is_known))
