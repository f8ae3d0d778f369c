"""Edit forms with little markup: the fields and parts of Wagtail's panels, without what only pages need.

Wagtail draws a section with links, buttons and icons around each field, keeps every widget a second time as JSON for
scripts of one's own, and offers comments, which records do not have. For a form with many parts that is most of the
page, and most of the time that it takes.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)
from wagtail.admin.panels.group import PanelGroup
from wagtail.coreutils import camelcase_to_underscore

Context = Mapping[str, Any]


class CompactField(FieldPanel.BoundPanel):
    """A field with its label, help text and errors. A group of checkboxes is named by its label."""

    template_name = "core/panels/field.html"

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        if self.bound_field:
            self.prefix = self.bound_field.auto_id  # unique, and shorter than a path through all panels

    def get_context_data(self, parent_context: Context | None = None) -> dict[str, Any]:
        widget = self.bound_field.field.widget
        is_group = isinstance(widget, CheckboxSelectMultiple)
        kind = "checkbox_select_multiple" if is_group else camelcase_to_underscore(type(widget).__name__)
        label = {"is_group": is_group, "kind": kind, "label_for": self.id_for_label()}
        return {**super().get_context_data(parent_context), **label}


class Compact(PanelGroup.BoundPanel):
    """A group of panels. It leaves out Wagtail's JSON of all widgets, for which this site has no script."""

    template_name = "core/panels/group.html"

    def js_opts(self) -> dict[str, Any]:
        return {**super().js_opts(), "children": []}

    def get_context_data(self, parent_context: Context | None = None) -> dict[str, Any]:
        children = [(child, _is_section(child)) for child in self.visible_children]
        is_root = isinstance(self.panel, ObjectList)
        return {**super().get_context_data(parent_context), "children": children, "is_root": is_root}


class CompactRow(Compact):
    template_name = "core/panels/row.html"


class CompactTabs(Compact):
    template_name = TabbedInterface.BoundPanel.template_name


class CompactChildren(InlinePanel.BoundPanel):
    template_name = "core/panels/children.html"

    class Media:
        js = ["admin/forms.js"]

    def get_context_data(self, parent_context: Context | None = None) -> dict[str, Any]:
        buttons = {"up": gettext("Move up"), "down": gettext("Move down"), "delete": gettext("Delete")}
        return {**super().get_context_data(parent_context), **buttons}


class Fold(MultiFieldPanel):
    """Panels behind their heading. It stands open from the start where something in it was refused.

    The browser opens it for whoever searches in the page, or follows a link into it.
    """

    class BoundPanel(Compact):
        template_name = "core/panels/fold.html"

        def get_context_data(self, parent_context: Context | None = None) -> dict[str, Any]:
            names = (_without_brackets(name) for child in self.visible_children for name in _names(child))
            state = {"error_count": error_count(self), "parts": list(dict.fromkeys(names))}
            return {**super().get_context_data(parent_context), **state}


BOUND: dict[type[Panel], type[Panel.BoundPanel]] = {
    FieldPanel: CompactField,
    FieldRowPanel: CompactRow,
    MultiFieldPanel: Compact,
    ObjectList: Compact,
    TabbedInterface: CompactTabs,
}


def compact(panel: Panel) -> Panel:
    """Let a panel that is bound to its model, and all panels in it, be drawn with little markup; return the panel."""
    if isinstance(panel, PanelGroup) and not isinstance(panel, Fold) and type(panel) not in BOUND:
        return panel  # its template draws labels for what is in it
    if isinstance(panel, InlinePanel):
        panel.BoundPanel = CompactChildren
        compact(panel.child_edit_handler)
    panel.BoundPanel = BOUND.get(type(panel), panel.BoundPanel)
    for child in getattr(panel, "children", ()):
        compact(child)
    return panel


def error_count(bound: Panel.BoundPanel) -> int:
    """Return how many errors of a submitted form lie in a bound panel."""
    if bound.form is None or not bound.form.is_bound:
        return 0
    return sum(_errors(bound))


def _is_section(bound: Panel.BoundPanel) -> bool:
    """Tell whether a panel is drawn as a part with its heading: fields and folded parts draw it themselves."""
    return bool(bound.heading) and not isinstance(bound, (FieldPanel.BoundPanel, Fold.BoundPanel))


def _names(bound: Any) -> Iterator[str]:
    """Return the names of the parts and fields in a panel."""
    if bound.heading:
        yield str(bound.heading)
    else:
        for child in getattr(bound, "visible_children", ()):
            yield from _names(child)


def _without_brackets(name: str) -> str:
    """Return a name without what follows it in brackets: the language, or a unit."""
    return name.partition(" (")[0]


def _errors(bound: Any) -> Iterator[int]:
    if formset := getattr(bound, "formset", None):
        yield formset.total_error_count()
    elif field := getattr(bound, "bound_field", None):
        yield len(field.errors)
    else:
        for child in getattr(bound, "visible_children", ()):
            yield from _errors(child)
