"""The pages that public records require: two home pages, each with the index pages of all record types.

They are saved once per test process in a separate database, with which tests using `site` start.
"""

from wagtail.models import Locale, Page, Site

from portal.core.pages.public_page import PublicPage
from portal.pages.models import (
    CertificationIndexPage,
    HomePage,
    LifeSituationIndexPage,
    PartnershipIndexPage,
    ProgramIndexPage,
)

LANGUAGES = ("de", "en")
HOMES = {"de": "Home de", "en": "Home en"}
INDEXES = {
    "programs": (ProgramIndexPage, {"de": "Angebote", "en": "Programmes"}),
    "situations": (LifeSituationIndexPage, {"de": "Lebenslagen", "en": "Life situations"}),
    "partnerships": (PartnershipIndexPage, {"de": "Partnerschaften", "en": "Partnerships"}),
    "certifications": (CertificationIndexPage, {"de": "Zertifikate", "en": "Certifications"}),
}


def save_index_pages():
    """Save the pages and make the German home page the root of the site."""
    homes = {}
    for language, title in HOMES.items():
        locale, _is_new = Locale.objects.get_or_create(language_code=language)
        home = homes[language] = HomePage(title=title, slug=title.lower().replace(" ", "-"), locale=locale)
        _pair(home, homes["de"])
        Page.get_first_root_node().add_child(instance=home)
    for page_type, titles in INDEXES.values():
        _save_index(page_type, titles, homes)
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": homes["de"]})


def _save_index(page_type, titles, homes):
    pages = {}
    for language in LANGUAGES:
        page = pages[language] = page_type(title=titles[language], locale=homes[language].locale, show_in_menus=True)
        _pair(page, pages["de"])
        homes[language].add_child(instance=page)


def _pair(page: Page, german: Page):
    page.translation_key = german.translation_key


def index_pages() -> dict[tuple[str, str], PublicPage]:
    """Return the pages by (kind, language), such as ("programs", "en"); the home pages are of the kind "home"."""
    types = {"home": HomePage, **{kind: page_type for kind, (page_type, _titles) in INDEXES.items()}}
    return {
        (kind, page.locale.language_code): page
        for kind, page_type in types.items()
        for page in page_type.objects.select_related("locale")
    }
