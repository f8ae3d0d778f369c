from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AtlasConfig(AppConfig):
    name = "atlas"
    verbose_name = _("Science atlas")
    default_auto_field = "django.db.models.BigAutoField"
