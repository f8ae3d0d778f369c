"""Editor panels that always show both languages: German | English."""

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

from portal.core.bilingual import LANGUAGES
from portal.core.schedule import RecordForm
from portal.core.widgets import LongLine


def pair(field: str, *, long: bool = False) -> FieldRowPanel:
    """Return the German and the English field side by side: for forms without tabs."""
    return FieldRowPanel([_text(field, code, long=long) for code in LANGUAGES])


def children(model, relation: str, panels: list, **options) -> InlinePanel:
    """Return the panel of inline children, called what the model says: Wagtail would show the relation's name."""
    names = {"heading": capfirst(model._meta.verbose_name_plural), "label": model._meta.verbose_name}
    return InlinePanel(relation, panels, **names, **options)


def language_tab(code: str, heading, fields: list[str], long: tuple[str, ...] = ()) -> ObjectList:
    """Return a tab with the fields of one language; those in `long` grow with their text."""
    return ObjectList([_text(field, code, long=field in long) for field in fields], heading=heading)


def bilingual_tabs(
    fields: list[str],
    german_only: tuple[str, ...] = (),
    long: tuple[str, ...] = (),
    beside_english: tuple[Panel, ...] = (),
    form_class: type[RecordForm] = RecordForm,
    **tabs,
) -> TabbedInterface:
    """Return an edit form: German | English | one tab for each further (heading, panels).

    The panels of `beside_english` stand below the English texts.
    """
    german = language_tab("de", _("German"), fields, long)
    german.children.extend(FieldPanel(field) for field in german_only)
    english = language_tab("en", _("English"), fields, long)
    english.children.extend(beside_english)
    more = [ObjectList(panels, heading=heading) for heading, panels in tabs.values()]
    whole = [german, english, *more]
    return TabbedInterface(whole, base_form_class=form_class)


def assurance_panels() -> list:
    """Return the panels of "checked by … on …" and of publishing."""
    assurance = [FieldRowPanel([FieldPanel("assured_on"), FieldPanel("assured_by"), FieldPanel("review_interval")])]
    return [MultiFieldPanel(assurance, heading=_("Checked")), PublishingPanel()]


def _text(field: str, code: str, *, long: bool) -> FieldPanel:
    """Return the panel of one text. Even a draft has its German name: lists, history and the address need one."""
    options = {"widget": LongLine()} if long else {}
    return FieldPanel(f"{field}_{code}", required_on_save=(field, code) == ("name", "de") or None, **options)
