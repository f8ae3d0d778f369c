"""The edit forms of programmes, life situations and vocabularies.

A programme begins with what changes often: name, summary, deadlines, contact. The rest is folded away.
"""

from django.forms import Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, PublishingPanel

from portal.core.admin.compact import Fold
from portal.core.admin.panels import assurance_panels, checked_panel, children, pair
from portal.core.admin.widgets import Checklist, LongChecklist
from portal.core.drafts.schedule import RecordForm
from portal.translation.panels import TranslationPanel, record_form
from programs import models
from programs.catalogue.words import CriterionWords, LevelSelect, TermSelect, WordsInput

SITUATION_TEXTS = ["name", "slug", "sentence", "people", "title", "summary", "introduction", "synonyms"]


def checkboxes(field: str) -> FieldPanel:
    """Return a panel with checkboxes; in a list box, one wrong click loses the whole selection."""
    return FieldPanel(field, widget=Checklist)


essentials = [
    pair("name"),
    pair("summary", long=True),
    FieldRowPanel([FieldPanel("status"), FieldPanel("main_kind", widget=Select)]),
    children(
        models.EnrolmentPeriod,
        "enrolment_periods",
        [
            FieldRowPanel(
                [FieldPanel("kind"), FieldPanel("term", widget=TermSelect, help_text=_("In which one begins."))]
            ),
            FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
            pair("note"),
            FieldPanel("life_situations", widget=LongChecklist),
        ],
        help_text=_("Whether one can apply now is computed from these. Without any, readers are told “dates unknown”."),
    ),
    FieldPanel("responsible_unit"),
    FieldPanel("contacts", widget=LongChecklist),
]


texts = [
    pair("description"),
    pair("eligibility"),
    pair("alert", long=True),
    pair("alternate_name"),
    pair("slug"),
]


for_whom = [
    FieldRowPanel([checkboxes("kinds"), checkboxes("life_situations")]),
    FieldRowPanel([checkboxes("phases"), checkboxes("levels")]),
    FieldRowPanel([checkboxes("modes"), checkboxes("deliveries")]),
    FieldPanel("service_languages"),
    children(
        models.TeachingLanguage,
        "teaching_languages",
        [FieldRowPanel([FieldPanel("language"), FieldPanel("level", widget=LevelSelect)])],
    ),
]


applying = [
    CriterionWords(),
    children(
        models.Criterion,
        "criteria",
        [
            FieldRowPanel([FieldPanel("criterion"), FieldPanel("operator")]),
            FieldRowPanel([FieldPanel("value", widget=WordsInput), FieldPanel("is_hard")]),
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


places = [
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
]


relations = [
    FieldPanel("partner_institutions", widget=LongChecklist),
    FieldPanel("principles", widget=LongChecklist),
    FieldPanel("related_programs", widget=LongChecklist),
]


easy_language = [
    FieldPanel("easy_summary_de"),
    FieldRowPanel([FieldPanel("easy_checked_by"), FieldPanel("easy_checked_on")]),
]


program_form = ObjectList(
    [
        *essentials,
        Fold(texts, heading=_("Texts")),
        Fold(for_whom, heading=_("Who and what")),
        Fold(applying, heading=_("Applying")),
        Fold(places, heading=_("Where")),
        Fold(relations, heading=_("Belongs to")),
        Fold(easy_language, heading=_("Leichte Sprache")),
        Fold([checked_panel(), FieldPanel("source_url")], heading=_("Checked")),
        Fold([TranslationPanel(with_german=False)], heading=_("State of the English")),
        PublishingPanel(),
    ],
    base_form_class=RecordForm,
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
