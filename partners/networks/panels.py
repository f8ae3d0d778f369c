"""The edit forms of networks and guiding principles."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from partners.models import Committee, Membership, NetworkDate, Profile, Seat
from portal.core.admin.panels import assurance_panels, children, pair
from portal.core.admin.widgets import LongChecklist
from portal.translation.panels import record_form

NETWORK_TEXTS = ["name", "slug", "summary", "mission", "guarantors", "legal_form", "predecessor"]
PRINCIPLE_TEXTS = ["name", "slug", "text", "source", "official_text"]

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

network_form = record_form(
    NETWORK_TEXTS,
    long=("summary",),
    members=(_("Members"), memberships),
    history=(_("History"), history),
    more=(_("Committees, figures, links"), more_about_network),
)

principle_form = record_form(
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
