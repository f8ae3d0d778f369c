"""The reading queries of contacts and of the units that they belong to."""

from collections import defaultdict

from django.db.models import Exists, OuterRef, Q

from partners.models import Contact, Unit
from partners.models.contact import Role
from portal.core.moment import today
from portal.core.visibility import public


def public_contacts(keys) -> list[Contact]:
    """Return those of the contacts that visitors may see today, in the order of `keys`."""
    contacts = public(Contact.objects.filter(pk__in=keys)).select_related("unit", "institution")
    found = {contact.pk: contact for contact in contacts}
    return [found[key] for key in keys if key in found]


def addresses_of(units) -> dict[int, tuple[str, ...]]:
    """Return the mailboxes of some units, for messages to staff: those of the office itself where it has any."""
    kept = Q(delete_after=None) | Q(delete_after__gte=today())
    contacts = Contact.objects.filter(kept, unit__in=units, person="").exclude(email="").order_by("pk")
    found: dict[int, dict] = defaultdict(lambda: defaultdict(list))
    for contact in contacts:
        found[contact.unit_id][contact.role == Role.OFFICE].append(contact.email)
    return {unit: tuple(boxes[True] or boxes[False]) for unit, boxes in found.items()}


def units_of(user) -> frozenset[int]:
    """Return the keys of the units that somebody works for, with all their parts; kept on `user` for one request."""
    if not hasattr(user, "_units_of"):
        user._units_of = _with_parts(user) if user.is_authenticated else frozenset()
    return user._units_of


def _with_parts(user) -> frozenset[int]:
    """Return the units of an editor and everything below them, in one query for a tree of any depth."""
    is_own = Exists(Unit.editors.through.objects.filter(unit=OuterRef("pk"), user=user))
    parts, waiting = defaultdict(list), []
    for unit, parent, starts_here in Unit.objects.order_by().values_list("pk", "parent_id", is_own):
        parts[parent].append(unit)
        waiting += [unit] if starts_here else []
    found = set()
    while waiting:
        unit = waiting.pop()
        if unit not in found:
            found.add(unit)
            waiting += parts[unit]
    return frozenset(found)
