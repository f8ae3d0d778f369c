"""The edit forms, always with both languages: German | English | what is the same in both."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from portal.core.panels import assurance_panels, bilingual_tabs, pair

PROGRAM_TEXTS = ["name", "slug", "summary", "description", "eligibility", "alternate_name", "alert"]
SITUATION_TEXTS = ["name", "slug", "sentence", "title", "summary", "introduction", "synonyms"]

who_and_what = [
    FieldRowPanel([FieldPanel("status"), FieldPanel("main_kind")]),
    FieldPanel("kinds"),
    FieldPanel("life_situations"),
    FieldPanel("phases"),
    FieldPanel("levels"),
    FieldPanel("modes"),
    FieldPanel("deliveries"),
    FieldPanel("service_languages"),
    InlinePanel("teaching_languages", [FieldRowPanel([FieldPanel("language"), FieldPanel("level")])]),
]

when = [
    InlinePanel(
        "enrolment_periods",
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("term")]),
            FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
            pair("note"),
            FieldPanel("life_situations"),
        ],
        help_text=_("Whether one can apply now is computed from these. Without any, readers are told “dates unknown”."),
    )
]

how = [
    InlinePanel(
        "criteria",
        [
            FieldRowPanel(
                [FieldPanel("criterion"), FieldPanel("operator"), FieldPanel("value"), FieldPanel("is_hard")]
            ),
            pair("explanation"),
        ],
    ),
    InlinePanel("required_documents", [pair("text")]),
    InlinePanel("application_steps", [pair("text")]),
    InlinePanel("cost_options", [FieldRowPanel([FieldPanel("amount"), FieldPanel("currency")]), pair("note")]),
    FieldPanel("apply_url"),
]

where_and_whom = [
    InlinePanel(
        "places",
        [
            pair("name"),
            FieldPanel("address"),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            pair("accessibility"),
        ],
    ),
    FieldPanel("responsible_unit"),
    FieldPanel("contacts"),
    FieldPanel("partner_institutions"),
    FieldPanel("related_programs"),
    FieldPanel("source_url"),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("easy_checked_by"), FieldPanel("easy_checked_on")])], heading=_("Leichte Sprache")
    ),
    *assurance_panels(),
]

program_form = bilingual_tabs(
    PROGRAM_TEXTS,
    german_only=("easy_summary_de",),
    who=(_("Who and what"), who_and_what),
    when=(_("When"), when),
    how=(_("How to apply"), how),
    where=(_("Where, whom, checked"), where_and_whom),
)

situation_form = bilingual_tabs(
    SITUATION_TEXTS,
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
