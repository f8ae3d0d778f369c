from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = _("Partners")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from partners.agreements import files, reminders
        from partners.contacts import joining as units
        from partners.institutions import joining as institutions

        files.watch()
        reminders.register_kinds()
        units.register()
        institutions.register()
