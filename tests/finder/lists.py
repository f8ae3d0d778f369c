"""Short forms of the contents of a filtered list."""

from urllib.parse import parse_qsl


def names(finder):
    """Return the German names of the records on the finder's current page, in order."""
    return [record.name_de for record in finder.page]


def counts(finder, facet):
    """Return the non-zero counts of a facet, by value."""
    choices = next((candidate.choices for candidate in finder.facets if candidate.name == facet), [])
    return {choice.value: choice.count for choice in choices if choice.count}


def assert_counts_are_what_ticking_gives(find, chosen):
    """Assert that each facet count is the number of results with that value added; `find` maps a query to a finder."""
    facets = find(chosen).facets
    assert len(facets) > 5
    for facet in facets:
        others = [pair for pair in parse_qsl(chosen) if pair[0] != facet.name]
        for choice in facet.choices:
            query = "&".join(f"{name}={value}" for name, value in [*others, (facet.name, choice.value)])
            assert choice.count == find(query).count, (chosen, facet.name, choice.value)
