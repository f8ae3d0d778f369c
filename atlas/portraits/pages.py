"""Which pages the atlas has: for each address its template, its title and what it shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from atlas.exhibits.tables import Exhibit, sources_of
from atlas.observations.index import atlas_index
from atlas.observations.selection import selection
from atlas.portraits import addresses
from atlas.portraits.all_figures import figures_exhibit, figures_page
from atlas.portraits.city import city_page
from atlas.portraits.comparison import comparison_page
from atlas.portraits.field import field_page
from atlas.portraits.institution import institution_page
from atlas.portraits.method import distances, method_page
from atlas.portraits.overview import overview
from atlas.portraits.view import View


@dataclass(frozen=True)
class Portrait:
    """A page of the atlas: `kind` and `key` give its address, `context` makes what it shows."""

    kind: str
    key: int | None
    title: str
    context: Callable[[View], dict[str, Any]]
    crumb: str = ""

    @property
    def template(self) -> str:
        return f"atlas/{self.kind or 'overview'}.html"


def whole(title: str) -> Portrait:
    """Return the overview."""
    return Portrait("", None, title, overview)


def at(words: list[str], request: HttpRequest, language: str) -> Portrait | None:
    """Return the page at the part of a path below the overview, in whichever language it is written, or None."""
    kind = addresses.kind_of(words[0])
    if len(words) == 1:
        return _named(kind, request) if kind in NAMED else _city(words[0])
    if kind not in {addresses.FIELD, addresses.INSTITUTION}:
        return None
    key = addresses.find(kind, words[1], language)
    return _record(kind, key) if key is not None else None


NAMED = {"method", "comparison", "figures"}


def _named(kind: str, request: HttpRequest) -> Portrait:
    titles = {"method": _("How we calculate"), "comparison": _("Side by side"), "figures": _("All figures")}
    makers: Mapping[str, Callable[[View], dict[str, Any]]] = {
        "method": method_page,
        "comparison": partial(comparison_page, values=request.GET.getlist("place")),
        "figures": partial(figures_page, parameters=request.GET),
    }
    return Portrait(kind, None, titles[kind], makers[kind])


def _city(notation: str) -> Portrait | None:
    key = addresses.find_city(notation)
    if key is None:
        return None
    name = str(atlas_index().cities[key].name)
    return Portrait("city", key, _("Research in %(city)s") % {"city": name}, partial(city_page, key=key), name)


def _record(kind: str, key: int) -> Portrait:
    index = atlas_index()
    if kind == addresses.FIELD:
        name = str(index.fields[key].name)
        return Portrait(kind, key, _("%(field)s on the Ruhr") % {"field": name}, partial(field_page, key=key), name)
    return Portrait(kind, key, str(index.institutions[key].name), partial(institution_page, key=key))


def view_of(request: HttpRequest) -> View | None:
    """Return the figures that a request selects, or None while there are none."""
    index = atlas_index()
    chosen = selection(index, request.GET)
    return View(index, chosen, request) if chosen else None


def resources(view: View) -> list[Exhibit]:
    """Return the tables that the data package describes, with the addresses at which they are found."""
    cities = overview(view)["exhibits"]
    figures = replace(figures_exhibit(view, []), sources=sources_of(view.index.sources.values()))
    tables = [(figures, "figures"), (distances(view), "method")]
    further = [
        replace(exhibit, links={"csv": f"{addresses.url(kind)}?format=csv&table={exhibit.name}"})
        for exhibit, kind in tables
    ]
    named = [
        replace(exhibit, links={"csv": f"{addresses.url()}?format=csv&table={name}"})
        for name, exhibit in cities.items()
    ]
    return [*further, *named]
