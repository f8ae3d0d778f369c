"""What the production site requires of its settings. It does not start while one of these sentences is true of it."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

REQUIRED = ("SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS", "EMAIL_URL", "BASE_URL")
YES_OR_NO = ("BEHIND_TLS_PROXY", "SECOND_FACTOR_REQUIRED", "SERVE_MEDIA")
TRUTHS = {"0", "1", "false", "true", "no", "yes", "off", "on"}
KEY_LENGTH, KEY_VARIETY = 50, 5  # characters, and different ones, as in Django's own check security.W009
UNSHARED_CACHES = ("locmem.LocMemCache", "dummy.DummyCache", "filebased.FileBasedCache")

Environment = Mapping[str, str]
Settings = Mapping[str, Any]


def missing(environment: Environment) -> Iterator[str]:
    """Yield a sentence for each variable that is missing, or that is neither yes nor no where it must be."""
    for name in REQUIRED:
        if not environment.get(name):
            yield f"The environment variable {name} is missing: the site does not start without it."
    for name in YES_OR_NO:
        if environment.get(name, "0").strip().lower() not in TRUTHS:
            yield f"{name} must be on or off, and is neither."


def objections(settings: Settings) -> Iterator[str]:
    """Yield a sentence for each setting that would leave a door open."""
    for rule in RULES:
        if sentence := rule(settings):
            yield sentence


def _weak_key(settings: Settings) -> str | None:
    key = settings["SECRET_KEY"]
    if len(key) >= KEY_LENGTH and len(set(key)) >= KEY_VARIETY:
        return None
    return f"SECRET_KEY is too weak: it needs {KEY_LENGTH} random characters, since it signs sessions."


def _any_host(settings: Settings) -> str | None:
    if all(host.strip(".") and "*" not in host and "/" not in host for host in settings["ALLOWED_HOSTS"]):
        return None
    return "ALLOWED_HOSTS must name the hosts of this site, since with * anybody's host would get into its links."


def _odd_address(settings: Settings) -> str | None:
    address = urlsplit(settings["BASE_URL"])
    if address.scheme == "https" and address.hostname and not address.path.strip("/"):
        return None
    return "BASE_URL must be the address of this site, such as https://vielfalt.example.org, since mail links to it."


def _open_folder(settings: Settings) -> str | None:
    private = Path(settings["PRIVATE_ROOT"]).resolve()
    served = [Path(settings[name]).resolve() for name in ("MEDIA_ROOT", "STATIC_ROOT")]
    if not any(private.is_relative_to(folder) or folder.is_relative_to(private) for folder in served):
        return None
    return "PRIVATE_ROOT must lie apart from MEDIA_ROOT and STATIC_ROOT, which are handed out to everybody."


def _unshared_cache(settings: Settings) -> str | None:
    if settings["WORKERS"] == 1 or not settings["CACHES"]["throttling"]["BACKEND"].endswith(UNSHARED_CACHES):
        return None
    return "CACHE_URL must be a cache that all WORKERS share, since it counts attempts to log in."


def _unknown_visitors(settings: Settings) -> str | None:
    if not settings.get("SECURE_PROXY_SSL_HEADER") or settings["TRUSTED_PROXIES"] > 0:
        return None
    return "TRUSTED_PROXIES must count the proxy of BEHIND_TLS_PROXY, or all visitors would seem to be one."


def _other_database(settings: Settings) -> str | None:
    is_postgresql = settings["DATABASES"]["default"]["ENGINE"].endswith("postgresql")
    return None if is_postgresql else "DATABASE_URL must begin with postgres://, the one database this site works with."


def _no_mail_server(settings: Settings) -> str | None:
    is_smtp = settings["EMAIL_BACKEND"].endswith("smtp.EmailBackend")
    return None if is_smtp else "EMAIL_URL must name a mail server, since mail carries new passwords and reminders."


def _no_process(settings: Settings) -> str | None:
    is_enough = settings["WORKERS"] > 0 and settings["REQUEST_THREADS"] > 0
    return None if is_enough else "WORKERS and REQUEST_THREADS must be 1 or more."


RULES: tuple[Callable[[Settings], str | None], ...] = (
    _weak_key,
    _any_host,
    _odd_address,
    _open_folder,
    _unshared_cache,
    _unknown_visitors,
    _other_database,
    _no_mail_server,
    _no_process,
)
