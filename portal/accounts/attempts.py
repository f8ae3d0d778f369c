"""Failed log-ins: whose they are, from where, and how soon they are forgotten."""

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone


def client_address(request: HttpRequest) -> str:
    """Return the address that a request comes from.

    Anybody can write X-Forwarded-For, so only as many of its entries count, from the right, as there are proxies of
    our own in front (settings.TRUSTED_PROXIES).
    """
    count = settings.TRUSTED_PROXIES
    named = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    return named[-count] if 0 < count <= len(named) and named[-count] else request.META.get("REMOTE_ADDR", "")


def attempted_name(request: HttpRequest, credentials: dict[str, str] | None = None) -> str:
    """Return the user name that is tried, in one spelling: logging in does not look at capitals either."""
    name = (credentials or {}).get("username") or request.POST.get("login") or ""
    return name.strip().casefold()


def forget_old_attempts() -> int:
    """Delete the attempts that no lock needs any more, and return how many."""
    old = AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - get_cool_off())
    return old.delete()[0]
