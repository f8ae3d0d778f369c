"""The admin of units and contacts."""

from partners.contacts.descriptions import ContactDescription, UnitDescription
from partners.contacts.panels import contact_panels, unit_panels
from partners.contacts.permissions import contact_policy
from partners.models import Contact, Unit
from portal.core.admin.joining import JoinableViewSet
from portal.core.admin.listings import NamedViewSet, english_column


class UnitViewSet(JoinableViewSet, NamedViewSet):
    model = Unit
    icon = "group"
    description = UnitDescription()
    twin_columns = ("parent",)
    panels = unit_panels
    list_display = ["name_de", english_column(), "abbreviation", "parent"]
    list_filter = ["parent"]


class ContactViewSet(NamedViewSet):
    model = Contact
    icon = "mail"
    description = ContactDescription()
    twin_columns = ("unit", "institution")
    panels = contact_panels
    list_display = ["name_de", english_column(), "role", "unit", "institution", "last_confirmed_on"]
    list_filter = ["role", "unit"]
    permission_policy = contact_policy()
