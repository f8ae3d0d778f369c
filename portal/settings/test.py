"""Settings for tests and for `make lint`. Tests run on databases of their own, which tests/databases.py creates."""

from portal.embedded_database.shared_server import ensure_database_url
from portal.settings import base
from portal.settings.base import *  # noqa: F403
from portal.settings.base import VAR
from portal.settings.database import database

ensure_database_url(VAR / "test-postgres", forgetful=True)
DATABASES = {"default": {**database(), "CONN_MAX_AGE": 0}}

DEMO = True  # tests of all pages load the demo content
DEBUG = False
SECRET_KEY = "tests sign nothing of value"  # noqa: S105
DEMO_PASSWORD = "tests open nothing of value"  # noqa: S105
INSTALLED_APPS = [*base.INSTALLED_APPS, "django_migration_linter"]  # a gate of `make lint`
ALLOWED_HOSTS = ["localhost", "testserver"]

SERVE_MEDIA = True
# Static files are served from the source tree, without collectstatic.
STORAGES = {**base.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True

# In memory: tests that count nothing need no database.
CACHES = {
    "default": {"BACKEND": "portal.core.caches.LocalCache"},
    "throttling": {**base.CACHES["throttling"], "BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
