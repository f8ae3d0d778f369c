"""How django-allauth is adapted: who may have an account, and how second factors are set up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.utils.translation import override

from portal.accounts.preferences import language_of
from portal.core.throttling import client_address


class AccountAdapter(DefaultAccountAdapter):
    """Accounts of staff, made by administrators."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def send_notification_mail(
        self, template_prefix: str, user: AbstractUser, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Send the mail in the recipient's language, not in that of the request; send none without an address."""
        if email or user.email:
            with override(language_of(user)):
                super().send_notification_mail(template_prefix, user, context, email)


class SecondFactorAdapter(DefaultMFAAdapter):
    def get_totp_label(self, user: AbstractUser) -> str:
        """Return the user name, by which an authenticator app shows the account."""
        return user.get_username()

    def get_totp_issuer(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def build_totp_svg(self, url: str) -> str:
        """Return the QR code as inline SVG, dark on white in any colour scheme, as cameras need it."""
        import qrcode
        from qrcode.image.svg import SvgPathFillImage

        return qrcode.make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode")
