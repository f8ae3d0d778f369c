"""The programme finder, and the search documents that it needs for texts."""

from django.http import QueryDict

from portal.search.registry import get_document_type
from portal.search.writing import write
from programs.catalogue.finder import ProgramFinder
from programs.models import Program

PATH = "/de/angebote/"


def find(query=""):
    return ProgramFinder(QueryDict(query), PATH)


def searchable():
    """Write the search documents, which outside of tests happens on commit."""
    write(get_document_type("program"), Program.objects.values_list("pk", flat=True))
