"""Logging to stderr, one JSON object per line.

No request is logged with its query string, since filters and search terms may reveal personal circumstances.
"""

import json
import logging
from datetime import UTC, datetime
from typing import Any


class JsonLines(logging.Formatter):
    """Formats each event as one line. Line breaks in messages are escaped, so that no request can forge a line."""

    def format(self, record: logging.LogRecord) -> str:
        event = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if status := getattr(record, "status_code", None):
            event["status"] = status
        if record.exc_info:
            event["exception"] = self.formatException(record.exc_info)
        return json.dumps(event, ensure_ascii=False)


def logging_to_stderr(level: str, formatter: str = "lines") -> dict[str, Any]:
    """Return Django's LOGGING. `level` is a name such as "INFO"; `formatter` is "lines" or, for people, "plain"."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {"()": JsonLines},
            "plain": {"format": "%(levelname)s %(name)s: %(message)s"},
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": formatter}},
        "root": {"handlers": ["stderr"], "level": level},
        # Without Django's own handlers, which mail the administrators and log everything twice.
        "loggers": {
            "django": {"handlers": [], "propagate": True},
            "django_tasks": {"level": "WARNING"},  # else a line for each task that Wagtail runs after a save
        },
    }
