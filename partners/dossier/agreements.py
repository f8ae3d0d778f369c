"""An agreement in a dossier, in words."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from partners.agreements import wording
from partners.agreements.validity import Validity
from partners.institutions.fate import became_part_of
from partners.models import Agreement, Institution, Party, Stage
from portal.core.rights import scope


@dataclass(frozen=True)
class AgreementEntry:
    """An agreement with its state in words, and the other parties with what became of them."""

    agreement: Agreement
    state: str
    is_being_renewed: bool
    partners: list[str]
    signed_as: list[str]  # the names at signature, where they differ from the present one

    @property
    def url(self) -> str:
        return scope.read_url(Agreement, self.agreement.pk)


def agreement_entry(row: Any, own: Collection[int]) -> AgreementEntry:
    """Return the entry of an agreement; `own` are the keys of the institution and of those merged into it.

    The row has the annotations of `with_validity` and `with_negotiated_successor`, and its parties at hand.
    """
    parties = list(row.parties.all())
    own_parties = [party for party in parties if party.institution_id in own]
    others = [_with_fate(party) for party in parties if party not in own_parties]
    names = sorted({party.name_at_signature for party in own_parties if _was_called_otherwise(party)})
    if row.validity_on_day == Validity.NOT_SIGNED:
        return AgreementEntry(row, str(Stage(row.stage).label), False, others, names)
    status = wording.agreement_status(row, [party.left_on for party in own_parties])
    return AgreementEntry(row, status.sentence, status.is_being_renewed, others, names)


def _with_fate(party: Party) -> str:
    institution: Institution = party.institution
    return f"{party} ({became_part_of(institution)})" if institution.successor_id else str(party)


def _was_called_otherwise(party: Party) -> bool:
    return party.name_at_signature not in ("", party.institution.name_de, party.institution.name_en)
