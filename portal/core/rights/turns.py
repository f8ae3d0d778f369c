"""Changes of one object come one after another, each whole or not at all.

Wagtail reads an object, checks the form and saves; an automatic save between these steps could undo a publication, and
a page that is moved meanwhile would be saved with its former place in the tree. So every request of the admin that
changes an object holds the lock on its row from the first reading to the end.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection, transaction
from django.db.models import Model, Q
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import ResolverMatch
from django.utils.translation import gettext as _
from psycopg.errors import LockNotAvailable
from wagtail.admin.views.generic.preview import PreviewOnEdit
from wagtail.models import Page

from portal.core.rights.door import subject_of

# The names under which the arguments of an address give the keys of what it changes.
KEYS = ("pk", "user_id", "group_id", "image_id", "document_id", "doc_id", "redirect_id")
PAGE_KEYS = ("pk", "page_id", "page_to_move_id", "destination_id", "parent_page_id")
OF_ONE_PAGE = {"edit", "edit_page", "add"}  # the names of addresses that leave what is below a page alone
PATIENCE = 10  # seconds, longer than a save takes
NOT_FOUND, CONFLICT = 404, 409


def in_turn(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Return the view, which on POST waits until nobody else changes what its address is about."""
    view_class = getattr(view, "view_class", None)
    if view_class and issubclass(view_class, PreviewOnEdit):
        return view  # it gets every few letters and changes nothing

    @wraps(view)
    def waiting_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        rows = _rows_of(request) if request.method == "POST" and request.user.is_authenticated else None
        if rows is None:
            return view(request, *args, **kwargs)
        try:
            with transaction.atomic():
                hold(*rows)
                response = view(request, *args, **kwargs)
        except OperationalError as error:
            if is_automatic(request) and isinstance(error.__cause__, LockNotAvailable):
                return _refusal("locked", _("It is just being saved elsewhere."))
            raise
        if response.status_code == NOT_FOUND and is_automatic(request):
            return _refusal("invalid_revision", _("It was deleted in another window."))
        return response

    return waiting_view


def hold(model: type[Model], rows: Q) -> None:
    """Wait for the rows of a type, and hold them until the present transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{PATIENCE}s"])
    # In one order, so that two requests for several rows do not wait for each other.
    list(model._base_manager.filter(rows).order_by("pk").select_for_update(no_key=True).values_list("pk", flat=True))


def _rows_of(request: HttpRequest) -> tuple[type[Model], Q] | None:
    """Return what a request changes, as a type and a condition; None if it is no stored object."""
    match = request.resolver_match
    subject = subject_of(match.func, match.view_name, match.kwargs) if match else None
    if match is None or not isinstance(subject, type):
        return None
    is_page = issubclass(subject, Page)
    model: type[Model] = Page if is_page else subject
    rows = _chosen(request, match, model)
    if rows and is_page and match.url_name not in OF_ONE_PAGE:
        for path in Page.objects.filter(rows).values_list("path", flat=True):
            rows |= Q(path__startswith=path)
    return (model, rows) if rows else None


def _chosen(request: HttpRequest, match: ResolverMatch, model: type[Model]) -> Q:
    """Return the condition for the objects that the arguments of an address, or of a bulk action, name."""
    if match.url_name != "wagtail_bulk_action":
        names = PAGE_KEYS if model is Page else KEYS
        keys: Iterable[Any] = [match.kwargs[name] for name in names if name in match.kwargs]
    elif "all" in (keys := request.GET.getlist("id")):
        return Q(pk__isnull=False)
    valid_keys = list(_valid(model, keys))
    return Q(pk__in=valid_keys) if valid_keys else Q()


def _valid(model: type[Model], keys: Iterable[Any]) -> Iterator[Any]:
    """Yield the keys that the type could have; the view says what is wrong with the others."""
    field = model._meta.pk
    for key in keys:
        with suppress(ValidationError):
            value = field.to_python(unquote(str(key)))
            field.run_validators(value)  # among them that the column is wide enough
            yield value


def is_automatic(request: HttpRequest) -> bool:
    """Tell whether a script, which shows no page, has sent the form."""
    return not request.accepts("text/html")


def _refusal(code: str, message: str) -> JsonResponse:
    """Return the answer to an automatic save that lost.

    Wagtail's script saves on after the code "locked", and no more after "invalid_revision".
    """
    return JsonResponse({"success": False, "error_code": code, "error_message": message}, status=CONFLICT)
