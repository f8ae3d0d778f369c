"""The data that is cached under the content version, in a comparable form."""

from django.db import connection
from django.utils.translation import override

from partners.directory import facet_index as partners
from partners.directory import facets as partner_facets
from portal.chrome.navigation import Chrome
from portal.core import content_version
from portal.core.addressing.tree import tree
from portal.core.language.bilingual import LANGUAGES
from portal.core.pages.index_page import index_pages
from portal.finder.facet_index import FacetIndex
from portal.search.lexicon import lexicon
from programs.catalogue import facet_index as programs
from programs.catalogue import facets as program_facets
from programs.models import Program


def version() -> int:
    """Return the content version of this database."""
    with connection.cursor() as cursor:
        cursor.execute(content_version.VERSION_SQL)
        return cursor.fetchone()[0]


def pages():
    """Return the tree, the menus and the index pages."""
    page_rows = [(page.pk, page.path, page.url_path, page.title, page.alias_of_id) for page in tree().pages.values()]
    menus = _in_both_languages(lambda language: Chrome(f"/{language}/", is_demo=False)._groups)
    return tree().site.has_restrictions, page_rows, menus, index_pages(Program)


def programmes():
    """Return the facet index of the finder and its facet values."""
    return _contents(programs.facet_index()), program_facets.vocabulary().values


def partnerships():
    """Return the facet index of the directory, its totals and its facet values."""
    index = partners.facet_index()
    return _contents(index), index.totals, index.official, partner_facets.vocabulary().values


def words():
    return lexicon()


def _in_both_languages(read) -> dict:
    results = {}
    for language in LANGUAGES:
        with override(language):
            results[language] = read(language)
    return results


def _contents(index: FacetIndex):
    return index.rows, index._bits, index._expires_at
