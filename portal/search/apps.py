from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "portal.search"
    label = "search"
    verbose_name = _("Search words")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.search import staff_index, tracking

        autodiscover_modules("search_documents")  # where each app registers its document types
        tracking.connect_signals()
        staff_index.connect_signals()
