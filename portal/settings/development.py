"""Settings for development: `manage.py runserver`, and `make demo`."""

from portal.embedded_database.shared_server import ensure_database_url
from portal.settings import base
from portal.settings.base import *  # noqa: F403
from portal.settings.base import VAR, env
from portal.settings.database import database
from portal.settings.kept_secret import kept_secret
from portal.settings.log_lines import logging_to_stderr

ensure_database_url(VAR / "postgres")
DATABASES = {"default": database()}

DEMO = env.bool("DEMO", default=True)
DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env.str("SECRET_KEY", default="") or kept_secret(VAR / "secret-key")
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="") or kept_secret(VAR / "demo-password")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

SERVE_MEDIA = True
# Each mail is written to a file and never leaves this machine.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=False)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # http://localhost
LOGGING = logging_to_stderr(base.LOG_LEVEL, formatter="plain")
