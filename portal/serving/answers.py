"""An answer that is complete before it is sent, so that no thread waits for whoever reads it."""

from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from django.conf import settings

from portal.serving.limits import KB, MB

Send = Callable[[dict[str, Any]], Awaitable[None]]
Headers = list[tuple[str, str]]

CHUNK = 64 * KB
IN_MEMORY = MB  # what is longer is kept in a temporary file


@dataclass
class Answer:
    """`body` is what to send: bytes, the path of a file that exists, or an open file, which sending closes."""

    status: int
    headers: Headers
    body: bytes | Path | IO[bytes] = b""


class StoredFile:
    """What Django hands over for `wsgi.file_wrapper`: a file to be sent."""

    def __init__(self, file: Any, _block_size: int = 0) -> None:
        self.file = file

    def __iter__(self) -> Iterator[bytes]:
        return iter(lambda: self.file.read(CHUNK), b"")

    def close(self) -> None:
        self.file.close()

    def path(self) -> Path | None:
        """Return the path if it is an uploaded file, from its beginning; others may vanish when they are closed."""
        path = Path(str(getattr(self.file, "name", "")))
        folders = (Path(settings.MEDIA_ROOT), Path(settings.PRIVATE_ROOT))
        is_uploaded = path.is_absolute() and any(path.is_relative_to(folder) for folder in folders)
        return path if is_uploaded and self.file.tell() == 0 else None


def body_of(chunks: Iterable[bytes]) -> bytes | Path | IO[bytes]:
    """Return the body of a WSGI response; a stream is read to its end."""
    if isinstance(chunks, StoredFile) and (path := chunks.path()):
        return path
    body: Any = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 (sending closes it)
    body.writelines(chunks)
    body.seek(0)
    return body


async def send_answer(answer: Answer, send: Send, scope: dict[str, Any]) -> None:
    """Send an answer, as fast as the client reads it; for HEAD without its body."""
    headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    if scope["method"] == "HEAD":
        _close(answer.body)
        await send({"type": "http.response.body", "body": b""})
    elif isinstance(answer.body, Path) and "http.response.pathsend" in scope.get("extensions", {}):
        await send({"type": "http.response.pathsend", "path": str(answer.body)})
    else:
        await _send_chunks(answer.body, send)


async def _send_chunks(body: bytes | Path | IO[bytes], send: Send) -> None:
    if isinstance(body, bytes):
        await send({"type": "http.response.body", "body": body})
        return
    with body.open("rb") if isinstance(body, Path) else body as file:
        while chunk := file.read(CHUNK):
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def _close(body: bytes | Path | IO[bytes]) -> None:
    if not isinstance(body, bytes | Path):
        body.close()
