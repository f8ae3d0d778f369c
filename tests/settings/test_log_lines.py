"""Each log event is one line, whatever it contains."""

import json
import logging
import sys

from portal.settings.log_lines import JsonLines


def line(message, *arguments, **options):
    record = logging.LogRecord("portal", logging.WARNING, __file__, 1, message, arguments, options.get("exc_info"))
    return JsonLines().format(record)


def test_nobody_can_forge_a_line():
    written = line("Not found: %s", "/de/\n2027-01-01 ERROR the site is gone")
    assert "\n" not in written
    assert json.loads(written)["message"] == "Not found: /de/\n2027-01-01 ERROR the site is gone"


def test_a_failure_keeps_its_trace_on_the_same_line():
    try:
        raise ValueError("Überfüllt")
    except ValueError:
        written = line("failed", exc_info=sys.exc_info())
    assert "\n" not in written
    assert json.loads(written)["exception"].endswith("ValueError: Überfüllt")


def test_the_time_says_its_zone():
    assert json.loads(line("x"))["time"].endswith("+00:00")
