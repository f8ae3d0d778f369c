"""The saved views that somebody sees."""

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Q, QuerySet
from django.urls import Resolver404, ResolverMatch, resolve

from portal.core.rights.door import may_enter
from portal.editing.models import SavedView

EXPLORER = "wagtailadmin_explore"  # the list of the pages below a page


def visible_views(user: AbstractUser | AnonymousUser, path: str = "") -> list[SavedView]:
    """Return the user's own views, then those shared with a group of the user, by name: of one list, or of all.

    Views of lists that the user may not open are left out.
    """
    is_seen, is_of_list = Q(owner=user.pk) | Q(group__in=user.groups.all()), Q(path=path) if path else Q()
    views = SavedView.objects.filter(is_seen & is_of_list).select_related("group").order_by("name", "pk")
    allowed = [view for view in views if may_open(user, view.path)]
    return sorted(allowed, key=lambda view: view.owner_id != user.pk)


def own_views(user: AbstractUser | AnonymousUser) -> QuerySet[SavedView]:
    return SavedView.objects.filter(owner=user.pk)


def list_at(path: str) -> ResolverMatch | None:
    """Return what is at the address of a list of the admin; None for any other address."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    if not path.startswith("/admin/"):
        return None
    is_list = hasattr(getattr(match.func, "view_class", None), "index_results_url")
    is_of_a_type = is_list and not match.kwargs  # others are histories of one record
    return match if is_of_a_type or match.view_name == EXPLORER else None


def may_open(user: AbstractUser | AnonymousUser, path: str) -> bool:
    """Tell whether there is a list of the admin at a path, which the user may open."""
    match = list_at(path)
    return match is not None and may_enter(user, match)
