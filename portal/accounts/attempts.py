"""Failed log-ins: the user name they are counted by, and when they are deleted."""

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.http import HttpRequest
from django.utils import timezone

from portal.core import throttling


def attempted_name(request: HttpRequest, credentials: dict[str, str] | None = None) -> str:
    """Return the user name of a log-in attempt in lower case, since log-in ignores case."""
    name = (credentials or {}).get("username") or request.POST.get("login") or ""
    return name.strip().casefold()


def forget_old_attempts() -> int:
    """Delete the attempts and counts that no longer lock anybody out, and return how many."""
    expired = AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - get_cool_off())
    return expired.delete()[0] + throttling.forget_what_has_run_out()
