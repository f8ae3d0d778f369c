"""Where a WSGI server finds the site; granian takes `portal.asgi`, which keeps slow clients out of the threads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
os.environ.setdefault("DATABASE_PATIENCE", "web")

application = get_wsgi_application()
