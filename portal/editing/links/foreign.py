"""Asking other sites, carefully: with time limits, never an address inside a private network, and not by a detour."""

import http.client
import ipaddress
import socket
from urllib.parse import urljoin, urlsplit

from portal.editing.links.asking import BROKEN, MOST_REDIRECTS, UNCHECKED, Answer, of_status

TIMEOUT = 10  # seconds for each step
AGENT = {"User-Agent": "link check", "Accept": "*/*"}
NO_HEAD = {400, 403, 404, 405, 500, 501, 503}  # after which some servers answer GET better


class NotPublicError(Exception):
    """The name leads into a private network, to this machine, or to no network at all."""


def ask(address: str) -> Answer:
    """Ask with HEAD, and with GET where a server does not know that; follows redirects, each checked anew."""
    for _try in range(MOST_REDIRECTS):
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            return Answer(UNCHECKED)
        try:
            code, location = _request(parts)
        except NotPublicError:
            return Answer(UNCHECKED, "private")
        except (OSError, http.client.HTTPException, ValueError):
            return Answer(BROKEN, "unreachable")
        if not (300 <= code < 400 and location):
            return of_status(code)
        address = urljoin(address, location)
    return Answer(BROKEN, "redirects")


def _request(parts) -> tuple[int, str]:
    code, location = _send("HEAD", parts)
    return _send("GET", parts) if code in NO_HEAD else (code, location)


def _send(method: str, parts) -> tuple[int, str]:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    place = public_place(parts.hostname, port)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname, port, timeout=TIMEOUT)
    # The very place that was looked at: asked again, the name might lead elsewhere.
    connection._create_connection = lambda _address, *more: socket.create_connection(place, *more)
    try:
        connection.request(method, path, headers=AGENT)
        response = connection.getresponse()
        return response.status, response.headers.get("Location", "")
    finally:
        connection.close()


def public_place(host: str, port: int) -> tuple[str, int]:
    """Return the numeric address of `host`; raises NotPublicError unless all of its addresses are public ones."""
    found = {entry[4][0] for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    if not found or not all(is_public(number) for number in found):
        raise NotPublicError(host)
    return sorted(found)[0], port


def is_public(number: str) -> bool:
    address = ipaddress.ip_address(number.partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or address
    return address.is_global and inner.is_global and not address.is_multicast
