"""Where granian finds the site: under the production settings unless told otherwise."""

import os
from typing import TYPE_CHECKING

from django.core.wsgi import get_wsgi_application

if TYPE_CHECKING:
    from portal.serving.application import Application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
os.environ.setdefault("DATABASE_PATIENCE", "web")


def get_application() -> "Application":
    """Return the application, once Django is set up, which its modules need."""
    django = get_wsgi_application()
    from portal.serving.application import Application

    return Application(django)


application = get_application()
