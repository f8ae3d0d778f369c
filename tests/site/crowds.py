"""Many programmes at once, inserted in bulk for tests that do not care how they are saved."""

import datetime as dt

from portal.core.time.moment import today
from programs.models import EnrolmentPeriod, Kind, LifeSituation, Program


def sixty_more() -> list[Program]:
    """Create and return sixty public programmes with everything that a list shows; every fourth has ended."""
    model = Program.objects.get(slug_de="dimento")
    programs = Program.objects.bulk_create(_program(number, model) for number in range(60))
    _connect(programs, "life_situations", LifeSituation.objects.all())
    _connect(programs, "kinds", Kind.objects.all()[:4])
    _connect(programs, "contacts", model.contacts.all())
    EnrolmentPeriod.objects.bulk_create(
        EnrolmentPeriod(program=program, closes_on=today() + dt.timedelta(days=number + 1))
        for number, program in enumerate(programs)
    )
    return programs


def _program(number, model):
    name = f"Angebot {number:02}"
    return Program(
        name_de=name,
        name_en=f"Programme {number:02}" if number % 2 else "",
        sort_de=name.lower(),
        sort_en=name.lower(),
        slug_de=f"angebot-{number:02}",
        slug_en=f"programme-{number:02}" if number % 2 else "",
        summary_de="Kurz gesagt.",
        description_de="<p>Ausführlich gesagt.</p>",
        status="ended" if number % 4 == 0 else "active",
        main_kind=model.main_kind,
        responsible_unit=model.responsible_unit,
    )


def _connect(programs, relation, targets):
    field = Program._meta.get_field(relation)
    source, target = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
    field.remote_field.through.objects.bulk_create(
        field.remote_field.through(**{source: program.pk, target: related.pk})
        for program in programs
        for related in targets
    )
