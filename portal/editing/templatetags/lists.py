"""What stands above every list of the admin: its saved views, and which columns it shows."""

from typing import Any

from django import template
from django.apps import apps
from django.db.models import Model
from django.http import QueryDict
from django.template import Context
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html_join
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.admin.widgets.button import ListingButton

from portal.core.addressing.kept_query import cleaned, query_of_list
from portal.core.rights.choosable import User
from portal.core.rights.door import may_use
from portal.editing.models import SavedView
from portal.editing.saved_views.forms import NewViewForm
from portal.editing.saved_views.selectors import list_at, visible_views

register = template.Library()


@register.simple_tag(takes_context=True)
def list_bar(context: Context) -> str:
    """Return the bar above a list that can be searched or filtered; nothing above any other."""
    view, request = context["view"], context["request"]
    path = getattr(view, "index_url", None) or ""
    is_list = getattr(view, "filters", None) or getattr(view, "search_form", None)
    if not is_list or not list_at(path):
        return ""
    query = query_of_list(request)
    return render_to_string("saved_views/bar.html", _bar(request.user, path, query, view), request)


@register.simple_tag(takes_context=True)
def permitted_bulk_actions(context: Context, app_label: str, model_name: str) -> str:
    """Return the buttons of the actions on the rows of a list, without those to which the user has no right."""
    user, model = context["request"].user, apps.get_model(app_label, model_name)
    actions = bulk_action_registry.get_bulk_actions_for_model(app_label, model_name)
    buttons = [
        ListingButton(
            action.display_name,
            reverse("wagtail_bulk_action", args=[app_label, model_name, action.action_type]),
            attrs={"aria-label": action.aria_label, "data-bulk-action-button": ""},
            classname=" ".join([*sorted(action.classes), "bulk-action-btn"]),
        )
        for action in sorted(actions, key=lambda action: action.action_priority)
        if _is_permitted(action, user, model)
    ]
    return format_html_join("", "<li>{}</li>", ((button.render_html(context),) for button in buttons))


def _is_permitted(action: Any, user: User, model: type[Model]) -> bool:
    """Tell whether the user may use an action with some object of the type; Wagtail's own ask for each object."""
    needs = getattr(action, "needs_for", None)
    return needs is None or may_use(user, model, [needs(model)])


def _bar(user: User, path: str, query: str, view: Any) -> dict[str, Any]:
    shown = cleaned(QueryDict(query), ("p",))
    return {
        "path": path,
        "query": query,
        "views": [(saved, _is_same(saved, shown)) for saved in visible_views(user, path)],
        "form": NewViewForm(user, initial={"path": path, "query": shown}) if shown else None,
        "column_choices": getattr(view, "column_choices", []),
    }


def _is_same(view: SavedView, query: str) -> bool:
    """Tell whether a view is the one on the screen."""
    return dict(QueryDict(view.query).lists()) == dict(QueryDict(query).lists())
