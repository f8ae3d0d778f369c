"""All that staff know about one institution, as far as the reader may see it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, Q, QuerySet
from wagtail.models import ModelLogEntry

from partners.agreements import timeline
from partners.agreements.permissions import agreement_policy
from partners.agreements.renewal import with_negotiated_successor
from partners.agreements.validity_sql import with_validity
from partners.contacts.permissions import contact_policy
from partners.dossier.agreements import AgreementEntry, agreement_entry
from partners.dossier.todos import Todo, todos
from partners.institutions.fate import fate
from partners.institutions.status import PartnerStatus, with_status
from partners.models import Agreement, AgreementDocument, Contact, DueDiligence, Institution, InstitutionEvent, Party
from portal.accounts.models import User
from portal.core.rights.choosable import READING, may_read_some
from portal.core.rights.scope import policy_of

HISTORY = 30  # entries


@dataclass(frozen=True)
class Dossier:
    """The parts of a dossier; each is None where the reader has no right on what it holds.

    What institutions that were merged into it signed, and whom to ask there, belongs to it as well.
    """

    institution: Institution
    user: User | AnonymousUser

    @cached_property
    def fate(self) -> str:
        return fate(self.institution)

    @cached_property
    def status(self) -> PartnerStatus:
        stored = with_status(Institution.objects.filter(pk=self.institution.pk))
        return PartnerStatus(stored.values_list("partner_status", flat=True).get())

    @cached_property
    def merged(self) -> list[Institution]:
        """Return the institutions that became part of it."""
        return list(Institution.objects.filter(successor=self.institution.pk).prefetch_related("names"))

    @cached_property
    def events(self) -> list[InstitutionEvent]:
        """Return what happened to it and to those merged into it, and what others became by it, the latest first."""
        events = InstitutionEvent.objects.filter(Q(institution__in=self._keys) | Q(other=self.institution.pk))
        return list(events.select_related("institution", "other").order_by("-on", "-pk"))

    @cached_property
    def agreements(self) -> list[AgreementEntry] | None:
        if not may_read_some(self.user, Agreement):
            return None
        own = Party.objects.filter(institution__in=self._keys).values("agreement")
        readable = agreement_policy().instances_user_has_any_permission_for(self.user, READING)
        rows: QuerySet[Any] = with_negotiated_successor(with_validity(readable.filter(pk__in=own)))
        parties = Party.objects.select_related("institution__successor")
        rows = rows.select_related("agreement_type", "unit").order_by("-starts_on", "-pk")
        rows = rows.prefetch_related(Prefetch("parties", parties), "documents")
        return [agreement_entry(row, self._keys) for row in rows]

    @cached_property
    def lanes(self) -> list[timeline.Lane]:
        """Return the lanes of the timeline, with the agreements that the reader may see."""
        keys = {entry.agreement.pk for entry in self.agreements or ()}
        lanes = timeline.lanes(self.institution) if keys else []
        for lane in lanes:
            lane.spans = [span for span in lane.spans if span.agreement.pk in keys]
        return [lane for lane in lanes if lane.spans]

    @cached_property
    def files(self) -> list[AgreementDocument] | None:
        """Return the files of the agreements."""
        if self.agreements is None:
            return None
        return [document for entry in self.agreements for document in entry.agreement.documents.all()]

    @cached_property
    def contacts(self) -> list[Contact] | None:
        if not may_read_some(self.user, Contact):
            return None
        readable = contact_policy().instances_user_has_any_permission_for(self.user, READING)
        of_these = readable.filter(Contact.unexpired_q(), institution__in=self._keys)
        return list(of_these.select_related("institution", "unit").order_by("sort_de", "pk"))

    @cached_property
    def may_read_reviews(self) -> bool:
        return may_read_some(self.user, DueDiligence)

    @cached_property
    def review(self) -> DueDiligence | None:
        if not self.may_read_reviews:
            return None
        return DueDiligence.objects.select_related("institution").filter(institution=self.institution.pk).first()

    @cached_property
    def todos(self) -> list[Todo]:
        return todos(self.user, self._keys, [entry.agreement.pk for entry in self.agreements or ()])

    @cached_property
    def history(self) -> list[ModelLogEntry] | None:
        """Return the latest entries of the history, which only those read who may change the institution."""
        if not policy_of(Institution).user_has_permission_for_instance(self.user, "change", self.institution):
            return None
        entries = ModelLogEntry.objects.for_instance(self.institution).select_related("user", "content_type")
        return list(entries.order_by("-timestamp", "-pk")[:HISTORY])

    @cached_property
    def _keys(self) -> list[int]:
        return [self.institution.pk, *(member.pk for member in self.merged)]
