"""The threads in which Django answers, and how long a request waits for one."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from portal.serving.answers import Answer, StoredFile, body_of
from portal.serving.bodies import GoneError, Receive, client_gone
from portal.serving.limits import LONGEST_WAIT, WAITING_REQUESTS

WSGIApplication = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

logger = logging.getLogger(__name__)


class BusyError(Exception):
    """No thread has become free in time."""


class RequestThreads:
    """So many threads, each with its own database connection, that answer complete requests one after another."""

    def __init__(self, application: WSGIApplication, count: int, name: str) -> None:
        self.application = application
        self.count = count
        self.unfinished = 0
        self.pool = ThreadPoolExecutor(count, name)

    async def answer(self, environ: dict[str, Any], receive: Receive) -> Answer:
        """Return Django's answer; raise BusyError if too many requests wait, or if this one has waited too long.

        Raises GoneError if the client has gone before a thread was free: nobody would read the answer.
        """
        if self.unfinished >= self.count + WAITING_REQUESTS:
            raise BusyError
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Answer] = loop.create_future()
        self.unfinished += 1
        work = self.pool.submit(self._work, environ, loop, answer)
        work.add_done_callback(lambda _work: loop.call_soon_threadsafe(self._finished))
        gone = asyncio.ensure_future(client_gone(receive))
        both: list[asyncio.Future[Any]] = [answer, gone]
        try:
            await asyncio.wait(both, timeout=LONGEST_WAIT, return_when=asyncio.FIRST_COMPLETED)
            if not answer.done() and work.cancel():
                raise GoneError if gone.done() else BusyError
            return await answer
        finally:
            gone.cancel()

    def _finished(self) -> None:
        self.unfinished -= 1

    def _work(self, environ: dict[str, Any], loop: asyncio.AbstractEventLoop, answer: "asyncio.Future[Answer]") -> None:
        """Run in a thread: the answer goes to the client before the response is closed, and what follows it is done."""
        try:
            chunks, result = self._call(environ)
        except Exception as error:  # noqa: BLE001 (whoever waits for the answer gets it)
            loop.call_soon_threadsafe(answer.set_exception, error)
            return
        loop.call_soon_threadsafe(answer.set_result, result)
        try:
            getattr(chunks, "close", lambda: None)()
        except Exception:
            logger.exception("Closing the response to a request failed")

    def _call(self, environ: dict[str, Any]) -> tuple[Iterable[bytes], Answer]:
        started: list[Any] = []
        environ["wsgi.file_wrapper"] = StoredFile
        with environ["wsgi.input"]:
            chunks = self.application(environ, lambda *start: started.extend(start))
            status, headers = started[:2]
            return chunks, Answer(int(status.split()[0]), headers, body_of(chunks))

    def end(self) -> None:
        """Let no further request begin."""
        self.pool.shutdown(wait=False, cancel_futures=True)
