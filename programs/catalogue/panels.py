"""The edit forms of programmes, life situations and vocabularies, with tabs for German, English and common fields."""

from django.forms import CheckboxSelectMultiple, Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from portal.core.admin.panels import assurance_panels, children, pair
from portal.core.admin.widgets import LongChecklist
from portal.translation.panels import record_form
from programs import models

PROGRAM_TEXTS = ["name", "slug", "summary", "description", "eligibility", "alternate_name", "alert"]
SITUATION_TEXTS = ["name", "slug", "sentence", "people", "title", "summary", "introduction", "synonyms"]


def checkboxes(field: str) -> FieldPanel:
    """Return a panel with checkboxes; in a list box, one wrong click loses the whole selection."""
    return FieldPanel(field, widget=CheckboxSelectMultiple)


who_and_what = [
    FieldRowPanel([FieldPanel("status"), FieldPanel("main_kind", widget=Select)]),
    FieldRowPanel([checkboxes("kinds"), checkboxes("life_situations")]),
    FieldRowPanel([checkboxes("phases"), checkboxes("levels")]),
    FieldRowPanel([checkboxes("modes"), checkboxes("deliveries")]),
    FieldPanel("service_languages"),
    children(
        models.TeachingLanguage,
        "teaching_languages",
        [FieldRowPanel([FieldPanel("language"), FieldPanel("level")])],
    ),
]


when = [
    children(
        models.EnrolmentPeriod,
        "enrolment_periods",
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("term")]),
            FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
            pair("note"),
            checkboxes("life_situations"),
        ],
        help_text=_("Whether one can apply now is computed from these. Without any, readers are told “dates unknown”."),
    )
]


how = [
    children(
        models.Criterion,
        "criteria",
        [
            FieldRowPanel(
                [FieldPanel("criterion"), FieldPanel("operator"), FieldPanel("value"), FieldPanel("is_hard")]
            ),
            pair("explanation", long=True),
        ],
    ),
    children(models.RequiredDocument, "required_documents", [pair("text", long=True)]),
    children(models.ApplicationStep, "application_steps", [pair("text", long=True)]),
    children(
        models.CostOption,
        "cost_options",
        [FieldRowPanel([FieldPanel("amount"), FieldPanel("currency")]), pair("note")],
    ),
    FieldPanel("apply_url"),
]


where_and_whom = [
    children(
        models.Place,
        "places",
        [
            pair("name"),
            FieldPanel("address"),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            pair("accessibility", long=True),
        ],
    ),
    FieldPanel("responsible_unit"),
    FieldPanel("contacts", widget=LongChecklist),
    FieldPanel("partner_institutions", widget=LongChecklist),
    FieldPanel("principles", widget=LongChecklist),
    FieldPanel("related_programs", widget=LongChecklist),
    FieldPanel("source_url"),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("easy_checked_by"), FieldPanel("easy_checked_on")])], heading=_("Leichte Sprache")
    ),
    *assurance_panels(),
]


program_form = record_form(
    PROGRAM_TEXTS,
    german_only=("easy_summary_de",),
    long=("summary", "alert"),
    who=(_("Who and what"), who_and_what),
    when=(_("When"), when),
    how=(_("Applying"), how),
    where=(_("Where, whom, checked"), where_and_whom),
)


situation_form = record_form(
    SITUATION_TEXTS,
    long=("summary",),
    settings=(
        _("Settings"),
        [
            FieldRowPanel([FieldPanel("notation"), FieldPanel("position"), FieldPanel("is_sensitive")]),
            *assurance_panels(),
        ],
    ),
)


concept_panels = [
    pair("name"),
    pair("synonyms"),
    FieldRowPanel([FieldPanel("notation"), FieldPanel("position")]),
]
kind_panels = [*concept_panels, FieldPanel("entry", widget=Select)]
