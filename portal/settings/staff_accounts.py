"""How staff log in: passwords, a second factor, and what happens after too many wrong ones."""

from datetime import timedelta

PASSWORD_HASHERS = [
    # Memory-hard, so that a stolen table costs more to try; the other still opens what it once closed.
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
    "axes.backends.AxesStandaloneBackend",  # first: it refuses those who are locked out, and lets nobody in
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "portal.accounts.forms.PasswordResetForm"  # noqa: S105

# Accounts are made by administrators: nobody signs up, and no address is verified.
ACCOUNT_ADAPTER = "portal.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the browser
ACCOUNT_EMAIL_NOTIFICATIONS = True  # whoever gets a new second factor is told by mail
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Wrong codes of the second factor, and wrong passwords from many addresses; those from one address are counted by axes.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,10/15m/key"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60  # seconds for which nobody is asked again before a factor is changed

MFA_ADAPTER = "portal.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 0  # with more, a code that was seen could be used again
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a key that was found opens nothing: it asks for a finger or a PIN

# Five wrong passwords for one name from one address close that door for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # else whoever keeps trying keeps a colleague out
AXES_LOCKOUT_TEMPLATE = "account/locked_out.html"
AXES_USERNAME_CALLABLE = "portal.accounts.attempts.attempted_name"
AXES_CLIENT_IP_CALLABLE = "portal.accounts.attempts.client_address"
# Addresses of people are kept no longer than the lock needs them.
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_SENSITIVE_PARAMETERS = ["username", "login", "ip_address", "csrfmiddlewaretoken"]
AXES_VERBOSE = False
