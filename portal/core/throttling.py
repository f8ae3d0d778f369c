"""How often something may happen, and from where, without storing what identifies anybody.

The counts lie in the cache "throttling", which all processes share. Its keys are hashed with a key of the day, so that
not even the same address can be recognised the next day; what has run out is deleted by the scheduler.
"""

import hashlib
import hmac
import ipaddress
import time

from django.conf import settings
from django.core.cache import BaseCache, caches
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from portal.core.time import moment

IPV6_PREFIX = 64  # bits: what one household or one telephone is given


def hashed_key(key: str, key_prefix: str, version: int) -> str:
    """Return the key under which the cache stores something (the setting KEY_FUNCTION)."""
    secret = f"{settings.SECRET_KEY}/{moment.today()}".encode()
    return hmac.new(secret, f"{key_prefix}:{version}:{key}".encode(), hashlib.sha256).hexdigest()


def client_address(request: HttpRequest) -> str:
    """Return the IP address of the client.

    Clients can forge X-Forwarded-For, so only its last settings.TRUSTED_PROXIES entries are used, which our own
    proxies have written.
    """
    count = settings.TRUSTED_PROXIES
    entries = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    return entries[-count] if 0 < count <= len(entries) and entries[-count] else request.META.get("REMOTE_ADDR", "")


def count(purpose: str, request: HttpRequest, seconds: int) -> int:
    """Count a request for its address, and return how many there were in this period of so many seconds."""
    key = f"{purpose}:{int(time.time()) // seconds}:{_origin(request)}"
    number = _counts().get(key, 0) + 1
    _counts().set(key, number, seconds)
    return number


def is_first(purpose: str, request: HttpRequest, seconds: int) -> bool:
    """Tell whether this address asks for the first time in so many seconds, or since midnight if that is later."""
    return happens_first(f"{purpose}:{_origin(request)}", seconds)


def happens_first(event: str, seconds: int) -> bool:
    """Tell whether something happens for the first time in so many seconds, or since midnight if that is later."""
    return _counts().add(event, True, seconds)


def forget_what_has_run_out() -> int:
    """Delete expired counts from the table of the cache, and return how many; another cache does so itself."""
    name: str | None = getattr(_counts(), "_table", None)
    if name is None:
        return 0
    table = connection.ops.quote_name(name)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [timezone.now()])  # noqa: S608 (a quoted name)
        return cursor.rowcount


def _counts() -> BaseCache:
    return caches["throttling"]


def _origin(request: HttpRequest) -> str:
    """Return the address, or the network of an IPv6 address, any of which its user may choose."""
    address = client_address(request)
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 6:
        return str(ipaddress.ip_network(f"{address}/{IPV6_PREFIX}", strict=False))
    return address
