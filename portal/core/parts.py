"""One broken record never ends a page: the part that fails is left out and logged, and the rest is shown.

Templates of this site do so by themselves: `include`, `for` and `if` (`portal.core.templatetags.parts`) leave out what
fails within an inclusion, a round of a loop or a branch. Python code that makes something of each record of a list
calls `each`.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404

# Answers of their own; and without the database every part would be missing.
PASSED_ON = (Http404, PermissionDenied, OperationalError, InterfaceError)

logger = logging.getLogger(__name__)
Item = TypeVar("Item")
Result = TypeVar("Result")


def each(items: Iterable[Item], make: Callable[[Item], Result]) -> Iterator[Result]:
    """Yield what `make` returns for each item, without those for which it fails; under DEBUG it raises."""
    for item in items:
        try:
            result = make(item)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is one item's; it is logged
            leave_out(error, f"{type(item).__name__} {getattr(item, 'pk', '')}")
        else:
            yield result


def leave_out(error: Exception, name: str) -> None:
    """Log that a part is left out; raise the error if it concerns more than this part, or under DEBUG."""
    if settings.DEBUG or isinstance(error, PASSED_ON):
        raise error
    logger.error("A broken part is left out: %s", name, exc_info=error)
