"""Certifications and their schemes in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from portal.core.admin.listings import NamedViewSet, english_column, publication_column
from programs.certifications.descriptions import CertificationDescription, SchemeDescription
from programs.certifications.panels import certification_form, scheme_panels
from programs.models import Certification, CertificationScheme


class CertificationViewSet(NamedViewSet):
    model = Certification
    icon = "tick-inverse"
    description = CertificationDescription()
    twin_columns = ("scheme", "holder_unit", "holder_institution", "valid_from")
    edit_handler = certification_form
    list_display = [
        "name_de",
        english_column(),
        publication_column(),
        "status",
        "valid_until",
        "next_milestone_on",
        "responsible_unit",
    ]
    list_filter = ["live", "status", "scheme", "responsible_unit"]


class CertificationSchemeViewSet(NamedViewSet):
    model = CertificationScheme
    icon = "clipboard-list"
    description = SchemeDescription()
    panels = scheme_panels
    list_display = ["name_de", english_column(), "theme", "kind", "awarding_body"]
    list_filter = ["theme", "kind"]


class CertificationsGroup(SnippetViewSetGroup):
    menu_label = _("Certifications")
    menu_icon = "tick-inverse"
    menu_order = 115
    items = [CertificationViewSet, CertificationSchemeViewSet]
