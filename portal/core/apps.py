from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.core import checks, days, published_changes, schedule  # noqa: F401  (checks register themselves)

        published_changes.watch()
        schedule.register_clock_field()
        days.register_day_field()
