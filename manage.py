#!/usr/bin/env python
"""Runs Django's commands, with the development settings unless DJANGO_SETTINGS_MODULE is set."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.development")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"{error}")
    except KeyboardInterrupt:
        sys.exit(130)  # the exit status of shells after Ctrl-C


if __name__ == "__main__":
    main()
