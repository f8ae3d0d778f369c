"""Failed log-ins: the user name and address they are counted by, and when they are deleted."""

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone


def client_address(request: HttpRequest) -> str:
    """Return the IP address of the client.

    Clients can forge X-Forwarded-For, so only its last settings.TRUSTED_PROXIES entries are used, which our own
    proxies have written.
    """
    count = settings.TRUSTED_PROXIES
    entries = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    return entries[-count] if 0 < count <= len(entries) and entries[-count] else request.META.get("REMOTE_ADDR", "")


def attempted_name(request: HttpRequest, credentials: dict[str, str] | None = None) -> str:
    """Return the user name of a log-in attempt in lower case, since log-in ignores case."""
    name = (credentials or {}).get("username") or request.POST.get("login") or ""
    return name.strip().casefold()


def forget_old_attempts() -> int:
    """Delete the attempts that no longer count towards a lock, and return how many."""
    expired = AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - get_cool_off())
    return expired.delete()[0]
