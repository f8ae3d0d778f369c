"""How granian is started: in production by `manage.py serve`, and in the demonstration."""

import sys

from django.conf import settings

from portal.serving.limits import KB

HEADERS_WITHIN = 10_000  # milliseconds, from the first byte or since the last answer
CONNECTIONS = 4096  # at once for each worker, so that slow ones do not keep others out
LONGEST_HEADERS = 64 * KB


def command(host: str, port: int) -> tuple[str, ...]:
    """Return the command that serves the site with settings.WORKERS processes.

    Only HTTP/1.1, which proxies speak to servers: fewer ways to keep a server busy. A worker that ends is started
    again; one that does not end within three seconds is killed.
    """
    return (
        *(sys.executable, "-m", "granian", "--interface", "asgi", "--http", "1", "--no-ws", "--loop", "asyncio"),
        *("--host", host, "--port", str(port), "--log-level", "warning"),
        *("--workers", str(settings.WORKERS), "--respawn-failed-workers", "--respawn-interval", "0.5"),
        *("--workers-kill-timeout", "3", "--backlog", str(CONNECTIONS), "--backpressure", str(CONNECTIONS)),
        *("--http1-header-read-timeout", str(HEADERS_WITHIN), "--http1-buffer-size", str(LONGEST_HEADERS)),
        "portal.asgi:application",
    )
