"""Settings for production. The site does not start without its secrets; docs/configuration.md lists the variables."""

import os

from django.core.exceptions import ImproperlyConfigured

from portal.settings.base import *  # noqa: F403
from portal.settings.base import env
from portal.settings.database import database
from portal.settings.requirements import missing, objections

for _sentence in missing(os.environ):
    raise ImproperlyConfigured(_sentence)

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
DATABASES = {"default": database()}
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=False)
vars().update(env.email_url("EMAIL_URL"))  # EMAIL_HOST and its companions
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=True)

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]  # health checks bypass the proxy, and use no TLS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
# Any client could send this header, so it is trusted only where a proxy always sets it.
if env.bool("BEHIND_TLS_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

for _sentence in objections(vars()):
    raise ImproperlyConfigured(_sentence)

SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # X_FRAME_OPTIONS is SAMEORIGIN, since previews for editors are shown in a frame
    "security.W021",  # HSTS preloading is a decision for the university's whole domain
]
