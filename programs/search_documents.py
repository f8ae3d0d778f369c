"""Imports the document types of the app, which register themselves for the search."""

from programs.catalogue import search_documents as catalogue
from programs.certifications import search_documents as certifications

__all__ = ["catalogue", "certifications"]
