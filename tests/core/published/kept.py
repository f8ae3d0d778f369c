"""What is kept in memory under the content version, in a form that can be compared."""

from django.db import connection
from django.utils.translation import override

from partners.directory import facet_index as partners
from partners.directory import facets as partner_facets
from portal.chrome.navigation import Chrome
from portal.core import content_version
from portal.core.bilingual import LANGUAGES
from portal.core.indexes import index_pages
from portal.core.tree import tree
from portal.finder.facet_index import FacetIndex
from portal.search.lexicon import lexicon
from programs.catalogue import facet_index as programs
from programs.catalogue import facets as program_facets
from programs.models import Program


def version() -> int:
    """Return how often the version has moved in this database."""
    with connection.cursor() as cursor:
        cursor.execute(content_version.LOOK)
        return cursor.fetchone()[0]


def pages():
    """Return the tree, the menus and the index pages."""
    found = [(page.pk, page.path, page.url_path, page.title, page.alias_of_id) for page in tree().pages.values()]
    menus = _in_both_languages(lambda language: Chrome(f"/{language}/", is_demo=False)._groups)
    return tree().site.has_restrictions, found, menus, index_pages(Program)


def programmes():
    """Return what the finder counts, and the values of its facets."""
    return _contents(programs.facet_index()), program_facets.vocabulary().values


def partnerships():
    """Return what the directory counts, and the values of its facets."""
    index = partners.facet_index()
    return _contents(index), index.totals, index.official, partner_facets.vocabulary().values


def words():
    return lexicon()


def _in_both_languages(read) -> dict:
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[language] = read(language)
    return found


def _contents(index: FacetIndex):
    return index.rows, index._bits, index._expires_at
