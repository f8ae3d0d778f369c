"""What of this app can be found: each room registers its own."""

from programs.catalogue import search_documents as catalogue
from programs.certifications import search_documents as certifications

__all__ = ["catalogue", "certifications"]
