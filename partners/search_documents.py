"""What of this app can be found: each room registers its own."""

from partners.institutions import search_documents as institutions
from partners.networks import search_documents as networks

__all__ = ["institutions", "networks"]
