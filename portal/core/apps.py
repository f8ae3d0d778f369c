from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.core import checks  # noqa: F401  (checks register themselves)
        from portal.core.admin import days
        from portal.core.content_version import tracking

        autodiscover_modules("visibility")
        tracking.watch()
        days.register()
