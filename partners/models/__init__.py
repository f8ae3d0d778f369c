from partners.models.contact import Contact
from partners.models.fact import Fact
from partners.models.institution import Institution
from partners.models.unit import Unit

__all__ = ["Contact", "Fact", "Institution", "Unit"]
