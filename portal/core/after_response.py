"""Work that a visitor does not wait for: it is done once the response has been sent, in the same thread.

Nobody can tell from the time of a response whether such work was done, and a mail server that does not answer keeps
nobody waiting.
"""

import logging
import threading
from collections.abc import Callable
from typing import Any

from django.core.signals import request_finished, request_started

logger = logging.getLogger(__name__)


class _Waiting(threading.local):
    work: list[Callable[[], object]] | None = None  # None outside of a request


_waiting = _Waiting()


def after_response(work: Callable[[], object]) -> None:
    """Call `work` once the response to the present request is sent; at once where there is no request."""
    if _waiting.work is None:
        _run(work)
    else:
        _waiting.work.append(work)


def connect_signals() -> None:
    request_started.connect(_begin)
    request_finished.connect(_finish)


def _begin(**kwargs: Any) -> None:
    _waiting.work = []


def _finish(**kwargs: Any) -> None:
    waiting, _waiting.work = _waiting.work or [], None
    for work in waiting:
        _run(work)


def _run(work: Callable[[], object]) -> None:
    try:
        work()
    except Exception:  # there is nobody left to tell
        logger.exception("What follows a response failed")
