from collections.abc import Iterator

from django.contrib.auth.models import AbstractUser
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from portal.core.language.bilingual import GERMAN
from portal.core.rights.refusal import with_refusal_page
from portal.translation.report import TranslationReport
from portal.translation.views import CompareView, WriteEnglishView, confirm_view


@hooks.register("register_admin_urls")
def translation_urls() -> list[URLPattern]:
    return [
        path("translations/", TranslationReport.as_view(), name="translation_report"),
        path(
            "translations/results/",
            TranslationReport.as_view(results_only=True),
            name="translation_report_results",
        ),
        path(
            "translations/<int:kind>/<str:key>/", with_refusal_page(CompareView.as_view()), name="translation_compare"
        ),
        path("translations/confirm/<int:pk>/", with_refusal_page(confirm_view), name="translation_confirm"),
        path(
            "translations/write/<int:page_id>/", with_refusal_page(WriteEnglishView.as_view()), name="translation_write"
        ),
    ]


@hooks.register("register_admin_menu_item")
def translation_menu_item() -> MenuItem:
    return MenuItem(_("Translations"), reverse("translation_report"), name="translations", icon_name="globe", order=130)


@hooks.register("register_page_header_buttons")
def english_version_button(
    page: Page, user: AbstractUser, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Yield the button on German pages that opens or creates the English version."""
    if (
        page.depth > 1
        and page.locale.language_code == GERMAN
        and not getattr(page.specific_class, "german_only", False)
    ):
        yield Button(_("English version"), reverse("translation_write", args=[page.pk]), icon_name="globe", priority=70)
