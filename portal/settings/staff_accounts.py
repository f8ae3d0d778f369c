"""Log-in of staff: passwords, second factors, and locks after failed attempts."""

from datetime import timedelta

PASSWORD_HASHERS = [
    # Scrypt is memory-hard; the second one verifies passwords that it has hashed before.
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: it only refuses users who are locked out
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "portal.accounts.forms.PasswordResetForm"  # noqa: S105

# Administrators create the accounts: there is no sign-up, and mail addresses are not verified.
ACCOUNT_ADAPTER = "portal.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the browser
ACCOUNT_EMAIL_NOTIFICATIONS = True  # mail about a new second factor
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# For wrong second factors, and wrong passwords from many addresses; axes counts those from one address.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,10/15m/key"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60  # seconds after a log-in in which second factors can be changed

MFA_ADAPTER = "portal.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 0  # with more, an observed code could be used again
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # with a fingerprint or PIN, so that a lost key is useless

# Five wrong passwords for one user name from one address lock the two out for 15 minutes.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # else an attacker could lock a user out for good
AXES_LOCKOUT_TEMPLATE = "account/locked_out.html"
AXES_USERNAME_CALLABLE = "portal.accounts.attempts.attempted_name"
AXES_CLIENT_IP_CALLABLE = "portal.core.throttling.client_address"
# IP addresses are stored no longer than the lock needs them.
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_SENSITIVE_PARAMETERS = ["username", "login", "ip_address", "csrfmiddlewaretoken"]
AXES_VERBOSE = False
