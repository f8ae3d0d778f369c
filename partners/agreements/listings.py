"""The admin's list of agreements: its query and its columns."""

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from partners.agreements import verbs
from partners.agreements.step_log import with_newest_step
from partners.agreements.validity import Validity
from partners.agreements.validity_sql import with_validity
from partners.models import Agreement, Party
from portal.core.admin.listings import NamedIndexView
from portal.core.language import formats


class AgreementIndexView(NamedIndexView):
    def get_base_queryset(self) -> QuerySet[Agreement]:
        parties = Party.objects.select_related("institution").only(
            "agreement", "name_at_signature", "institution__name_de", "institution__sort_de"
        )
        rows = with_newest_step(with_validity(super().get_base_queryset()))
        return rows.prefetch_related(Prefetch("parties", parties), "successors")

    def get_list_more_buttons(self, instance: Agreement) -> list[Button]:
        return [*super().get_list_more_buttons(instance), *verbs.buttons(self.request.user, instance)]


def partners_column() -> Column:
    return Column("partners", label=_("Partners"), accessor=_partners)


def validity_column() -> Column:
    return Column(
        "validity",
        label=_("Validity"),
        accessor=lambda agreement: Validity(agreement.validity_on_day).label,
        sort_key="validity_on_day",
    )


def end_column() -> Column:
    return Column("period_end", label=_("In force until"), accessor=_end, sort_key="period_end")


def _partners(agreement: Agreement) -> str:
    return ", ".join(party.institution.name_de for party in agreement.parties.all())


def _end(agreement: Agreement) -> str:
    return formats.day(agreement.period_end) if agreement.period_end else "–"
