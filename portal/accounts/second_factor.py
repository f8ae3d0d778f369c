"""Keeps staff without a second factor out of the admin, and passwords alone from changing a factor."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

ADMIN = "/admin/"
FACTORS = "/account/second-factor/"
# What a person who still has to prove a second factor can reach: proving it, and leaving.
PROVING = {
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_login_webauthn",
    "wagtailadmin_logout",
}


class SecondFactorMiddleware:
    """With SECOND_FACTOR_REQUIRED, lead people without a factor to where they set one up, and others to prove theirs.

    Logging in asks for the factor already. This asks the session, so that no other way in leads past it. Once
    somebody has a factor, it is also needed to see or change factors, whatever the setting.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], arguments: tuple, named: dict[str, Any]
    ) -> HttpResponse | None:
        if not request.path_info.startswith((ADMIN, FACTORS)) or request.resolver_match.url_name in PROVING:
            return None
        if not request.user.is_authenticated or has_proved(request):
            return None
        factors = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
        is_needed = settings.SECOND_FACTOR_REQUIRED or request.path_info.startswith(FACTORS)
        if factors and is_needed:
            return _to(_proof(factors), next=request.get_full_path() if request.method == "GET" else ADMIN)
        if not factors and settings.SECOND_FACTOR_REQUIRED and request.path_info.startswith(ADMIN):
            return _to("mfa_index")
        return None


def has_proved(request: HttpRequest) -> bool:
    """Tell whether a second factor was used in this session by this person."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def _proof(factors: set[str]) -> str:
    only_keys = factors == {Authenticator.Type.WEBAUTHN}
    return "mfa_reauthenticate_webauthn" if only_keys else "mfa_reauthenticate"


def _to(name: str, **query: str) -> HttpResponseRedirect:
    return redirect(f"{reverse(name)}?{urlencode(query)}" if query else reverse(name))


def _remember(
    sender: type[Model], request: HttpRequest, user: AbstractUser, authenticator: Authenticator, **kwargs: Any
) -> None:
    """Whoever has just set up a factor has used it: an app's code works once, so it cannot be asked again at once."""
    from allauth.account.internal.flows.login import record_authentication

    record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


def watch() -> None:
    authenticator_added.connect(_remember)
