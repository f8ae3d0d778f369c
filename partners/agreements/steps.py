"""What staff do with an agreement, each step in one transaction; `partners.agreements.undoing` takes it back."""

from datetime import date
from typing import Any

from django.core.files import File
from django.db import transaction
from wagtail.log_actions import log

from partners.agreements import step_log
from partners.agreements.signature_names import fill_names_at_signature
from partners.agreements.step_log import User
from partners.models import Agreement, AgreementDocument, Party, Stage
from portal.core.models.copies import copy_of


@transaction.atomic
def submit(agreement: Agreement, user: User) -> None:
    """Put a draft on the desk of the international office."""
    values = {"stage": Stage.SUBMITTED, "office_comment": ""}
    step_log.save_step(step_log.locked(agreement), step_log.SUBMITTED, user, values)


@transaction.atomic
def send_back(agreement: Agreement, user: User, comment: str) -> None:
    """Return a draft to its unit, with what is to be changed."""
    values = {"stage": Stage.DRAFT, "office_comment": comment}
    step_log.save_step(step_log.locked(agreement), step_log.RETURNED, user, values, comment=comment)


@transaction.atomic
def sign(
    agreement: Agreement,
    user: User,
    values: dict[str, Any],
    parties: dict[int, dict[str, Any]],
    document: File | None = None,
) -> None:
    """Record the signature: `values` are fields of the agreement, `parties` those of its parties by key.

    A name of a signatory is filled in only where there is none. `document` is kept as the signed text, internally.
    """
    stored = step_log.locked(agreement)
    before = {str(party.pk): _sign_party(party, parties.get(party.pk, {})) for party in stored.parties.all()}
    added = _added_document(stored, document) if document else ""
    values = {**values, "stage": Stage.SIGNED, "office_comment": ""}
    step_log.save_step(stored, step_log.SIGNED, user, values, parties=before, document=added)
    for party in fill_names_at_signature(stored):
        party.save()


@transaction.atomic
def terminate(agreement: Agreement, user: User, terminated_on: date, termination_reason: str) -> None:
    """Record that notice was given, with the last day on which the agreement is in force."""
    values = {"stage": Stage.TERMINATED, "terminated_on": terminated_on, "termination_reason": termination_reason}
    step_log.save_step(step_log.locked(agreement), step_log.TERMINATED, user, values)


@transaction.atomic
def confirm(agreement: Agreement, user: User, confirmed_on: date) -> None:
    """Record that an agreement which went on by itself is to go on."""
    step_log.save_step(step_log.locked(agreement), step_log.CONFIRMED, user, {"confirmed_on": confirmed_on})


@transaction.atomic
def renew(agreement: Agreement, user: User, **term: Any) -> Agreement:
    """Return a new draft that is to follow an agreement: with its parties and conditions, and with another term."""
    stored = step_log.locked(agreement)
    successor = copy_of(stored)
    step_log.change(successor, {"predecessor": stored, **term})
    successor.clean()
    successor.save()
    log(successor, "wagtail.create", user=user)
    data = {"version": stored.version, "successor": successor.public_id}
    log(stored, step_log.RENEWED, user=user, data=data)
    return successor


def _sign_party(party: Party, values: dict[str, Any]) -> dict[str, Any]:
    """Save what was signed by a party, and return what is needed to take it back."""
    names = ["signed_on", "name_at_signature", *([] if party.signatory else ["signatory"])]
    before = step_log.values_of(party, names)
    step_log.change(party, {name: value for name, value in values.items() if name in names})
    party.clean()
    party.save()
    return before


def _added_document(agreement: Agreement, file: File) -> str:
    """Keep the signed text and return its public identifier."""
    document = AgreementDocument(agreement=agreement, file=file, is_signed=True, sort_order=agreement.documents.count())
    document.save()
    return document.public_id
