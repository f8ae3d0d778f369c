"""Panels of edit forms for texts in both languages: German | English."""

from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.admin.panels.base import get_form_for_model

from portal.core.admin.widgets import LongLine
from portal.core.drafts.schedule import RecordForm
from portal.core.language.bilingual import LANGUAGES
from portal.core.rights.forms import ChoosingForm


def pair(field: str, *, long: bool = False) -> FieldRowPanel:
    """Return the German and the English field side by side: for forms without tabs."""
    return FieldRowPanel([_text(field, code, long=long) for code in LANGUAGES])


class FoldedPanel(MultiFieldPanel):
    """Fields that few need under a summary: closed, also without JavaScript, unless one of them has an error."""

    def __init__(self, children: list[Panel], summary: Promise | str = "", **options: Any) -> None:
        super().__init__(children, **options)
        self.summary = summary

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "summary": self.summary}

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "core/folded_panel.html"

        @property
        def is_open(self) -> bool:
            return any(name in self.form.errors for name in self.panel.get_form_options().get("fields", []))


class ChoosingInlinePanel(InlinePanel):
    """Inline children whose fields offer only the records that the user may choose."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        formset = options["formsets"][self.relation_name]
        model = self.db_field.related_model
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields")
        formset["inherit_kwargs"] = ["for_user"]  # without a user, a new child is offered nothing
        formset["form"] = get_form_for_model(model, ChoosingForm, defer_required_on_fields=deferred or [])
        return options


def children(model: type[Model], relation: str, panels: list, **options: Any) -> ChoosingInlinePanel:
    """Return the panel of inline children, with the names of their model; Wagtail would show that of the relation."""
    names = {"heading": capfirst(model._meta.verbose_name_plural), "label": model._meta.verbose_name}
    return ChoosingInlinePanel(relation, panels, **names, **options)


def language_tab(code: str, heading: Promise | str, fields: list[str], long: tuple[str, ...] = ()) -> ObjectList:
    """Return a tab with the fields of one language; those in `long` have a field that grows with the text."""
    return ObjectList([_text(field, code, long=field in long) for field in fields], heading=heading)


def bilingual_tabs(
    fields: list[str],
    german_only: tuple[str, ...] = (),
    long: tuple[str, ...] = (),
    beside_english: tuple[Panel, ...] = (),
    form_class: type[RecordForm] = RecordForm,
    **tabs: tuple[Promise | str, list[Panel]],
) -> TabbedInterface:
    """Return an edit form: German | English | one tab for each further (heading, panels).

    The panels in `beside_english` follow the English texts.
    """
    german = language_tab("de", _("German"), fields, long)
    german.children.extend(FieldPanel(field) for field in german_only)
    english = language_tab("en", _("English"), fields, long)
    english.children.extend(beside_english)
    further = [ObjectList(panels, heading=heading) for heading, panels in tabs.values()]
    return TabbedInterface([german, english, *further], base_form_class=form_class)


def assurance_panels() -> list:
    """Return the panels of "checked by … on …" and of publishing."""
    assurance = [FieldRowPanel([FieldPanel("assured_on"), FieldPanel("assured_by"), FieldPanel("review_interval")])]
    return [MultiFieldPanel(assurance, heading=_("Checked")), PublishingPanel()]


def _text(field: str, code: str, *, long: bool) -> FieldPanel:
    """Return the panel of one text. The German name is required even in drafts, for lists, history and the slug."""
    options = {"widget": LongLine()} if long else {}
    return FieldPanel(f"{field}_{code}", required_on_save=(field, code) == ("name", "de") or None, **options)
