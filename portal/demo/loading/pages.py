"""The two trees of pages: German first, then English as its translation; bodies last, when every link has a target."""

from uuid import UUID, uuid5

from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from partners.models import Contact, Fact, Network
from portal.core.bilingual import LANGUAGES
from portal.demo.loading import bodies, matching
from portal.demo.loading.content import columns, files
from portal.pages import models

# A page is recognised by its translation key, made from its key in the files: an editor may rename or move it.
OURS = UUID("c4f1a3f0-5c0e-4c1e-9b8e-6d6f0d2a7f51")
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
}


def load() -> dict[str, int]:
    """Create the missing pages and return how many."""
    rows = _parents_first(files("pages"))
    present, created = {}, []
    for language in LANGUAGES:
        locale, _is_new = Locale.objects.get_or_create(language_code=language)
        for row in rows:
            if language in row:
                page, is_new = _page(row, language, locale, present)
                present[row["key"], language] = page
                created += [(row, language, page)] if is_new else []
        _point_site_to(present["home", "de"])
    for row, language, page in created:
        _write_body(row, language, page, present)
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


def _page(row: dict, language: str, locale: Locale, present: dict[tuple[str, str], Page]) -> tuple[Page, bool]:
    """Return the page of a row in a language, and whether it had to be created."""
    page_type, translation_key = TYPES[row["type"]], uuid5(OURS, row["key"])
    if there := page_type.objects.filter(locale=locale, translation_key=translation_key).first():
        return there, False
    page = page_type(
        locale=locale,
        translation_key=translation_key,
        live=False,  # until its body is there
        show_in_menus=row["show_in_menus"],
        **columns(row[language], "title", "slug", "search_description", "lede", "headline"),
        **columns(row, "purpose"),
        **_relations(row),
    )
    parent = present[row["parent"], language] if "parent" in row else Page.get_first_root_node()
    parent.add_child(instance=page)
    return page, True


def _relations(row: dict) -> dict:
    """Return what a page points to, by the name of its field."""
    known = {
        "network": (Network, "network"),
        "zero_results_contact": (Contact, "contact"),
        "statement": (Fact, "fact"),
    }
    return {field: matching.by_key(*kind)[row[field]] for field, kind in known.items() if field in row}


def _write_body(row: dict, language: str, page: Page, present: dict[tuple[str, str], Page]) -> None:
    contacts = matching.by_key(Contact, "contact")
    if "contacts" in row:
        page.contacts.set([contacts[key] for key in row["contacts"]])
    if "story" in row:
        page.story = present[row["story"], language]
    if hasattr(page, "body"):
        with override(language):
            page.body = bodies.blocks(row[language].get("body", []), language, present)
    page.save_revision().publish()


def _point_site_to(home: Page) -> None:
    """Make the German home page the entrance, in place of Wagtail's welcome page."""
    site = Site.objects.get(is_default_site=True)
    if site.root_page_id == home.pk:
        return
    welcome, site.root_page = site.root_page, home
    site.site_name = "Vielfalt"
    site.save()
    if welcome.specific_class is Page:
        welcome.delete()
