"""The queries for pages."""

from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page

from portal.core.addressing.tree import in_german_order
from portal.core.language.bilingual import GERMAN
from portal.core.pages.index_page import index_url
from portal.core.visibility import public
from programs.catalogue import selectors as programs
from programs.models import Program


def home_context(language: str) -> dict[str, Any]:
    """Return the context of the home page besides its own fields."""
    return {
        "situations": programs.situations(),
        "deadlines": programs.deadlines(),
        "programs_url": index_url(Program, language),
    }


def public_children(page: Page) -> list[Page]:
    """Return the public child pages of `page` in the order of the German tree."""
    children: Any = public(page.get_children())
    return in_german_order(children.specific())


def menu_pages(home: Page) -> list[Page]:
    """Return the public child pages of a home page that are marked "show in menus", with their `purpose`.

    They have the order of the German tree in both languages.

    `is_help` marks the pages in Leichte Sprache and sign language, which are included for both languages; `is_search`
    marks the search page, which is included whether or not it is marked for menus.
    """
    purpose = Coalesce("legalpage__purpose", "contactpage__purpose", Value(""))
    below = Q(path__startswith=home.path, depth=home.depth + 1, accesspage=None)
    is_help = Q(accesspage__isnull=False, locale__language_code=GERMAN, alias_of=None)
    is_search = Q(searchpage__isnull=False)
    shown = Q(show_in_menus=True) & (below | is_help) | (below & is_search)
    marks = {"is_help": is_help, "is_search": is_search}
    flags = {name: ExpressionWrapper(condition, BooleanField()) for name, condition in marks.items()}
    return in_german_order(public(Page.objects.filter(shown)).order_by("path").annotate(purpose=purpose, **flags))
