"""Editor panels that always show both languages: German | English."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)

from portal.core.bilingual import LANGUAGES


def pair(field: str, **options) -> FieldRowPanel:
    """Return the German and the English field side by side: for inline children, where tabs cannot go."""
    return FieldRowPanel([FieldPanel(f"{field}_{code}", **options) for code in LANGUAGES])


def language_tab(code: str, heading, fields: list[str]) -> ObjectList:
    """Return a tab with the fields of one language."""
    return ObjectList([FieldPanel(f"{field}_{code}") for field in fields], heading=heading)


def bilingual_tabs(fields: list[str], german_only: tuple[str, ...] = (), **tabs) -> TabbedInterface:
    """Return an edit form: German | English | one tab for each further (heading, panels)."""
    german = language_tab("de", _("German"), fields)
    german.children.extend(FieldPanel(field) for field in german_only)
    more = [ObjectList(panels, heading=heading) for heading, panels in tabs.values()]
    return TabbedInterface([german, language_tab("en", _("English"), fields), *more])


def assurance_panels() -> list:
    """Return the panels of "checked by … on …" and of publishing."""
    assurance = [FieldRowPanel([FieldPanel("assured_on"), FieldPanel("assured_by"), FieldPanel("review_interval")])]
    return [MultiFieldPanel(assurance, heading=_("Checked")), PublishingPanel()]
