"""Settings for every environment. Each environment variable is read once, here or in the one module that needs it."""

from pathlib import Path
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from environ import Env

from portal.settings.browser_policies import (  # noqa: F401 (settings are read by name)
    ADMIN_CONTENT_SECURITY_POLICY,
    CONTENT_SECURITY_POLICY,
    PERMISSIONS_POLICY,
)
from portal.settings.log_lines import logging_to_stderr
from portal.settings.staff_accounts import *  # noqa: F403
from portal.settings.wagtail import *  # noqa: F403

env = Env()
BASE_DIR = Path(__file__).resolve().parents[2]
VAR = BASE_DIR / "var"  # everything that is created while the site runs, and nothing else

# Whether load_demo may run, and the footer says that this is a demonstration.
DEMO = False

# Apps ------------------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "modeltranslation",  # first: its ready() adds the columns that the others need
    "portal.core",
    "portal.accounts",
    "portal.media",
    "portal.translation",
    "portal.search",
    "portal.reminders",
    "partners",
    "programs",
    "atlas",
    "portal.pages",
    "portal.editing",
    "portal.chrome",
    "portal.serving",
    "portal.demo",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "portal.chrome.refusals.RefuseOddRequestsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # with padding of random length, against BREACH
    "portal.chrome.middleware.ContentSecurityPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.core.language.path.PathLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.chrome.refusals.RefuseOddFormsMiddleware",
    "portal.accounts.second_factor.SecondFactorMiddleware",
    "portal.core.rights.door.AdminDoorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
    "portal.chrome.malformed.MalformedRequestMiddleware",
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["portal.core.templatetags.portal_tags", "portal.core.templatetags.parts"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.chrome.context_processors.chrome",
            ],
        },
    }
]

# Processes -------------------------------------------------------------------------------------------------------

# How many processes serve the site, and in how many threads each, with one database connection for each thread.
WORKERS = env.int("WORKERS", default=2)
REQUEST_THREADS = env.int("REQUEST_THREADS", default=4)
FORM_WITHIN = 10.0  # seconds in which a client must have sent the form it sends

# Cache -----------------------------------------------------------------------------------------------------------

CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "portal.core.caches.LocalCache", "KEY_FUNCTION": "portal.core.caches.stamped_key"},
    # Counts log-ins and the like, so all processes must share it: a table of the database, or Valkey.
    "throttling": {
        **env.cache("CACHE_URL", default="dbcache://throttling"),
        "KEY_FUNCTION": "portal.core.throttling.hashed_key",
        "max_entries": 100_000,  # beyond that, some are forgotten: far more than anybody tries in a day
    },
}

# Languages and time ----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch"), ("en", "English")]
FORMAT_MODULE_PATH = "portal.core.language.date_formats"  # Django's own English dates are American
# Texts in two languages are registered in `translation.py` of each app. German is required where the field is.
MODELTRANSLATION_LANGUAGES = ("de", "en")
MODELTRANSLATION_DEFAULT_LANGUAGE = "de"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("de",)
MODELTRANSLATION_REQUIRED_LANGUAGES = ("de",)
MODELTRANSLATION_CUSTOM_FIELDS = ("ArrayField",)


def MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME(name: Promise | str, code: str) -> str:  # noqa: N802
    return f"{name} ({_({'de': 'German', 'en': 'English'}[code])})"


LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # in another zone, publishing times would differ from those shown

# Files -----------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "portal.chrome.finders.JoinedStylesheetFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STYLESHEET_ROOT = VAR / "stylesheet"
# Files that require a permission: no web server serves this folder, and it must not lie in MEDIA_ROOT.
PRIVATE_ROOT = Path(env.str("PRIVATE_ROOT", default=str(VAR / "private")))
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR / "media")))
# Whether this process serves uploaded files itself, or the web server in front of it.
SERVE_MEDIA = False

FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "portal.media.storage.CarefulUploadHandler",  # where there is no room, the field says so
]
STORAGES = {
    "default": {"BACKEND": "portal.media.storage.WholeFileStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# The university ----------------------------------------------------------------------------------------------------

TELEPHONE = env.str("TELEPHONE", default="+49 203 379-0")  # its switchboard, for whoever finds the site out of order

# Staff -----------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
# The number of our own proxies in front of the site: as many entries of X-Forwarded-For are trusted.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
# Whether /admin/ requires a session in which a second factor was used.
SECOND_FACTOR_REQUIRED = False

# Mail ------------------------------------------------------------------------------------------------------------

DEFAULT_FROM_EMAIL = SERVER_EMAIL = WAGTAILADMIN_NOTIFICATION_FROM_EMAIL = env.str(
    "MAIL_FROM", default="vielfalt@localhost"
)
EMAIL_TIMEOUT = 10  # seconds
EMAIL_FILE_PATH = VAR / "mail"  # of the backend that writes mail to files

# Wagtail ---------------------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Vielfalt"
# The beginning of absolute addresses, such as those in mail to staff.
BASE_URL = WAGTAILADMIN_BASE_URL = env.str("BASE_URL", default="http://localhost:8000")
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES

# Security --------------------------------------------------------------------------------------------------------

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # else there would be a third cookie
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "SAMEORIGIN"  # editors see previews in a frame
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

LOG_LEVEL = env.str("LOG_LEVEL", default="WARNING")
LOGGING = logging_to_stderr(LOG_LEVEL)
