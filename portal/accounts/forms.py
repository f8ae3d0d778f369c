from django.utils.translation import override
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm

from portal.accounts.preferences import language_of


class PasswordResetForm(WagtailPasswordResetForm):
    """Writes to each person in their language: whoever asks may use another, or be somebody else."""

    def send_mail(self, subject_template_name, email_template_name, context, *args, **kwargs):
        with override(language_of(context["user"])):
            super().send_mail(subject_template_name, email_template_name, context, *args, **kwargs)
