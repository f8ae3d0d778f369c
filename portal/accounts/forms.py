from typing import Any

from django.core.cache import cache
from django.utils.translation import override
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm

from portal.accounts.preferences import language_of

WRITE_AGAIN_AFTER = 5 * 60  # seconds: whoever keeps asking fills nobody's mailbox


class PasswordResetForm(WagtailPasswordResetForm):
    """Writes to each person in their language: whoever asks may use another, or be somebody else."""

    def send_mail(
        self, subject_template_name: str, email_template_name: str, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> None:
        """Send it unless one was sent just now; who asks is told the same either way."""
        if not cache.add(f"password-reset-{context['user'].pk}", True, WRITE_AGAIN_AFTER):
            return
        with override(language_of(context["user"])):
            super().send_mail(subject_template_name, email_template_name, context, *args, **kwargs)
