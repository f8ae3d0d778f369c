"""What an institution was called on a day: its present name, unless it was renamed later."""

from collections import defaultdict
from datetime import date

from partners.models import Agreement, EventKind, Institution, InstitutionEvent, Party
from portal.core.bilingual import GERMAN, is_empty, reader_language
from portal.core.moment import today


class NamesOn:
    """The names of all institutions on one day: one query, however many are asked for."""

    def __init__(self, day: date, institutions=None):
        renamed = InstitutionEvent.objects.filter(kind=EventKind.RENAMED, on__gt=day)
        if institutions is not None:
            renamed = renamed.filter(institution__in=institutions)
        self._before: dict = defaultdict(dict)
        for institution, before in renamed.order_by("-on", "-pk").values_list("institution", "before"):
            self._before[institution] = before  # the earliest change after the day comes last

    def name(self, institution: Institution, language: str | None = None) -> str:
        """Return the name in a language, or the German one where it had none in English."""
        language = language or reader_language()
        then = self._before.get(institution.pk)
        columns = then or {"name_de": institution.name_de, "name_en": institution.name_en}
        return columns["name_de"] if is_empty(columns[f"name_{language}"]) else columns[f"name_{language}"]


def keep_names_at_signature(agreement: Agreement) -> list[Party]:
    """Let each party of what is signed keep the name that it bore then, and return those that got theirs now."""
    day = agreement.signed_on or agreement.starts_on or today()
    nameless = [party for party in agreement.parties.all() if not party.name_at_signature]
    names = NamesOn(day, [party.institution_id for party in nameless])
    for party in nameless:
        party.name_at_signature = names.name(party.institution, GERMAN)
    return nameless
