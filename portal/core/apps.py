from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.core import after_response, checks  # noqa: F401  (checks register themselves)
        from portal.core.admin import days, spreadsheets, usage
        from portal.core.content_version import tracking

        autodiscover_modules("visibility")
        tracking.watch()
        after_response.connect_signals()
        days.register()
        spreadsheets.guard_exports()
        usage.count_relations()
