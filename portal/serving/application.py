"""The ASGI application that granian calls."""

import asyncio
import io
import logging
import os
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from django.conf import settings

from portal.chrome.standalone import standalone_answer, warm_up
from portal.core.language.path import language_for
from portal.serving.answers import Answer, Send, send_answer
from portal.serving.bodies import GoneError, Receive, TooLargeError, TooSlowError, check_length, discard_body, read_body
from portal.serving.environ import environ_of
from portal.serving.limits import MOST_DISCARDED, UPLOADS_AT_ONCE, BodyLimit, body_limit
from portal.serving.static_files import StaticFiles
from portal.serving.threads import BusyError, RequestThreads, WSGIApplication

WITHOUT_BODY = {"GET", "HEAD", "OPTIONS"}
STATUS_OF: dict[type[Exception], int] = {TooSlowError: 408, TooLargeError: 413, BusyError: 503}
ALIVE = Answer(200, [("Content-Type", "text/plain"), ("Cache-Control", "no-store"), ("Content-Length", "2")], b"ok")

logger = logging.getLogger(__name__)


class Application:
    """Answers `/livez` and static files itself, and the rest by Django, in threads that never wait for a client."""

    def __init__(self, django: WSGIApplication) -> None:
        self.static_files = StaticFiles()
        self.requests = RequestThreads(django, settings.REQUEST_THREADS, "request")
        # A supervisor must learn whether the database is there even if all other threads wait for it.
        self.checks = RequestThreads(django, 1, "check")
        self.uploads = 0

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._answer_request(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._live(receive, send)

    async def _answer_request(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        environ = environ_of(scope)
        try:
            answer = await self._answer(environ, receive)
        except GoneError:
            return
        except tuple(STATUS_OF) as error:
            answer = _refusal(STATUS_OF[type(error)], environ)
        except Exception:
            logger.exception("A request was not answered")
            answer = _refusal(500, environ)
        await send_answer(answer, send, scope)

    async def _answer(self, environ: dict[str, Any], receive: Receive) -> Answer:
        if environ["PATH_INFO"] == "/livez":
            return ALIVE
        if answer := self.static_files.answer(environ):
            return answer
        threads = self.checks if environ["PATH_INFO"] == "/readyz" else self.requests
        await self._read(environ, receive)
        return await threads.answer(environ, receive)

    async def _read(self, environ: dict[str, Any], receive: Receive) -> None:
        """Put the body into the environment; a method that has no use for one gets none."""
        if environ["REQUEST_METHOD"] in WITHOUT_BODY:
            environ["wsgi.input"], environ["CONTENT_LENGTH"] = io.BytesIO(), ""
            return
        limit = body_limit(environ)
        await self._check_length(environ, receive, limit)
        body = await (self._read_upload(receive, limit) if limit.is_upload else read_body(receive, limit))
        environ["wsgi.input"], environ["CONTENT_LENGTH"] = body, str(body.seek(0, io.SEEK_END))
        body.seek(0)

    async def _check_length(self, environ: dict[str, Any], receive: Receive, limit: BodyLimit) -> None:
        """Raise TooLargeError for a body that is too large; a large file of staff is received all the same.

        A browser that is still sending shows a broken connection in place of the answer.
        """
        try:
            check_length(environ, limit)
        except TooLargeError:
            most = replace(limit, size=MOST_DISCARDED)
            if limit.is_upload:
                check_length(environ, most)
                await discard_body(receive, most)
            raise

    async def _read_upload(self, receive: Receive, limit: BodyLimit) -> Any:
        if self.uploads >= UPLOADS_AT_ONCE:
            raise BusyError
        self.uploads += 1
        try:
            return await read_body(receive, limit)
        finally:
            self.uploads -= 1

    async def _live(self, receive: Receive, send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
        """Start and end with the worker (the lifespan protocol of ASGI).

        A worker takes requests once it knows the links of the footer, or that the database does not tell them.
        """
        await receive()
        await asyncio.wait([asyncio.wrap_future(self.checks.pool.submit(warm_up))])
        logger.info("Worker %s is ready", os.getpid())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.requests.end()
        self.checks.end()
        await send({"type": "lifespan.shutdown.complete"})


def _refusal(status: int, environ: dict[str, Any]) -> Answer:
    language = language_for(environ["PATH_INFO"], environ.get("HTTP_ACCEPT_LANGUAGE", ""))
    response = standalone_answer(status, language)
    # The rest of the body is not read, so that the connection is of no further use.
    return Answer(status, [*response.items(), ("Connection", "close")], response.content)
