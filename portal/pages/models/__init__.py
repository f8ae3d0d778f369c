from portal.pages.models.editorial import AccessPage, ArticlePage, ContactPage, HomePage, LegalPage, SectionPage
from portal.pages.models.indexes import LifeSituationIndexPage, ProgramIndexPage
from portal.pages.models.search import SearchPage

__all__ = [
    "AccessPage",
    "ArticlePage",
    "ContactPage",
    "HomePage",
    "LegalPage",
    "LifeSituationIndexPage",
    "ProgramIndexPage",
    "SearchPage",
    "SectionPage",
]
