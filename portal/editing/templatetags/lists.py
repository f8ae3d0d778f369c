"""What stands above every list of the admin: its saved views, and which columns it shows."""

from typing import Any

from django import template
from django.http import QueryDict
from django.template import Context
from django.template.loader import render_to_string

from portal.core.addressing.kept_query import cleaned, query_of_list
from portal.core.rights.choosable import User
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
