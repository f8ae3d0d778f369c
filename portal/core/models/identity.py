from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from portal.core.language.bilingual import text
from portal.core.language.letters import sort_key
from portal.core.models.public_id import new_public_id, validate_public_id


class Identified(models.Model):
    """An object with a public identifier that never changes, in place of its integer key."""

    public_id = models.CharField(
        _("identifier"),
        max_length=8,
        unique=True,
        editable=False,
        default=new_public_id,
        validators=[validate_public_id],
    )

    class Meta:
        abstract = True


class Named(index.Indexed, Identified):
    """An object with a name in two languages, and a sort key for each."""

    name = models.CharField(_("name"), max_length=300)
    name_de: str  # the columns that `translation.py` makes
    name_en: str
    sort_de = models.CharField(max_length=200, editable=False, db_collation="C", db_index=True)
    sort_en = models.CharField(max_length=200, editable=False, db_collation="C", db_index=True)

    marked_name = ""  # the name with the matches of a search marked, set on results of a search

    search_fields = [index.AutocompleteField("name_de"), index.AutocompleteField("name_en")]

    class Meta:
        abstract = True
        ordering = ["sort_de"]

    def __str__(self) -> str:
        return self.name_de

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_de = sort_key(self.name_de)
        self.sort_en = sort_key(self.name_en or self.name_de)
        super().save(*args, **kwargs)

    @property
    def label(self) -> str:
        """Return what `__str__` says in German in the reader's language, for choices, filters and lists of staff."""
        return str(text(self, "name"))


def label_of(record: models.Model) -> str:
    """Return how a record is called in a choice or list: in the reader's language if it has a name in both."""
    return record.label if isinstance(record, Named) else str(record)
