"""Invented programmes in any number: `make(10_000)`.

The same number always gives the same programmes, except for their dates, which are relative to today. Their identifiers
begin with a prefix that no other identifier can have, since generated ones contain no 0.

There are a thousand different texts. Further programmes repeat them with another number in the name, so that their
search documents can be copied: computing a hundred thousand would take half an hour.
"""

import datetime as dt
from random import Random

from django.db import transaction

from partners.models import Institution, Unit
from portal.core import content_version
from portal.core.language.letters import slug_of, sort_key
from portal.core.time.moment import today
from portal.search.models import SearchDocument
from portal.search.registry import get_document_type
from portal.search.writing import write
from programs.models import CostOption, EnrolmentKind, EnrolmentPeriod, Kind, LifeSituation, Mode, Phase, Place, Program
from tests.benchmarks.volume import search_documents, texts

MARK = "v0l"
DIFFERENT = 1_000  # texts
BATCH = 1_000
UNITS = 30
ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"


def make(count: int, progress=lambda done, total: None) -> int:
    """Create programmes with search documents up to a total of `count`; return the number of new ones."""
    existing = Program.objects.filter(public_id__startswith=MARK).count()
    world = _World()
    for numbers in _batches(existing, count):
        with transaction.atomic():
            programs = world.programs(numbers)
            if numbers.start < DIFFERENT:
                write(get_document_type("program"), [program.pk for program in programs])
            else:
                search_documents.copy(world.originals(programs))
            content_version.bump()
        progress(numbers.stop - existing, count - existing)
    return max(0, count - existing)


def remove() -> int:
    """Remove all invented programmes with everything that belongs to them; return how many were removed."""
    invented = Program.objects.filter(public_id__startswith=MARK)
    keys = invented.order_by().values("pk")
    with transaction.atomic():
        SearchDocument.objects.filter(kind="program", object_id__in=keys).delete()
        for model, column in _belongings():
            model._base_manager.filter(**{f"{column}__in": keys})._raw_delete(using="default")
        count = invented._raw_delete(using="default")
        Unit.objects.filter(public_id__startswith=MARK, parent__isnull=False).delete()
        Unit.objects.filter(public_id__startswith=MARK).delete()
        Institution.objects.filter(public_id__startswith=MARK).delete()
        content_version.bump()
    return count


def _belongings():
    """Yield (model, column) of each table that references programmes, dependent tables first."""
    periods = EnrolmentPeriod.life_situations.through
    yield periods, "enrolmentperiod__program"
    for relation in (*Program._meta.many_to_many, *Program._meta.related_objects):
        if relation.many_to_many:
            through = relation.remote_field.through if hasattr(relation, "m2m_column_name") else relation.through
            for field in through._meta.fields:
                if field.related_model is Program:
                    yield through, field.name
        elif relation.one_to_many:
            yield relation.related_model, relation.field.name


def _batches(start: int, stop: int):
    """Yield ranges of numbers, none of which straddles the limit of different texts."""
    while start < stop:
        end = min(start - start % BATCH + BATCH, stop)
        yield range(start, end)
        start = end


class _World:
    """What the programmes share."""

    def __init__(self):
        self.today = today()
        self.kinds = {kind.notation: kind for kind in Kind.objects.all()}
        self.concepts = {
            "life_situations": list(LifeSituation.objects.order_by("position")),
            "phases": list(Phase.objects.all()),
            "modes": list(Mode.objects.all()),
        }
        self.units = _units()

    def programs(self, numbers) -> list[Program]:
        """Create the programmes with these numbers, with their parts."""
        chances = [Random(number % DIFFERENT) for number in numbers]  # noqa: S311 - nothing secret
        programs = [self._program(number, chance) for number, chance in zip(numbers, chances, strict=True)]
        Program.objects.bulk_create(programs)
        pairs = list(zip(programs, chances, strict=True))
        self._add_places(pairs)
        self._add_concepts(pairs)
        numbered = zip(programs, numbers, strict=True)
        self._add_dates_and_costs([(program, Random(number)) for program, number in numbered])  # noqa: S311
        return programs

    def originals(self, programs) -> dict[Program, Program]:
        """Return for each programme the first one created with the same texts."""
        marks = {program: f"{MARK}{_base36(_number(program) % DIFFERENT)}" for program in programs}
        first = {program.public_id: program for program in Program.objects.filter(public_id__in=set(marks.values()))}
        return {program: first[mark] for program, mark in marks.items()}

    def _add_concepts(self, pairs):
        for name, concepts in self.concepts.items():
            self._connect(
                name, [(program, chance.sample(concepts, chance.choice((1, 1, 2, 3)))) for program, chance in pairs]
            )
        kinds = list(self.kinds.values())
        extra_kinds = [(program, chance.sample(kinds, chance.choice((0, 1)))) for program, chance in pairs]
        self._connect("kinds", [(program, {program.main_kind, *others}) for program, others in extra_kinds])

    def _add_places(self, pairs):
        Place.objects.bulk_create(
            Place(program=program, name_de=german, name_en=english)
            for program, chance in pairs
            for german, english in chance.sample(texts.PLACES, chance.choice((0, 1, 1, 2)))
        )

    def _add_dates_and_costs(self, pairs):
        EnrolmentPeriod.objects.bulk_create(
            period for program, chance in pairs for period in self._periods(program, chance)
        )
        CostOption.objects.bulk_create(
            CostOption(program=program, amount=chance.choice((0, 0, 0, 45, 120)))
            for program, chance in pairs
            if chance.random() < 0.8
        )

    def _program(self, number: int, chance: Random) -> Program:
        notation = chance.choice([key for key in texts.HELP if key in self.kinds])
        names = _names(notation, number, chance)
        german, english = _texts(chance)
        if chance.random() < 0.3:
            names, english = (names[0], ""), ("", "")
        return Program(
            public_id=f"{MARK}{_base36(number)}",
            name_de=names[0],
            name_en=names[1],
            sort_de=sort_key(names[0]),
            sort_en=sort_key(names[1] or names[0]),
            slug_de=slug_of(names[0], str(number)),
            slug_en=slug_of(names[1], str(number)) if names[1] else "",
            summary_de=german[0],
            summary_en=english[0],
            description_de=german[1],
            description_en=english[1],
            status=chance.choices(("active", "paused", "ended"), (94, 3, 3))[0],
            main_kind=self.kinds[notation],
            responsible_unit=chance.choice(self.units),
            service_languages=["de", *chance.sample(["en", "tr", "ar", "uk", "fr"], chance.choice((0, 1, 1, 2)))],
            assured_by="Erfundene Stelle",
        )

    def _periods(self, program: Program, chance: Random):
        for _number in range(chance.choice((0, 1, 1, 1, 2, 3))):
            kind = chance.choices(EnrolmentKind.values, (8, 2, 1))[0]
            opens = self.today + dt.timedelta(days=chance.randint(-300, 200))
            closes = opens + dt.timedelta(days=chance.randint(7, 150))
            is_fixed = kind == EnrolmentKind.FIXED
            yield EnrolmentPeriod(
                program=program, kind=kind, opens_on=opens if is_fixed else None, closes_on=closes if is_fixed else None
            )

    def _connect(self, name: str, pairs):
        field = Program._meta.get_field(name)
        source, target = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
        through = field.remote_field.through
        through.objects.bulk_create(
            through(**{source: program.pk, target: concept.pk}) for program, concepts in pairs for concept in concepts
        )


def _names(notation: str, number: int, chance: Random) -> tuple[str, str]:
    helps, subject, group = texts.HELP[notation], chance.choice(texts.SUBJECTS), chance.choice(texts.GROUPS)
    return (
        f"{helps[0]} für {group[0]} in {subject[0]} {number}",
        f"{helps[1]} for {group[1]} in {subject[1]} {number}",
    )


def _texts(chance: Random) -> list[tuple[str, str]]:
    """Return (summary, description) in German and in English."""
    chosen = chance.sample(texts.SENTENCES, 8)
    bodies = [" ".join(sentence[language] for sentence in chosen[1:]) for language in (0, 1)]
    return [
        (summary, f"<p>{body}</p><p>{invented}</p>")
        for summary, body, invented in zip(chosen[0], bodies, texts.INVENTED, strict=True)
    ]


def _units() -> list[Unit]:
    """Return the invented units, creating them if they are missing."""
    if existing := list(Unit.objects.filter(public_id__startswith=MARK, parent__isnull=False)):
        return existing
    name, english = "Erfundene Universität", "Invented University"
    host = Institution.objects.create(public_id=f"{MARK}host0", name_de=name, name_en=english, country="DE")
    root = Unit.objects.create(public_id=f"{MARK}root0", name_de=name, name_en=english, institution=host)
    return [
        Unit.objects.create(
            public_id=f"{MARK}u{number:04}",
            name_de=f"Erfundene Stelle {number:02}",
            name_en=f"Invented Office {number:02}",
            parent=root,
        )
        for number in range(1, UNITS + 1)
    ]


def _base36(number: int) -> str:
    digits = ""
    for _digit in range(5):
        number, rest = divmod(number, len(ALPHABET))
        digits = ALPHABET[rest] + digits
    return digits


def _number(program: Program) -> int:
    return int(program.public_id.removeprefix(MARK), len(ALPHABET))
