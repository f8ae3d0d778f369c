from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from portal.core.bilingual import GERMAN
from portal.core.rights.guard import refusing
from portal.translation.report import TranslationReport
from portal.translation.views import CompareView, WriteEnglishView


@hooks.register("register_admin_urls")
def translation_urls():
    return [
        path("translations/", TranslationReport.as_view(), name="translation_report"),
        path(
            "translations/results/",
            TranslationReport.as_view(results_only=True),
            name="translation_report_results",
        ),
        path("translations/<int:pk>/", refusing(CompareView.as_view()), name="translation_compare"),
        path("translations/write/<int:page_id>/", refusing(WriteEnglishView.as_view()), name="translation_write"),
    ]


@hooks.register("register_admin_menu_item")
def translation_menu_item():
    return MenuItem(_("Translations"), reverse("translation_report"), name="translations", icon_name="globe", order=130)


@hooks.register("register_page_header_buttons")
def english_version_button(page, user, view_name, next_url=None):
    """Offer the English version on every German page, from where it is written or opened."""
    if (
        page.depth > 1
        and page.locale.language_code == GERMAN
        and not getattr(page.specific_class, "german_only", False)
    ):
        yield Button(_("English version"), reverse("translation_write", args=[page.pk]), icon_name="globe", priority=70)
