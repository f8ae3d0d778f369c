"""Words that editors enter for the search. They have no language, since queries have none either."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class CompoundWord(index.Indexed, models.Model):
    """A German compound in its parts: a query for the parts finds the compound, and the reverse."""

    parts = models.CharField(
        _("word in parts"),
        max_length=80,
        unique=True,
        validators=[
            RegexValidator(
                r"^[^\W\d_]{3,}(\|[^\W\d_]{3,})+$", _("Letters, with | between the parts: Kinder|betreuung.")
            )
        ],
        help_text=_("With | between the parts: Kinder|betreuung. Linking letters (s, es, n, en) need no mark."),
    )

    search_fields = [index.AutocompleteField("parts")]

    class Meta:
        verbose_name = _("compound word")
        verbose_name_plural = _("compound words")
        ordering = ["parts"]

    def __str__(self) -> str:
        return self.parts


class SynonymGroup(index.Indexed, models.Model):
    """Words and phrases that mean the same to a search: a query with one of them finds what has any of them."""

    words = ArrayField(
        models.CharField(max_length=80),
        verbose_name=_("words"),
        help_text=_("Two or more, in both languages, separated by commas: Kita, day nursery, Kindertagesstätte."),
    )

    search_fields = [index.AutocompleteField("words")]

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["words"]

    def __str__(self) -> str:
        return ", ".join(self.words)

    def clean(self) -> None:
        super().clean()
        if len({word.strip().lower() for word in self.words or []}) < 2:
            raise ValidationError({"words": _("One word alone has no synonym: give two or more.")})
