"""The form for the first and last days of applying, of all periods of a programme."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.core.admin.acting import ActForm
from portal.core.admin.days import DayField
from portal.core.language import formats
from programs.catalogue.deadlines import NEW, Days, set_days
from programs.models import EnrolmentPeriod, Program

FIELDS = ("opens_on", "closes_on")


class DeadlineForm(ActForm):
    """Two days for each period; for a programme without any, those of a first one."""

    def __init__(self, *args: Any, program: Program, **options: Any) -> None:
        super().__init__(*args, **options)
        self.program = program
        self.periods = list(program.enrolment_periods.all()) or [EnrolmentPeriod(pk=NEW)]
        labels = {"opens_on": _("Opens on"), "closes_on": _("Closes on")}
        for period in self.periods:
            for name in FIELDS:
                self.fields[f"{name}_{period.pk}"] = DayField(label=labels[name], required=False)
                self.initial[f"{name}_{period.pk}"] = getattr(period, name)

    def groups(self) -> list[tuple[str, list[Any]]]:
        return [(heading(period), [self[f"{name}_{period.pk}"] for name in FIELDS]) for period in self.periods]

    def clean(self) -> dict[str, Any]:
        """Refuse what the model refuses, at the field of the period."""
        values = super().clean() or {}
        for period in self.periods:
            period.opens_on, period.closes_on = self._days(period, values)
            try:
                period.clean()
            except ValidationError as error:
                for name, messages in error.message_dict.items():
                    self.add_error(f"{name}_{period.pk}", messages)
        return values

    def changed_days(self) -> dict[int, Days]:
        """Return the days that were entered, by the keys of the periods."""
        return {period.pk: self._days(period, self.cleaned_data) for period in self.periods}

    def preview(self) -> Program:
        """Return the programme in memory, with the days that could be read."""
        if self.is_bound:
            set_days(self.program, self.changed_days())
        return self.program

    def _days(self, period: EnrolmentPeriod, values: dict[str, Any]) -> Days:
        """Return what was entered for a period; a day that cannot be read stays as it is."""
        names = [f"{name}_{period.pk}" for name in FIELDS]
        opens_on, closes_on = (values.get(name) if name in values else self.initial.get(name) for name in names)
        return opens_on, closes_on


def heading(period: EnrolmentPeriod) -> str:
    """Return what tells a period from the others: its kind, its term and for whom it is."""
    groups = period.life_situations.all() if period.pk else []
    situations = [str(situation.name) for situation in groups if situation.live]
    term = formats.term(period.term) if period.term else ""
    parts = [str(period.get_kind_display()), term, str(period.note or ""), ", ".join(situations)]
    return " · ".join(part for part in parts if part)
