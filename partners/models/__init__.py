from partners.models.agreement import STAFF_ACTIVITIES, STUDENT_ACTIVITIES, Activity, Agreement, Renewal
from partners.models.condition import Condition, Direction
from partners.models.contact import Contact
from partners.models.document import AgreementDocument, DocumentKind
from partners.models.due_diligence import Decision, DueDiligence
from partners.models.event import EventKind, InstitutionEvent
from partners.models.fact import Fact
from partners.models.identifier import InstitutionIdentifier
from partners.models.inclusion import Answer
from partners.models.institution import Institution, InstitutionType
from partners.models.mobility_number import MobilityGroup, MobilityNumber
from partners.models.names import InstitutionName, NameKind
from partners.models.network import Committee, MemberKind, Membership, Network, NetworkDate, Profile, Seat
from partners.models.party import Party, party_q
from partners.models.place import Precision
from partners.models.principle import GuidingPrinciple
from partners.models.stage import BEFORE_SIGNED, BINDING, TRANSITIONS, WRITTEN_BY_UNITS, Stage
from partners.models.tag import Tag
from partners.models.unit import Unit
from partners.models.vocabulary import AgreementType, SubjectField

__all__ = [
    "BEFORE_SIGNED",
    "BINDING",
    "STAFF_ACTIVITIES",
    "STUDENT_ACTIVITIES",
    "TRANSITIONS",
    "WRITTEN_BY_UNITS",
    "Activity",
    "Agreement",
    "AgreementDocument",
    "AgreementType",
    "Answer",
    "Committee",
    "Condition",
    "Contact",
    "Decision",
    "Direction",
    "DocumentKind",
    "DueDiligence",
    "EventKind",
    "Fact",
    "GuidingPrinciple",
    "Institution",
    "InstitutionEvent",
    "InstitutionIdentifier",
    "InstitutionName",
    "InstitutionType",
    "MemberKind",
    "Membership",
    "MobilityGroup",
    "MobilityNumber",
    "NameKind",
    "Network",
    "NetworkDate",
    "Party",
    "Precision",
    "Profile",
    "Renewal",
    "Seat",
    "Stage",
    "SubjectField",
    "Tag",
    "Unit",
    "party_q",
]
