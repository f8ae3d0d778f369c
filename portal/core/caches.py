"""The cache that libraries use: in memory of the process, except for what all processes must count together."""

from typing import Any

from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache

from portal.core import content_version

THROTTLING = "throttling"
SHARED = "allauth:"  # keys of attempts to log in, for which allauth knows no cache but the default one


def stamped_key(key: str, key_prefix: str, version: int) -> str:
    """Return a key that is not found again once content has changed, in whichever process (KEY_FUNCTION)."""
    return f"{key_prefix}:{version}:{content_version.get()}:{key}"


class LocalCache(LocMemCache):
    """Keeps things in memory, and hands what is counted to the cache "throttling"."""

    def add(self, key: Any, *args: Any, **kwargs: Any) -> bool:
        return caches[THROTTLING].add(key, *args, **kwargs) if _is_shared(key) else super().add(key, *args, **kwargs)

    def get(self, key: Any, *args: Any, **kwargs: Any) -> Any:
        return caches[THROTTLING].get(key, *args, **kwargs) if _is_shared(key) else super().get(key, *args, **kwargs)

    def set(self, key: Any, *args: Any, **kwargs: Any) -> None:
        return caches[THROTTLING].set(key, *args, **kwargs) if _is_shared(key) else super().set(key, *args, **kwargs)

    def delete(self, key: Any, *args: Any, **kwargs: Any) -> bool:
        shared = caches[THROTTLING]
        return shared.delete(key, *args, **kwargs) if _is_shared(key) else super().delete(key, *args, **kwargs)


def _is_shared(key: Any) -> bool:
    return str(key).startswith(SHARED)
