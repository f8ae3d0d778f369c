"""What visitors may see of agreements, institutions and contacts, and what they notice of them besides."""

from django.db.models import Exists, OuterRef, Q

from partners.models import (
    Agreement,
    Contact,
    DueDiligence,
    GuidingPrinciple,
    Institution,
    InstitutionEvent,
    Network,
    Party,
)
from partners.models.party import party_q
from portal.core.content_version.visible_rows import visible_rule
from portal.core.time.moment import today
from portal.core.visibility import live_q, public, public_rule


@public_rule(Agreement)
def public_agreements() -> Q:
    """Return the condition for public agreements: signed, with a first day."""
    return Agreement.binding_q()


@public_rule(Institution)
def public_institutions() -> Q:
    """Return the condition for public institutions.

    They are published, are or were partners or have another role, and were not merged into another institution.
    """
    has_role = Q(has_other_role=True) | Q(cooperation_without_agreement=True)
    return live_q() & Q(successor=None) & (has_role | party_q(Party.begun(today())))


@public_rule(Contact)
def public_contacts() -> Q:
    """Return the condition for public contacts.

    One that names a person needs a recorded basis for publication, and none is shown past its day of deletion.
    """
    return (Q(person="") | ~Q(publication_basis="")) & Contact.unexpired_q()


@public_rule(GuidingPrinciple)
def public_principles() -> Q:
    """Return the condition for public guiding principles: published, as their network is, whose name they tell."""
    return live_q() & Q(Exists(public(Network.objects.filter(pk=OuterRef("network")))))


@public_rule(DueDiligence)
def public_reviews() -> Q:
    """Return the condition that no due-diligence review meets: nobody outside may know of one."""
    return Q(pk__in=[])


@visible_rule(Agreement)
def visible_agreements() -> Q:
    """Return the condition for agreements of which visitors notice something.

    Besides the public ones, these are those that are to follow another one, which is then shown as being renewed.
    """
    return public_agreements() | Q(predecessor__isnull=False)


@visible_rule(Institution)
def visible_institutions() -> Q:
    """Return the condition for institutions of which visitors notice something.

    Besides the public ones, these are the ones that signed, that were merged into another or that an event names: the
    pages of others show their names, and their countries are counted.
    """
    signed = Party.objects.filter(Agreement.binding_q("agreement__"))
    named = InstitutionEvent.objects.filter(other=OuterRef("pk"))
    return public_institutions() | Q(successor__isnull=False) | party_q(signed) | Q(Exists(named))
