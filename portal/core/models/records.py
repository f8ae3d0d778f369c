from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin
from wagtail.search import index

from portal.core.language.bilingual import GERMAN, LANGUAGES
from portal.core.models import slugs
from portal.core.models.drafts import without_deleted_objects
from portal.core.models.first_version import FirstVersionMixin
from portal.core.models.identity import Named
from portal.core.models.previews import NarrowPreviewMixin
from portal.core.related import leave_out_hidden


class Record(
    NarrowPreviewMixin,
    FirstVersionMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    index.Indexed,
    Named,
    ClusterableModel,
):
    """One row in two languages, edited as a snippet, with drafts, revisions, preview and an address per language."""

    slug = models.SlugField(
        _("address"),
        max_length=120,
        blank=True,
        db_index=False,
        help_text=_("The last part of the address. Leave it empty and it is made from the name."),
    )
    slug_de: str  # the columns that `translation.py` makes
    slug_en: str
    assured_on = models.DateField(_("checked on"), null=True, blank=True)
    assured_by = models.CharField(_("checked by"), max_length=200, blank=True, help_text=_("An office, not a person."))
    review_interval = models.PositiveSmallIntegerField(
        _("check again after (months)"), default=12, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )

    not_copied: tuple[str, ...] = ("slug", "go_live_at", "expire_at", "assured_on", "assured_by")

    template = ""  # of the public page
    is_sensitive = False  # whether the page must leave no trace in caches and in Referer headers
    page_relations: tuple[str, ...] = ()  # the relations that the page shows, for `fetch_related`
    page_selector = ""  # dotted path of a function that returns the rest of the page's context for a record

    search_fields = [index.AutocompleteField("name_de"), index.AutocompleteField("name_en")]

    class Meta(Named.Meta):
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["slug_de"], name="%(app_label)s_%(class)s_slug_de"),
            models.UniqueConstraint(
                Coalesce(NullIf("slug_en", Value("")), "slug_de"), name="%(app_label)s_%(class)s_slug_en"
            ),
        ]

    def clean(self) -> None:
        super().clean()
        slugs.fill_in(self)
        slugs.validate(self)

    @transaction.atomic  # as with pages: visitors see a record and its parts change together
    def save(self, *args: Any, **kwargs: Any) -> None:
        slugs.fill_in(self)
        slugs.make_unique(self)
        former = slugs.public_slugs(self)
        super().save(*args, **kwargs)
        slugs.remember_former(self, former)

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Self | None:
        return super().from_serializable_data(without_deleted_objects(cls, data), check_fks, strict_fks)

    def slug_in(self, language: str) -> str:
        """Return the slug in `language`; the German one where there is no English slug."""
        return getattr(self, f"slug_{language}") or self.slug_de

    def detail_context(self) -> dict:
        """Return the context of the public template: the record and what its `page_selector` returns."""
        return {"record": self, **import_string(self.page_selector)(self)}

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return self.template

    @property
    def preview_modes(self) -> list[tuple[str, Promise]]:
        return [("de", _("German")), ("en", _("English"))]

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        leave_out_hidden(self, self.page_relations)
        return {**super().get_preview_context(request, mode_name), **self.detail_context()}

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        with override(mode_name if mode_name in LANGUAGES else GERMAN):
            return super().serve_preview(request, mode_name).render()
