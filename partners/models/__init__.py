from partners.models.contact import Contact
from partners.models.fact import Fact
from partners.models.institution import Institution
from partners.models.network import Committee, MemberKind, Membership, Network, NetworkDate, Profile, Seat
from partners.models.principle import GuidingPrinciple
from partners.models.unit import Unit

__all__ = [
    "Committee",
    "Contact",
    "Fact",
    "GuidingPrinciple",
    "Institution",
    "MemberKind",
    "Membership",
    "Network",
    "NetworkDate",
    "Profile",
    "Seat",
    "Unit",
]
