from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from portal.core import checks, content_version  # noqa: F401  (both register themselves)

        content_version.watch()
