"""The queries of contacts and of the units that they belong to."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Exists, OuterRef

from partners.models import Contact, Unit
from partners.models.contact import Role
from portal.core.visibility import public


def public_contacts(keys: Sequence[int]) -> list[Contact]:
    """Return the public ones of the contacts with these keys, in the order of the keys."""
    contacts = public(Contact.objects.filter(pk__in=keys)).select_related("unit", "institution")
    contacts_by_key = {contact.pk: contact for contact in contacts}
    return [contacts_by_key[key] for key in keys if key in contacts_by_key]


def addresses_of(units: Iterable[int | Unit]) -> dict[int, tuple[str, ...]]:
    """Return by key of the units their e-mail addresses for messages to staff, without those of persons.

    Those with the role "office" are used if there are any, and otherwise all others.
    """
    contacts = Contact.objects.filter(Contact.unexpired_q(), unit__in=units, person="")
    addresses: dict[int, dict[bool, list[str]]] = defaultdict(lambda: defaultdict(list))
    for contact in contacts.exclude(email="").order_by("pk"):
        if contact.unit_id:
            addresses[contact.unit_id][contact.role == Role.OFFICE].append(contact.email)
    return {unit: tuple(by_role[True] or by_role[False]) for unit, by_role in addresses.items()}


def units_of(user: AbstractUser | AnonymousUser) -> frozenset[int]:
    """Return the keys of the units that a user edits, with all units below them. They are kept on `user`."""
    keeper: Any = user  # no model declares the attribute: only this function uses it
    if not hasattr(keeper, "_units_of"):
        keeper._units_of = _with_parts(user) if user.is_authenticated else frozenset()
    return keeper._units_of


def _with_parts(user: AbstractUser) -> frozenset[int]:
    """Return the keys of the units of an editor and of all units below them: one query for a tree of any depth."""
    is_own = Exists(Unit.editors.through.objects.filter(unit=OuterRef("pk"), user=user.pk))
    parts, pending = defaultdict(list), []
    for unit, parent, edits_it in Unit.objects.order_by().values_list("pk", "parent_id", is_own):
        parts[parent].append(unit)
        pending += [unit] if edits_it else []
    units = set()
    while pending:
        unit = pending.pop()
        if unit not in units:
            units.add(unit)
            pending += parts[unit]
    return frozenset(units)
