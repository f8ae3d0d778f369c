"""The door of the admin: every address says what it is about, and opens only for those who have rights on that.

Wagtail leaves permissions to each view, and some of its views check none: choosers, bulk actions, autocompletion. So
they are checked before any view. An address of which nobody has said what it is about is closed: a later version of
Wagtail, or a new app, opens nothing by accident.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch
from wagtail.admin.localization import get_localized_response
from wagtail.coreutils import resolve_model_string

from portal.core.rights.choosable import may_choose
from portal.core.rights.choosers import ChooserView
from portal.core.rights.refusal import refusal_response
from portal.core.rights.scope import policy_of
from portal.core.rights.subjects import EVERYBODY, OPEN_ADDRESSES, Subject, subject_of_namespace

ADMIN = "/admin/"
ANY_ACTION = ("add", "change", "delete", "view", "choose", "publish", "lock", "unlock", "bulk_delete")
# The names under which the arguments of an address give a type.
TYPE_ARGUMENTS = (
    ("app_label", "model_name"),
    ("app_name", "model_name"),
    ("content_type_app_name", "content_type_model_name"),
)


class AdminDoorMiddleware:
    """Answers 403 to staff at an address about something on which they have no right."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], view_args: tuple, view_kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        if not match or not request.path_info.startswith(ADMIN) or not _is_staff(request.user):
            return None  # others are led to the log-in
        return None if may_enter(request.user, match) else get_localized_response(refusal_response, request)


def may_enter(user: AbstractUser | AnonymousUser, match: ResolverMatch) -> bool:
    """Tell whether the user has a right on what an address is about."""
    subject = subject_of(match.func, match.view_name, match.kwargs)
    if subject is EVERYBODY or subject is None:
        return subject is EVERYBODY
    if _is_chooser(match.func):
        return may_choose(user, subject)
    return may_use(user, subject)


def may_use(user: AbstractUser | AnonymousUser, model: type[Model], actions: Iterable[str] = ANY_ACTION) -> bool:
    """Tell whether the user may do one of the actions with some object of a type."""
    return policy_of(model).user_has_any_permission(user, actions)


def subject_of(view: Callable[..., Any], name: str, arguments: dict[str, Any]) -> Subject | None:
    """Return the type that an address is about, or EVERYBODY if it holds nothing of its own, or None if unknown.

    `name` is that of the address with its namespaces.
    """
    if name in OPEN_ADDRESSES:
        return EVERYBODY
    for app, model in TYPE_ARGUMENTS:
        if app in arguments and model in arguments:
            return _type_named(arguments[app], arguments[model])
    return getattr(_class_of(view), "subject", None) or _model_of(view) or subject_of_namespace(name)


def _type_named(app: str, model: str) -> Subject:
    """Return the type; EVERYBODY for a name that no type has, to which the view answers 404."""
    try:
        return apps.get_model(app, model)
    except LookupError:
        return EVERYBODY


def _class_of(view: Callable[..., Any]) -> Any:
    return getattr(view, "view_class", None) or getattr(view, "cls", None) or view


def _model_of(view: Callable[..., Any]) -> type[Model] | None:
    options = getattr(view, "view_initkwargs", None) or getattr(view, "initkwargs", None) or {}
    model = options.get("model") or getattr(_class_of(view), "model", None)
    if isinstance(model, str):
        model = resolve_model_string(model)
    return model if isinstance(model, type) and issubclass(model, Model) else None


def _is_chooser(view: Callable[..., Any]) -> bool:
    return isinstance(_class_of(view), type) and issubclass(_class_of(view), ChooserView)


def _is_staff(user: AbstractUser | AnonymousUser) -> bool:
    return user.is_authenticated and user.has_perm("wagtailadmin.access_admin")
