"""Loads the pages: the German tree, then its English translation, and the bodies last, when all link targets exist."""

from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from partners.models import Contact, Fact, Network
from portal.core.language.bilingual import LANGUAGES
from portal.demo.loading import bodies, matching
from portal.demo.loading.content import columns, files
from portal.pages import models

# The namespace of translation keys. They are made from the keys in the files and identify a page that was renamed or
# moved.
NAMESPACE = UUID("c4f1a3f0-5c0e-4c1e-9b8e-6d6f0d2a7f51")
TYPES = {
    "home": models.HomePage,
    "section": models.SectionPage,
    "article": models.ArticlePage,
    "legal": models.LegalPage,
    "contact": models.ContactPage,
    "access": models.AccessPage,
    "program-index": models.ProgramIndexPage,
    "life-situation-index": models.LifeSituationIndexPage,
    "search": models.SearchPage,
    "certification-index": models.CertificationIndexPage,
    "network": models.NetworkPage,
    "principle-index": models.GuidingPrincipleIndexPage,
    "partnership-index": models.PartnershipIndexPage,
    "my-subject": models.MySubjectPage,
    "atlas": models.AtlasPage,
}


def load() -> dict[str, int]:
    """Create the missing pages and return how many."""
    rows = _parents_first(files("pages"))
    pages: dict[tuple[str, str], Page] = {}
    created: list[tuple[dict, str, Page]] = []
    for language in LANGUAGES:
        locale, _is_new = Locale.objects.get_or_create(language_code=language)
        for row in rows:
            if language in row:
                page, is_new = _page(row, language, locale, pages)
                pages[row["key"], language] = page
                created += [(row, language, page)] if is_new else []
        _set_root_page(pages["home", "de"])
    for row, language, page in created:
        _write_body(row, language, page, pages)
    return {"pages": len(created)}


def _parents_first(rows: list[dict]) -> list[dict]:
    depth = {"": 0}
    ordered: list[dict] = []
    while len(ordered) < len(rows):
        ready = [row for row in rows if row["key"] not in depth and row.get("parent", "") in depth]
        for row in sorted(ready, key=lambda row: row["order"]):
            depth[row["key"]] = depth[row.get("parent", "")] + 1
            ordered.append(row)
    return ordered


def _page(row: dict, language: str, locale: Locale, pages: dict[tuple[str, str], Page]) -> tuple[Page, bool]:
    """Return (page of a row in a language, whether it was created)."""
    page_type, translation_key = TYPES[row["type"]], uuid5(NAMESPACE, row["key"])
    if existing := page_type.objects.filter(locale=locale, translation_key=translation_key).first():
        return existing, False
    page = page_type(
        locale=locale,
        translation_key=translation_key,
        live=False,  # until it has its body
        show_in_menus=row["show_in_menus"],
        **columns(row[language], "title", "slug", "search_description", "lede", "headline"),
        **columns(row, "purpose"),
        **_relations(row),
    )
    parent = pages[row["parent"], language] if "parent" in row else Page.get_first_root_node()
    parent.add_child(instance=page)
    return page, True


def _relations(row: dict) -> dict:
    """Return the records that a page refers to, by field."""
    fields: dict[str, tuple[Any, str]] = {
        "network": (Network, "network"),
        "zero_results_contact": (Contact, "contact"),
        "statement": (Fact, "fact"),
    }
    return {field: matching.by_key(*source)[row[field]] for field, source in fields.items() if field in row}


def _write_body(row: dict, language: str, page: Page, pages: dict[tuple[str, str], Page]) -> None:
    contacts = matching.by_key(Contact, "contact")
    if "contacts" in row:
        page.contacts.set([contacts[key] for key in row["contacts"]])
    if "story" in row:
        page.story = pages[row["story"], language]
    if hasattr(page, "body"):
        with override(language):
            page.body = bodies.blocks(row[language].get("body", []), language, pages)
    page.save_revision().publish()


def _set_root_page(home: Page) -> None:
    """Make the German home page the root of the site and delete Wagtail's welcome page."""
    site = Site.objects.get(is_default_site=True)
    if site.root_page_id == home.pk:
        return
    welcome, site.root_page = site.root_page, home
    site.site_name = "Vielfalt"
    site.save()
    if welcome.specific_class is Page:
        welcome.delete()
