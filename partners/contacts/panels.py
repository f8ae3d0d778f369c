"""The edit forms of units and contacts."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from portal.core.admin.panels import pair
from portal.core.admin.widgets import LongChecklist

unit_panels = [
    pair("name"),
    FieldPanel("abbreviation"),
    FieldPanel("parent"),
    FieldPanel("institution"),
    FieldPanel("website"),
    FieldPanel("editors", widget=LongChecklist, permission="accounts.change_user"),
]


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
