from portal.pages.models.atlas import AtlasPage
from portal.pages.models.editorial import AccessPage, ArticlePage, ContactPage, HomePage, LegalPage, SectionPage
from portal.pages.models.indexes import (
    CertificationIndexPage,
    LifeSituationIndexPage,
    ProgramIndexPage,
)
from portal.pages.models.mobility import MySubjectPage
from portal.pages.models.network import GuidingPrincipleIndexPage, NetworkPage
from portal.pages.models.partnerships import PartnershipIndexPage
from portal.pages.models.search import SearchPage

__all__ = [
    "AccessPage",
    "ArticlePage",
    "AtlasPage",
    "CertificationIndexPage",
    "ContactPage",
    "GuidingPrincipleIndexPage",
    "HomePage",
    "LegalPage",
    "LifeSituationIndexPage",
    "MySubjectPage",
    "NetworkPage",
    "PartnershipIndexPage",
    "ProgramIndexPage",
    "SearchPage",
    "SectionPage",
]
