"""What a list with filters shows, in short."""

from urllib.parse import parse_qsl


def names(found):
    """Return the German names of the records on the page asked for, in their order."""
    return [one.name_de for one in found.page]


def counts(found, facet):
    """Return the counts of a facet that are not 0, by value."""
    choices = next((one.choices for one in found.facets if one.name == facet), [])
    return {choice.value: choice.count for choice in choices if choice.count}


def assert_counts_are_what_ticking_gives(find, chosen):
    """Try every value of every facet beside what is chosen already; `find` makes a finder of a query."""
    facets = find(chosen).facets
    assert len(facets) > 5
    for facet in facets:
        others = [pair for pair in parse_qsl(chosen) if pair[0] != facet.name]
        for choice in facet.choices:
            query = "&".join(f"{name}={value}" for name, value in [*others, (facet.name, choice.value)])
            assert choice.count == find(query).count, (chosen, facet.name, choice.value)
