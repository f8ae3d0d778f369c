from portal.pages.models.editorial import AccessPage, ArticlePage, ContactPage, HomePage, LegalPage, SectionPage
from portal.pages.models.indexes import LifeSituationIndexPage, PartnershipIndexPage, ProgramIndexPage

__all__ = [
    "AccessPage",
    "ArticlePage",
    "ContactPage",
    "HomePage",
    "LegalPage",
    "LifeSituationIndexPage",
    "PartnershipIndexPage",
    "ProgramIndexPage",
    "SectionPage",
]
