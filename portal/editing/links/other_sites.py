"""Requests addresses of other sites: with time limits, and never from a private network, not even by a redirect."""

import http.client
import ipaddress
import socket
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from portal.editing.links.answers import BROKEN, MOST_REDIRECTS, UNCHECKED, Answer, answer_for_status

TIMEOUT = 10  # seconds for each step
HEADERS = {"User-Agent": "link check", "Accept": "*/*"}
RETRY_WITH_GET = {400, 403, 404, 405, 500, 501, 503}  # how servers answer that do not know HEAD


class NotPublicError(Exception):
    """A host name has an address in a private network or on this machine, or none at all."""


def check(address: str) -> Answer:
    """Return where an address leads. Redirects are followed, and each of them is checked in the same way."""
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
            return answer_for_status(code)
        address = urljoin(address, location)
    return Answer(BROKEN, "redirects")


def _request(parts: SplitResult) -> tuple[int, str]:
    """Return (status, address of a redirect) for HEAD, or for GET where a server does not support that."""
    code, location = _send("HEAD", parts)
    return _send("GET", parts) if code in RETRY_WITH_GET else (code, location)


def _send(method: str, parts: SplitResult) -> tuple[int, str]:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    host = parts.hostname or ""
    public_address = resolve_public(host, port)
    connection_class = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection: Any = connection_class(host, port, timeout=TIMEOUT)
    # Resolved a second time, the name might have another address than the one that was checked.
    connection._create_connection = lambda _address, *options: socket.create_connection(public_address, *options)
    try:
        connection.request(method, path, headers=HEADERS)
        response = connection.getresponse()
        return response.status, response.headers.get("Location", "")
    finally:
        connection.close()


def resolve_public(host: str, port: int) -> tuple[str, int]:
    """Return (IP address, port) of a host; raises NotPublicError unless all its addresses are public."""
    numbers = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    if not numbers or not all(is_public(number) for number in numbers):
        raise NotPublicError(host)
    return sorted(numbers)[0], port


def is_public(number: str) -> bool:
    """Tell whether an IP address, with or without a zone, is reachable from the whole internet."""
    address = ipaddress.ip_address(number.partition("%")[0])
    embedded = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or address
    return address.is_global and embedded.is_global and not address.is_multicast
