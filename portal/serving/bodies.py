"""Reading the body of a request without a thread, within limits of size and time."""

import asyncio
from collections.abc import Awaitable, Callable
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from portal.serving.limits import KB, BodyLimit

Receive = Callable[[], Awaitable[dict[str, Any]]]

IN_MEMORY = 256 * KB  # what is longer is kept in a temporary file


class TooLargeError(Exception):
    """The body has more bytes than this client may send here."""


class TooSlowError(Exception):
    """The client did not send its body in time."""


class GoneError(Exception):
    """The client has closed the connection."""


def check_length(environ: dict[str, Any], limit: BodyLimit) -> None:
    """Raise TooLargeError if the header Content-Length announces too much, or is no number."""
    length = environ.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()) or len(length) > 12 or int(length) > limit.size:
        raise TooLargeError


async def read_body(receive: Receive, limit: BodyLimit) -> IO[bytes]:
    """Return the body as a file, at its beginning; raise TooLargeError, TooSlowError or GoneError."""
    body: Any = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 (its reader closes it)
    try:
        await _receive_into(body, receive, limit)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return body


async def discard_body(receive: Receive, limit: BodyLimit) -> None:
    """Receive a body without keeping it, as far as the limit; raise TooSlowError or GoneError."""
    await _receive_into(_Nowhere(), receive, limit)


async def client_gone(receive: Receive) -> None:
    """Return when the client closes the connection."""
    while (await receive())["type"] != "http.disconnect":
        pass


class _Nowhere:
    def write(self, data: bytes) -> int:
        return len(data)


async def _receive_into(body: Any, receive: Receive, limit: BodyLimit) -> None:
    clock = asyncio.get_running_loop().time
    start, size, is_complete = clock(), 0, False
    while not is_complete:
        try:
            message = await asyncio.wait_for(receive(), start + limit.patience(size) - clock())
        except TimeoutError:
            raise TooSlowError from None
        if message["type"] == "http.disconnect":
            raise GoneError
        size += len(message.get("body", b""))
        if size > limit.size:
            raise TooLargeError
        body.write(message.get("body", b""))
        is_complete = not message.get("more_body", False)
