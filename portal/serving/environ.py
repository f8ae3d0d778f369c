"""From the scope of an ASGI request to the environment that WSGI describes (PEP 3333)."""

import sys
from typing import Any
from urllib.parse import unquote_to_bytes

UNPREFIXED = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}


def environ_of(scope: dict[str, Any]) -> dict[str, Any]:
    """Return the environment without `wsgi.input`.

    Headers with an underscore are left out: X_Forwarded_For, which a client may send, would look like the
    X-Forwarded-For of our proxy.
    """
    environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    environ["SERVER_NAME"], environ["SERVER_PORT"] = map(str, scope.get("server") or ("localhost", 80))
    environ["REMOTE_ADDR"] = str((scope.get("client") or ("",))[0])
    for name, value in scope["headers"]:
        if b"_" not in name:
            _add_header(environ, name.decode("latin-1").lower(), value.decode("latin-1"))
    return environ


def _add_header(environ: dict[str, Any], name: str, value: str) -> None:
    """Add a header; values of one that comes several times are joined as RFC 9110 says, cookies as RFC 6265 does."""
    key = UNPREFIXED.get(name) or f"HTTP_{name.upper().replace('-', '_')}"
    separator = "; " if name == "cookie" else ","
    environ[key] = f"{environ[key]}{separator}{value}" if key in environ else value
