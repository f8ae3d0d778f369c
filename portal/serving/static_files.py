"""Static files, sent without a thread and without Django."""

from http import HTTPStatus
from pathlib import Path
from typing import Any

from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import SlicedFile

from portal.serving.answers import Answer


class StaticFiles:
    """The files that WhiteNoise knows when the process starts; where it looks for them each time, there are none."""

    def __init__(self) -> None:
        self.files: dict[str, Any] = WhiteNoiseMiddleware(_not_asked).files

    def answer(self, environ: dict[str, Any]) -> Answer | None:
        """Return the file at the path of a request in the best encoding, 304 or 405; None if there is no such file."""
        file = self.files.get(environ["PATH_INFO"])
        if file is None:
            return None
        response = file.get_response(environ["REQUEST_METHOD"], environ)
        headers = [*response.headers, ("X-Content-Type-Options", "nosniff")]
        return Answer(HTTPStatus(response.status), headers, _body(response.file))


def _body(file: Any) -> Any:
    if file is None or isinstance(file, SlicedFile):
        return file or b""
    file.close()
    return Path(file.name)


def _not_asked(_request: object) -> None:
    """Stand in for the next middleware, which is never called."""
