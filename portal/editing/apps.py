from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditingConfig(AppConfig):
    name = "portal.editing"
    label = "editing"
    verbose_name = _("Editing")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.editing import comparing, mails

        comparing.register()
        mails.send_after_response()
