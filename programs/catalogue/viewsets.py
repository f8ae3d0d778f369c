"""Programmes, life situations and vocabularies in the admin."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from partners.contacts.selectors import units_of
from portal.core.admin.listings import NamedViewSet, english_column, publication_column
from portal.core.rights.policies import OwnedPermissionPolicy
from programs.catalogue import views
from programs.catalogue.panels import concept_panels, kind_panels, program_form, situation_form
from programs.models import Delivery, Kind, Level, LifeSituation, Mode, Phase, Program
from programs.models.vocabulary import Notated


class ProgramViewSet(NamedViewSet):
    model = Program
    icon = "doc-full"
    edit_handler = program_form
    index_view_class = views.ProgramIndexView
    edit_view_class = views.ProgramEditView
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

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("deadlines/<str:pk>/", self.construct_view(views.DeadlineView), name="deadlines"),
            path("deadlines/<str:pk>/undo/", self.construct_view(views.UndoDeadlineView), name="undo_deadlines"),
        ]


class LifeSituationViewSet(NamedViewSet):
    model = LifeSituation
    icon = "user"
    edit_handler = situation_form
    list_display = ["name_de", english_column(), publication_column(), "notation"]
    list_filter = ["live"]
    ordering = ["position"]


def concept_viewset(concept: type[Notated], panels: list[Any] = concept_panels) -> type[NamedViewSet]:
    """Return the viewset of a vocabulary."""
    options = {
        "model": concept,
        "icon": "tag",
        "panels": panels,
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
        concept_viewset(Kind, kind_panels),
        *(concept_viewset(concept) for concept in (Phase, Level, Mode, Delivery)),
    ]
