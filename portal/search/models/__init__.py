from portal.search.models.document import SearchDocument
from portal.search.models.missed import MissedQuery
from portal.search.models.vocabulary import CompoundWord, SynonymGroup

__all__ = ["CompoundWord", "MissedQuery", "SearchDocument", "SynonymGroup"]
