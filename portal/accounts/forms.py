from functools import partial
from typing import Any

from django.utils.translation import override
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm

from portal.accounts.preferences import language_of
from portal.core import throttling
from portal.core.after_response import after_response

SECONDS_BETWEEN_MAILS = 5 * 60  # to one user, so that repeated requests do not fill a mailbox


class PasswordResetForm(WagtailPasswordResetForm):
    """Sends the mail in the language of its recipient, who need not be the sender of the request."""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Look for the account and send the mail after the response, whose time thus tells nothing about accounts."""
        after_response(partial(super().save, *args, **kwargs))

    def send_mail(
        self, subject_template_name: str, email_template_name: str, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> None:
        """Send the mail unless one was sent just now; the response to the request is the same either way."""
        if not throttling.happens_first(f"password-reset-{context['user'].pk}", SECONDS_BETWEEN_MAILS):
            return
        with override(language_of(context["user"])):
            super().send_mail(subject_template_name, email_template_name, context, *args, **kwargs)
