"""The finder of programmes, and what it finds by its text."""

from django.http import QueryDict

from portal.search.registry import get_document_type
from portal.search.writing import write
from programs.catalogue.finder import ProgramFinder
from programs.models import Program

PATH = "/de/angebote/"


def find(query=""):
    return ProgramFinder(QueryDict(query), PATH)


def searchable():
    """Write what is searched: outside a test that happens when a change is committed."""
    write(get_document_type("program"), Program.objects.values_list("pk", flat=True))
