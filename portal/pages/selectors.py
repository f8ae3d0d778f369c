"""Every reading query of this app."""

from django.db.models import Value
from django.db.models.functions import Coalesce
from wagtail.models import Page

from portal.core.indexes import index_pages
from portal.core.visibility import public
from programs import selectors as programs
from programs.models import Program


def home_context(language: str) -> dict:
    """Return what the home page shows besides what its editors wrote."""
    index = index_pages(Program).get(language)
    return {
        "situations": programs.situations(),
        "deadlines": programs.deadlines(),
        "programs_url": index.get_url() if index else "",
    }


def public_children(page: Page) -> list[Page]:
    """Return the public pages right below `page`, in the order of the tree."""
    return list(public(page.get_children()).specific())


def menu_pages(home: Page):
    """Return the public pages right below a home page that are marked "show in menus", with their `purpose`."""
    purpose = Coalesce("legalpage__purpose", "contactpage__purpose", Value(""))
    return public(home.get_children().in_menu()).annotate(purpose=purpose)


def search_pages(language: str):
    """Return the public search pages in a language: one, or none."""
    from portal.pages.models import SearchPage  # page types import this module

    return public(SearchPage.objects.filter(locale__language_code=language, alias_of=None)).select_related("locale")
