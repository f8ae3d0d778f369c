from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from partners.selectors import units_of
from portal.core.listings import NamedViewSet, english_column, publication_column
from portal.core.permissions import OwnedPermissionPolicy
from programs.models import (
    Certification,
    CertificationScheme,
    Delivery,
    Kind,
    Level,
    LifeSituation,
    Mode,
    Phase,
    Program,
)
from programs.panels import certification_form, concept_panels, program_form, scheme_panels, situation_form
from programs.views import MilestonesView, may_see


class ProgramViewSet(NamedViewSet):
    model = Program
    icon = "doc-full"
    edit_handler = program_form
    list_display = [
        "name_de",
        english_column(),
        publication_column(),
        "status",
        "responsible_unit",
        "assured_on",
        UpdatedAtColumn(),
    ]
    list_filter = ["live", "status", "main_kind", "responsible_unit", "life_situations"]
    permission_policy = OwnedPermissionPolicy(Program, "responsible_unit", units_of)


class LifeSituationViewSet(NamedViewSet):
    model = LifeSituation
    icon = "user"
    edit_handler = situation_form
    list_display = ["name_de", english_column(), publication_column(), "notation"]
    list_filter = ["live"]
    ordering = ["position"]


def concept_viewset(concept, symbol: str):
    """Return the admin of one small vocabulary."""
    options = {
        "model": concept,
        "icon": symbol,
        "panels": concept_panels,
        "list_display": ["name_de", english_column(), Column("notation", label=_("Notation"))],
        "ordering": ["position"],
    }
    return type(f"{concept.__name__}ViewSet", (NamedViewSet,), options)


class ProgramsGroup(SnippetViewSetGroup):
    menu_label = _("Programmes")
    menu_icon = "folder-open-inverse"
    menu_order = 110
    items = [
        ProgramViewSet,
        LifeSituationViewSet,
        *(concept_viewset(concept, "tag") for concept in (Kind, Phase, Level, Mode, Delivery)),
    ]


class CertificationViewSet(NamedViewSet):
    model = Certification
    icon = "tick-inverse"
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
    panels = scheme_panels
    list_display = ["name_de", english_column(), "theme", "kind", "awarding_body"]
    list_filter = ["theme", "kind"]


class CertificationsGroup(SnippetViewSetGroup):
    menu_label = _("Certifications")
    menu_icon = "tick-inverse"
    menu_order = 115
    items = [CertificationViewSet, CertificationSchemeViewSet]


register_snippet(ProgramsGroup)
register_snippet(CertificationsGroup)


class MilestonesMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see(request.user)


@hooks.register("register_admin_urls")
def milestones_url():
    return [path("certification-milestones/", MilestonesView.as_view(), name="certification_milestones")]


@hooks.register("register_reports_menu_item")
def milestones_menu_item():
    address = reverse("certification_milestones")
    return MilestonesMenuItem(_("Milestones of certifications"), address, name="milestones", icon_name="calendar")
