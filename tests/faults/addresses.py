"""Every address of the resolver, and requests to it as bad luck or bad will would make them."""

import random
from collections.abc import Iterator
from typing import NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RegexPattern, RoutePattern
from django.utils.regex_helper import normalize

TOO_LARGE = "9" * 25  # for every integer column
NUMBERS = [*map(str, range(1, 13)), "0", "2147483648", TOO_LARGE]
WORDS = [
    *map(str, range(1, 13)),
    "x",
    "abc",
    "-1",
    "de",
    "en",
    "action",
    "latest",
    "earliest",
    "0",
    "1.5",
    "%C3%A9",
    "a'b",
    TOO_LARGE,
]
UUIDS = ["00000000-0000-4000-8000-000000000000"]
VALUES = [
    *("", "0", "1", "2", "-1", "1.5", "abc", "on", "true", TOO_LARGE, "9" * 5000, "٣", "é" * 300, "\x00", "a\x00b"),
    *("2025-02-30", "2026-11-27", "0000-00-00", "99999-01-01", "12:60", "nan", "1e400", "all", "null", "[]", "{}"),
    *(
        '["x"]',
        "[1, null]",
        '{"a": ',
        '{"blocks": [], "entityMap": {}}',
        '{"blocks": [{}]}',
        "javascript:x",
        "http://[",
    ),
    *("<p>x</p>", '<a linktype="page" id="x">y</a>', "x" * 5000, "../../etc/passwd", "//evil.example", "\ud7ff", "💩"),
]
NAMES = [
    *(
        "id",
        "ids",
        "pk",
        "next",
        "q",
        "p",
        "page",
        "title",
        "title_de",
        "name",
        "name_de",
        "name_en",
        "slug",
        "slug_de",
    ),
    *("action-publish", "action-submit", "action-unpublish", "action-workflow-action", "action_name", "publish"),
    *("loaded_revision_id", "overwrite_revision_id", "revision", "revision_id", "objects", "object_id", "content_type"),
    *("ordering", "locale", "locales", "parent", "root_page_id", "new_parent_page", "position", "copy_subpages"),
    *("items-TOTAL_FORMS", "items-INITIAL_FORMS", "comments-TOTAL_FORMS", "comments-INITIAL_FORMS", "comment-0-id"),
    *("documents-TOTAL_FORMS", "documents-INITIAL_FORMS", "documents-0-id", "documents-0-ORDER", "documents-0-DELETE"),
    *("body", "body-count", "body-0-type", "body-0-value", "body-0-order", "body-0-deleted", "tags", "collection"),
    *("url", "link_text", "email_address", "phone_number", "anchor", "width", "height", "filter_spec", "focal_point_x"),
    *("file", "files[]", "username", "email", "password", "password1", "groups", "is_superuser", "go_live_at"),
    *("expire_at", "state", "status", "unit", "country", "date", "created_at_from", "created_at_to", "export"),
    *("multiple", "object_type", "page_type", "page_types[]", "allow_external_link", "include_deleted", "format"),
    *("restriction_type", "include_descendants", "user", "comment", "select_format", "on", "other", "day", "as_of"),
]


class Address(NamedTuple):
    """A route of the resolver: its path with `{name}` for each argument, and the arguments' kinds by name."""

    path: str
    kinds: dict[str, str]

    def filled(self, draw: random.Random) -> str:
        """Return a path with an argument of its kind in each place."""
        values = {"int": NUMBERS, "uuid": UUIDS}
        return self.path.format(**{name: draw.choice(values.get(kind, WORDS)) for name, kind in self.kinds.items()})


def addresses(prefix: str) -> list[Address]:
    """Return every route whose path begins with `prefix`, without the slash at the beginning, sorted by path."""
    found = {address.path: address for address in _below(get_resolver(), Address("", {}))}
    return [found[path] for path in sorted(found) if path.startswith(prefix)]


def _below(resolver: URLResolver, above: Address) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        here = _joined(above, entry)
        if isinstance(entry, URLPattern):
            yield here
        else:
            yield from _below(entry, here)


def _joined(above: Address, entry: URLPattern | URLResolver) -> Address:
    """Return the address of an entry below another one."""
    pattern = entry.pattern
    if isinstance(pattern, RoutePattern):
        kinds = {
            name: type(converter).__name__.removesuffix("Converter").lower()
            for name, converter in pattern.converters.items()
        }
        parts = [part.partition(">") for part in str(pattern).split("<")]
        path = parts[0][0] + "".join(f"{{{inner.rpartition(':')[2]}}}{rest}" for inner, _sign, rest in parts[1:])
    else:
        path, arguments = _regex_form(pattern)
        kinds = dict.fromkeys(arguments, "str")
    return Address(above.path + path, {**above.kinds, **kinds})


def _regex_form(pattern: RegexPattern | LocalePrefixPattern) -> tuple[str, list[str]]:
    """Return the shortest path that a regular expression matches, with `{name}` for its groups, and their names."""
    if isinstance(pattern, LocalePrefixPattern):
        return "de/", []
    path, arguments = normalize(str(pattern))[0]
    for name in arguments:
        path = path.replace(f"%({name})s", f"{{{name}}}")
    return path, arguments
