"""Every address of the site, read from the resolver, with arguments filled in."""

from typing import Any, NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch


class Place(NamedTuple):
    """One pattern of the resolver: `route` from the root, `name` with its namespaces as a ResolverMatch has it."""

    route: str
    name: str
    pattern: URLPattern

    @property
    def view(self):
        return self.pattern.callback

    @property
    def arguments(self) -> list[str]:
        """Return the names of the arguments, those of the resolvers above included; empty for unnamed groups."""
        return [*self.pattern.pattern.converters] or [*self.pattern.pattern.regex.groupindex]


def places(below: str = "admin/"):
    """Yield every pattern of the resolver whose route begins with `below`."""
    for place in _walk(get_resolver(), "", ()):
        if place.route.startswith(below):
            yield place


def _walk(resolver, route, namespaces):
    for pattern in resolver.url_patterns:
        longer = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _walk(pattern, longer, inner)
        else:
            yield Place(longer, ":".join((*namespaces, _own_name(pattern))), pattern)


def _own_name(pattern: URLPattern) -> str:
    return pattern.name or pattern.lookup_str


def address_of(place: Place, values: dict[str, Any]) -> str:
    """Return the path of a place, with the arguments taken from `values`; "" for one without a name."""
    arguments = {name: values.get(name, 1) for name in place.arguments}
    try:
        if not arguments and place.pattern.pattern.regex.groups:
            return reverse(place.name, args=[values["page_id"], "earliest", "latest"])
        return reverse(place.name, kwargs=arguments)
    except NoReverseMatch:
        return ""
