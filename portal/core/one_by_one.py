"""Work in pieces of which one that fails does not keep the others from being done."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import Error, connection, transaction

logger = logging.getLogger(__name__)


class OneByOne:
    """Runs pieces of work, each in a transaction of its own; what fails is logged, and raised by `end`."""

    def __init__(self) -> None:
        self.errors: list[Exception] = []

    @contextmanager
    def piece(self, label: str) -> Iterator[None]:
        """Run one piece of work; an exception is passed on only if the database is away: all others would fail, too."""
        try:
            with transaction.atomic():
                yield
        except Exception as error:
            if isinstance(error, Error) and not connection.is_usable():
                raise
            logger.exception("%s failed", label)
            self.errors.append(error)

    def end(self) -> None:
        """Raise the first error, once all pieces have had their turn."""
        if self.errors:
            raise self.errors[0]
