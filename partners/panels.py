"""The edit forms, with both languages side by side."""

from django.forms import Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface

from partners import models
from partners.forms import AgreementForm
from partners.models import Committee, Membership, NetworkDate, Profile, Seat
from portal.core.panels import assurance_panels, bilingual_tabs, children, pair
from portal.core.widgets import LongChecklist

NETWORK_TEXTS = ["name", "slug", "summary", "mission", "guarantors", "legal_form", "predecessor"]
PRINCIPLE_TEXTS = ["name", "slug", "text", "source", "official_text"]

unit_panels = [
    pair("name"),
    FieldPanel("abbreviation"),
    FieldPanel("parent"),
    FieldPanel("institution"),
    FieldPanel("website"),
    FieldPanel("editors", widget=LongChecklist, permission="accounts.change_user"),
]

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

where = [
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

institution_form = bilingual_tabs(
    INSTITUTION_TEXTS,
    names=(_("Names and numbers"), names_and_numbers),
    where=(_("Where"), where),
    inclusion=(_("Inclusion"), inclusion),
    office=(_("Office"), office),
)

due_diligence_panels = [
    FieldPanel("institution"),
    FieldRowPanel([FieldPanel("decision"), FieldPanel("reviewed_on"), FieldPanel("next_review_on")]),
    FieldPanel("note"),
]

tag_panels = [pair("name")]

agreement_type_panels = [
    pair("name"),
    FieldRowPanel([FieldPanel("notation"), FieldPanel("lead_months"), FieldPanel("position")]),
]

subject_panels = [FieldPanel("code"), pair("name", long=True)]

what = [
    pair("name"),
    FieldPanel("agreement_type", widget=Select),
    FieldRowPanel([FieldPanel("stage"), FieldPanel("reference")]),
    children(
        models.Party,
        "parties",
        [
            FieldRowPanel([FieldPanel("institution"), FieldPanel("name_at_signature")]),
            FieldRowPanel([FieldPanel("signed_on"), FieldPanel("signatory"), FieldPanel("left_on")]),
        ],
    ),
    FieldRowPanel([FieldPanel("unit", widget=Select), FieldPanel("signed_on")]),
    FieldPanel("further_units", widget=LongChecklist),
    pair("summary", long=True),
]

until_when = [
    FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on"), FieldPanel("is_open_ended")]),
    FieldRowPanel([FieldPanel("renewal"), FieldPanel("renewal_months"), FieldPanel("notice_months")]),
    FieldPanel("confirmed_on"),
    FieldRowPanel([FieldPanel("terminated_on"), FieldPanel("termination_reason")]),
    FieldPanel("predecessor"),
]

what_for = [
    FieldPanel("activities"),
    FieldPanel("subjects", widget=LongChecklist),
    children(
        models.Condition,
        "conditions",
        [
            FieldRowPanel([FieldPanel("direction"), FieldPanel("activity")]),
            FieldRowPanel([FieldPanel("persons"), FieldPanel("months")]),
            FieldRowPanel([FieldPanel("subject"), FieldPanel("eqf_levels")]),
            FieldRowPanel([FieldPanel("language"), FieldPanel("language_level")]),
        ],
    ),
]

who_and_files = [
    FieldRowPanel([FieldPanel("responsible", widget=Select), FieldPanel("deputy", widget=Select)]),
    children(
        models.AgreementDocument,
        "documents",
        [
            FieldPanel("file"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("language")]),
            FieldRowPanel([FieldPanel("is_signed"), FieldPanel("is_internal")]),
            pair("title"),
        ],
    ),
    FieldPanel("internal_note"),
]

agreement_form = TabbedInterface(
    [
        ObjectList(what, heading=_("What and with whom")),
        ObjectList(until_when, heading=_("Until when")),
        ObjectList(what_for, heading=_("What for")),
        ObjectList(who_and_files, heading=_("Who, and files")),
    ],
    base_form_class=AgreementForm,
)

contact_panels = [
    pair("name"),
    FieldRowPanel([FieldPanel("role"), FieldPanel("unit"), FieldPanel("institution")]),
    FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
    pair("hours"),
    FieldPanel("languages"),
    MultiFieldPanel(
        [
            FieldPanel("person"),
            FieldPanel("publication_basis"),
            FieldRowPanel([FieldPanel("last_confirmed_on"), FieldPanel("delete_after")]),
        ],
        heading=_("Person"),
    ),
]

fact_panels = [
    pair("statement", long=True),
    pair("value"),
    pair("unit", long=True),
    FieldPanel("as_of"),
    pair("as_of_note", long=True),
    pair("source", long=True),
    FieldPanel("source_url"),
    FieldPanel("conflicts_with", widget=LongChecklist),
]

memberships = [
    children(
        Membership,
        "memberships",
        [
            FieldRowPanel([FieldPanel("institution"), FieldPanel("kind"), FieldPanel("role")]),
            pair("name"),
            FieldRowPanel([FieldPanel("since"), FieldPanel("until"), FieldPanel("successor")]),
            pair("note", long=True),
            pair("source", long=True),
            FieldPanel("source_url"),
        ],
        help_text=_("Who belongs on which day is counted from these. Nobody is deleted who has left: give the end."),
    ),
]

history = [
    FieldPanel("founded_on"),
    children(
        NetworkDate,
        "dates",
        [FieldPanel("on"), pair("text", long=True), pair("source", long=True), FieldPanel("source_url")],
    ),
]

seats = children(
    Seat,
    "seats",
    [
        FieldRowPanel([FieldPanel("institution"), FieldPanel("contact")]),
        pair("office"),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    ],
)

more_about_network = [
    children(Committee, "committees", [pair("name"), pair("mandate", long=True), seats]),
    FieldPanel("facts", widget=LongChecklist),
    FieldPanel("website"),
    children(Profile, "profiles", [FieldRowPanel([FieldPanel("name"), FieldPanel("url")])]),
    *assurance_panels(),
]

network_form = bilingual_tabs(
    NETWORK_TEXTS,
    long=("summary",),
    members=(_("Members"), memberships),
    history=(_("History"), history),
    more=(_("Committees, figures, links"), more_about_network),
)

principle_form = bilingual_tabs(
    PRINCIPLE_TEXTS,
    long=("text", "source"),
    settings=(
        _("Settings"),
        [
            FieldRowPanel([FieldPanel("network"), FieldPanel("number"), FieldPanel("version")]),
            FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
            FieldPanel("source_url"),
            *assurance_panels(),
        ],
    ),
)
