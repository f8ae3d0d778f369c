from programs.models.certification import Certification, CertificationStatus
from programs.models.enrolment import EnrolmentKind, EnrolmentPeriod
from programs.models.parts import ApplicationStep, CostOption, Criterion, Place, RequiredDocument, TeachingLanguage
from programs.models.program import Program, Status
from programs.models.scheme import CertificationScheme, SchemeKind, Theme
from programs.models.vocabulary import Delivery, Entry, Kind, Level, LifeSituation, Mode, Phase

__all__ = [
    "ApplicationStep",
    "Certification",
    "CertificationScheme",
    "CertificationStatus",
    "CostOption",
    "Criterion",
    "Delivery",
    "EnrolmentKind",
    "EnrolmentPeriod",
    "Entry",
    "Kind",
    "Level",
    "LifeSituation",
    "Mode",
    "Phase",
    "Place",
    "Program",
    "RequiredDocument",
    "SchemeKind",
    "Status",
    "TeachingLanguage",
    "Theme",
]
