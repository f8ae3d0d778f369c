"""The tests and the lint gates. No test runs on the database named here: tests/databases.py makes their own."""

from portal.embedded_database.starting import ensure_database_url
from portal.settings import base
from portal.settings.base import *  # noqa: F403
from portal.settings.base import VAR

ensure_database_url(VAR / "test-postgres", forgetful=True)
DATABASES = {"default": {**base.database(), "CONN_MAX_AGE": 0}}

DEMO = True  # the walk through all pages reads the demo content
DEBUG = False
SECRET_KEY = "tests sign nothing of value"  # noqa: S105
DEMO_PASSWORD = "tests open nothing of value"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "testserver"]

SERVE_MEDIA = True
# Files as they lie in the tree: a test that changes one need not collect them first.
STORAGES = {**base.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
