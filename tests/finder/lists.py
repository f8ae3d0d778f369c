"""What a list with filters shows, in short."""


def names(found):
    """Return the German names of the records on the page asked for, in their order."""
    return [one.name_de for one in found.page]


def counts(found, facet):
    """Return the counts of a facet that are not 0, by value."""
    choices = next((one.choices for one in found.facets if one.name == facet), [])
    return {choice.value: choice.count for choice in choices if choice.count}
