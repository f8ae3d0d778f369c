"""The agreements of an institution as its page shows them to visitors."""

from dataclasses import dataclass

from django.utils.functional import Promise

from partners.agreements import wording
from partners.agreements.presence import has_left
from partners.agreements.renewal import with_negotiated_successor
from partners.agreements.validity import Validity
from partners.agreements.validity_sql import with_validity
from partners.models import Agreement, AgreementDocument, Institution, Party
from portal.core.related import fetch_related
from portal.core.time.moment import today
from portal.core.visibility import public


@dataclass(frozen=True)
class PublicAgreement:
    """An agreement as visitors read about it, without anything internal."""

    agreement: Agreement
    validity: Validity
    sentence: str
    is_being_renewed: bool
    parties: list[str]  # the other ones, with their names at signature
    signed_as: str  # the names of the institution at signature, where they differ from the present ones
    documents: list[AgreementDocument]

    @property
    def label(self) -> Promise:
        return self.validity.label

    @property
    def tone(self) -> str:
        """Return the name of the badge's style."""
        return wording.TONES.get(self.validity, "shut")


def public_agreements(institution: Institution, merged: list[Institution]) -> list[PublicAgreement]:
    """Return the public agreements of an institution and of those merged into it, the newest first."""
    own_keys = {institution.pk, *(member.pk for member in merged)}
    keys = Agreement.objects.order_by().filter(parties__institution__in=own_keys).values("pk")
    agreements = with_negotiated_successor(with_validity(public(Agreement.objects.filter(pk__in=keys))))
    rows = fetch_related(
        agreements.order_by("-starts_on", "pk"),
        *("agreement_type", "unit", "subjects", "parties__institution", "documents"),
    )
    present_names = {institution.name_de, institution.name_en, institution.name_original, ""}
    return [_public_agreement(row, own_keys, present_names) for row in rows]


def _public_agreement(row: Agreement, own_keys: set[int], present_names: set[str]) -> PublicAgreement:
    parties = list(row.parties.all())
    own_parties = [party for party in parties if party.institution_id in own_keys]
    others = [party for party in parties if party not in own_parties and not has_left(party.left_on, today())]
    status = wording.agreement_status(row, [party.left_on for party in own_parties])
    return PublicAgreement(
        row,
        status.validity,
        status.sentence,
        status.is_being_renewed,
        [name for party in others if (name := _name_of(party))],
        ", ".join(sorted({party.name_at_signature for party in own_parties} - present_names)),
        [document for document in row.documents.all() if not document.is_internal],
    )


def _name_of(party: Party) -> str:
    """Return the name at signature or else the present one; empty where visitors may not see the institution."""
    visible = Party.institution.is_cached(party) and party._state.fields_cache["institution"]
    return party.name_at_signature or str(visible or "")
