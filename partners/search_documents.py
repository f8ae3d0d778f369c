"""The search documents of this app: importing these modules registers them."""

from partners.institutions import search_documents as institutions
from partners.networks import search_documents as networks

__all__ = ["institutions", "networks"]
