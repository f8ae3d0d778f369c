"""Where a form finds records by their names."""

from django.db.models import Model
from django.urls import reverse
from wagtail.search.index import class_is_indexed


def suggestions_url(model: type[Model]) -> str:
    """Return the address that finds records of a type; empty for a type that is no snippet, or is not searched."""
    viewset = getattr(model, "snippet_viewset", None)
    if viewset is None or not class_is_indexed(model):
        return ""
    return reverse(viewset.chooser_viewset.get_url_name("suggestions"))
