"""The edit forms of an institution, of its due diligence and of tags."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from partners import models
from portal.core.admin.panels import assurance_panels, children, pair
from portal.core.admin.widgets import LongChecklist
from portal.translation.panels import record_form

INSTITUTION_TEXTS = ["name", "slug", "city", "description", "inclusion_note"]


names_and_numbers = [
    FieldRowPanel([FieldPanel("abbreviation"), FieldPanel("institution_type"), FieldPanel("website")]),
    MultiFieldPanel(
        [FieldPanel("name_original"), FieldRowPanel([FieldPanel("original_lang"), FieldPanel("name_latin")])],
        heading=_("Name in the original script"),
    ),
    children(
        models.InstitutionName,
        "names",
        [
            FieldPanel("value"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("language"), FieldPanel("script")]),
            FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        ],
        help_text=_("A new official name is recorded with “Rename”, so that the old address leads to the new one."),
    ),
    children(
        models.InstitutionIdentifier,
        "identifiers",
        [
            FieldRowPanel([FieldPanel("scheme"), FieldPanel("value")]),
            FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        ],
    ),
    FieldPanel("parent"),
    FieldPanel("logo"),
]


location = [
    FieldRowPanel([FieldPanel("country"), FieldPanel("region")]),
    FieldRowPanel([FieldPanel("street"), FieldPanel("postal_code")]),
    FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
    FieldRowPanel([FieldPanel("precision"), FieldPanel("location_source")]),
]


inclusion = [
    FieldRowPanel([FieldPanel("disability_support"), FieldPanel("family_support")]),
    FieldPanel("equality_policy_url"),
    FieldPanel("inclusion_contact"),
    FieldRowPanel([FieldPanel("inclusion_checked_on"), FieldPanel("inclusion_source")]),
]


office = [
    FieldPanel("cooperation_without_agreement"),
    FieldPanel("has_other_role"),
    FieldPanel("tags", widget=LongChecklist),
    FieldPanel("internal_note"),
    *assurance_panels(),
]


institution_form = record_form(
    INSTITUTION_TEXTS,
    names=(_("Names and numbers"), names_and_numbers),
    where=(_("Where"), location),
    inclusion=(_("Inclusion"), inclusion),
    office=(_("Office"), office),
)


due_diligence_panels = [
    FieldPanel("institution"),
    FieldRowPanel([FieldPanel("decision"), FieldPanel("reviewed_on"), FieldPanel("next_review_on")]),
    FieldPanel("note"),
]


tag_panels = [pair("name")]
