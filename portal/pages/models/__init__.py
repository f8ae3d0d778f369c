from portal.pages.models.editorial import ArticlePage, ContactPage, HomePage, LegalPage, SectionPage
from portal.pages.models.indexes import LifeSituationIndexPage, ProgramIndexPage
from portal.pages.models.search import SearchPage

__all__ = [
    "ArticlePage",
    "ContactPage",
    "HomePage",
    "LegalPage",
    "LifeSituationIndexPage",
    "ProgramIndexPage",
    "SearchPage",
    "SectionPage",
]
