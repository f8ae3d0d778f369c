"""Settings of the site whose faults are caused: those of the tests, with what production has and tests do without."""

from portal.settings import base
from portal.settings import database as connection
from portal.settings.log_lines import logging_to_stderr
from portal.settings.test import *  # noqa: F403

connection.DATABASE_PATIENCE["web"]["lock_timeout"] = 300  # milliseconds
DATABASES = {"default": connection.database()}
CACHES = base.CACHES  # in the database, for all processes
WHITENOISE_AUTOREFRESH = False  # static files are known from the start
LOGGING = logging_to_stderr("INFO")  # tells which workers are ready
FORM_WITHIN = 2.0  # seconds
EMAIL_BACKEND = "tests.faults.slow_mail.EmailBackend"
EMAIL_FILE_PATH = base.env.str("EMAIL_FILE_PATH")
