"""Joining two records of one institution: what events say of them must stay true, and all names must find it."""

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from partners.models import Institution, InstitutionEvent, InstitutionName, NameKind
from portal.core.joining import joins


def refuse(kept: Institution, duplicate: Institution) -> None:
    """Raise a ValidationError for two that have to do with one another in life, and for one that is no more."""
    if duplicate.successor_id or kept.successor_id:
        ended = duplicate if duplicate.successor_id else kept
        message = _("“%(name)s” has become part of another one. Undo this event first if it never was one of its own.")
        raise ValidationError(message % {"name": ended})
    pair = (kept, duplicate)
    if InstitutionEvent.objects.filter(institution__in=pair, other__in=pair).exists():
        raise ValidationError(_("An event tells of both of them. They are two institutions, or the event is wrong."))


def adopt(kept: Institution, duplicate: Institution) -> list[Model]:
    """Give the institution that is kept the names of the other one, and return the rows."""
    present = {kept.name_de, kept.name_en, kept.name_original, kept.name_latin, kept.abbreviation, ""}
    present |= set(kept.names.values_list("value", flat=True))
    names = {duplicate.abbreviation: ("", NameKind.ACRONYM), duplicate.name_latin: ("", NameKind.OFFICIAL)}
    names |= {duplicate.name_original: (duplicate.original_lang, NameKind.OFFICIAL)}
    names |= {duplicate.name_en: ("en", NameKind.OFFICIAL), duplicate.name_de: ("de", NameKind.OFFICIAL)}
    start = kept.names.count()
    columns = [
        {"value": value, "language": language, "kind": kind, "sort_order": start + at}
        for at, (value, (language, kind)) in enumerate(names.items())
        if value not in present
    ]
    return [InstitutionName.objects.create(institution=kept, **values) for values in columns]


def register() -> None:
    joins.register(Institution, joins.Joinable(refuse, adopt))
