"""The name of an institution on a given day: its present name, unless it was renamed after that day."""

from collections.abc import Iterable
from datetime import date

from partners.models import Agreement, EventKind, Institution, InstitutionEvent, Party
from portal.core.language.bilingual import GERMAN, is_empty, reader_language
from portal.core.time.moment import today


class NamesOn:
    """The names of institutions on one day: one query for any number of them. By default all institutions."""

    def __init__(self, day: date, institutions: Iterable[int] | None = None) -> None:
        renamed = InstitutionEvent.objects.filter(kind=EventKind.RENAMED, on__gt=day)
        if institutions is not None:
            renamed = renamed.filter(institution__in=institutions)
        self._before: dict[int, dict] = {}
        for institution, before in renamed.order_by("-on", "-pk").values_list("institution", "before"):
            self._before[institution] = before  # the earliest change after the day comes last and wins

    def name(self, institution: Institution, language: str | None = None) -> str:
        """Return the name in a language, by default the reader's; the German name where there was no English one."""
        language = language or reader_language()
        columns = self._before.get(institution.pk) or {"name_de": institution.name_de, "name_en": institution.name_en}
        return columns["name_de"] if is_empty(columns[f"name_{language}"]) else columns[f"name_{language}"]


def fill_names_at_signature(agreement: Agreement) -> list[Party]:
    """Set the missing names at signature of the parties, and return these parties; nothing is saved."""
    day = agreement.signed_on or agreement.starts_on or today()
    nameless = [party for party in agreement.parties.all() if not party.name_at_signature]
    names = NamesOn(day, [party.institution_id for party in nameless])
    for party in nameless:
        party.name_at_signature = names.name(party.institution, GERMAN)
    return nameless
