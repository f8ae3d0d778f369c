"""Programmes, life situations and vocabularies in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from partners.contacts.selectors import units_of
from portal.core.admin.listings import NamedViewSet, english_column, publication_column
from portal.core.rights.policies import OwnedPermissionPolicy
from programs.catalogue.descriptions import ConceptDescription, ProgramDescription
from programs.catalogue.panels import concept_panels, program_form, situation_form
from programs.models import Delivery, Kind, Level, LifeSituation, Mode, Phase, Program
from programs.models.vocabulary import Notated


class ProgramViewSet(NamedViewSet):
    model = Program
    icon = "doc-full"
    description = ProgramDescription()
    twin_columns = ("responsible_unit",)
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
    description = ConceptDescription()
    edit_handler = situation_form
    list_display = ["name_de", english_column(), publication_column(), "notation"]
    list_filter = ["live"]
    ordering = ["position"]


def concept_viewset(concept: type[Notated], icon: str) -> type[NamedViewSet]:
    """Return the viewset of a vocabulary."""
    options = {
        "model": concept,
        "icon": icon,
        "description": ConceptDescription(),
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
