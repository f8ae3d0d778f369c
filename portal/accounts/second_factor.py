"""Requires a second factor for the admin, and for changing second factors."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.conf import settings
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme

ADMIN = "/admin/"
ACCOUNT = "/account/"
FACTORS = "/account/second-factor/"
LOG_IN = "account_login"
# The views that are open to a session without its second factor: those that ask for it, and log-out.
OPEN_VIEWS = {
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_login_webauthn",
    "wagtailadmin_logout",
}


class SecondFactorMiddleware:
    """With SECOND_FACTOR_REQUIRED, redirects users to set up a second factor, or to use the one they have.

    Log-in already asks for the factor. This checks the session, so that no other way to log in evades it. A user who
    has a factor also needs it to see or change factors, whatever the setting.

    Outside the admin and the account, a session without its factor is that of a visitor: whatever else shows more to
    staff, such as the specimen page, files of agreements and pages for certain groups, needs the factor as well.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SECOND_FACTOR_REQUIRED and not request.path_info.startswith((ADMIN, ACCOUNT)):
            member = request.user  # lazy, so that a visitor's request reads no session
            lazy_user: Any = SimpleLazyObject(lambda: _member_or_visitor(request, member))
            request.user = lazy_user
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], view_args: tuple, view_kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        name = _url_name(request)
        is_watched = request.path_info.startswith((ADMIN, FACTORS)) or name == LOG_IN
        if not is_watched or name in OPEN_VIEWS:
            return None
        if not request.user.is_authenticated or has_used_second_factor(request, request.user):
            return None
        factors = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
        is_needed = settings.SECOND_FACTOR_REQUIRED or request.path_info.startswith(FACTORS)
        if factors and is_needed:
            return _redirect(_challenge(factors), next=_next_address(request))
        if not factors and settings.SECOND_FACTOR_REQUIRED and not request.path_info.startswith(FACTORS):
            return _redirect("mfa_index")
        return None


def asks_for_second_factor(request: HttpRequest) -> HttpResponse | None:
    """Return a redirect to the log-in for a session that lacks its second factor, else None.

    For views that answer 404 to visitors, whose staff should not take that for an answer.
    """
    lacks_factor = getattr(request.user, "lacks_second_factor", False)
    return redirect_to_login(request.get_full_path()) if lacks_factor else None


class VisitorWithoutFactor(AnonymousUser):
    """A member of staff whose session lacks its second factor, outside the admin."""

    lacks_second_factor = True


def _member_or_visitor(request: HttpRequest, member: AbstractUser | AnonymousUser) -> AbstractUser | AnonymousUser:
    if not member.is_authenticated or has_used_second_factor(request, member):
        return member
    return VisitorWithoutFactor()


def _next_address(request: HttpRequest) -> str:
    """Return where to go on after the factor: the address asked for, or the one that a log-in was to lead to."""
    if _url_name(request) == LOG_IN:
        path = request.GET.get("next", "")
        return path if url_has_allowed_host_and_scheme(path, None) else ADMIN
    return request.get_full_path() if request.method == "GET" else ADMIN


def has_used_second_factor(request: HttpRequest, user: AbstractUser) -> bool:
    """Tell whether the user has used a second factor in this session."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, user))


def _url_name(request: HttpRequest) -> str | None:
    return request.resolver_match.url_name if request.resolver_match else None


def _challenge(factors: set[str]) -> str:
    """Return the name of the view that asks for one of these factors."""
    only_keys = factors == {Authenticator.Type.WEBAUTHN}
    return "mfa_reauthenticate_webauthn" if only_keys else "mfa_reauthenticate"


def _redirect(name: str, **query: str) -> HttpResponseRedirect:
    return redirect(f"{reverse(name)}?{urlencode(query)}" if query else reverse(name))


def _record_use(
    sender: type[Model], request: HttpRequest, user: AbstractUser, authenticator: Authenticator, **kwargs: Any
) -> None:
    """Count a factor as used when it is set up: the code of an app works only once, so it cannot be asked for again."""
    from allauth.account.internal.flows.login import record_authentication

    record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


def connect_signals() -> None:
    authenticator_added.connect(_record_use)
