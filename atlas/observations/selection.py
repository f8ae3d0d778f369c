"""What the reader has chosen to see: a measure, a period and a level of fields, from the parameters of an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from atlas.models import Counting, Measure, ResearchField
from atlas.observations.index import AtlasIndex, Period
from portal.core.addressing.parameters import not_known, one_of

PROGRAMMES = {(2007, 2013): "FP7", (2014, 2020): "Horizon 2020", (2021, 2027): "Horizon Europe"}
RUNNING = {(2021, 2027)}  # programmes of which the source does not know all projects yet


@dataclass(frozen=True)
class Selection:
    """`parts` is the measure of the figures by field, `total` the one that they add up to."""

    total: Measure
    parts: Measure
    period: Period
    is_default: bool = True
    notices: tuple[str, ...] = ()

    @property
    def level(self) -> int:
        return self.parts.level or ResearchField.FIRST

    @property
    def is_running(self) -> bool:
        return self.period in RUNNING

    def query(self, **changes: str) -> str:
        """Return the query of the address, empty for the default."""
        values = {"measure": self.total.notation, "period": code_of(self.period), "level": str(self.level), **changes}
        return f"?{urlencode(values)}" if changes or not self.is_default else ""


@dataclass(frozen=True)
class Option:
    """A value that can be chosen."""

    value: str
    label: str
    is_chosen: bool


def code_of(period: Period) -> str:
    """2014-2020, as it stands in addresses."""
    return f"{period[0]}-{period[1]}"


def label_of(period: Period) -> str:
    """Horizon 2020 (2014–2020) / 2017–2020 / 2024"""
    first, last = period
    years = str(first) if first == last else f"{first}–{last}"
    name = programme(period)
    return f"{name} ({years})" if name else years


def programme(period: Period) -> str:
    """Return the name of the European programme of these years in the reader's language, or ""."""
    names = {"FP7": _("Seventh Framework Programme"), "Horizon Europe": _("Horizon Europe")}
    name = PROGRAMMES.get(period, "")
    return names.get(name, name and _("Horizon 2020"))


Choice = tuple[str, int, Period]  # notation of the total, level, period


def choices(index: AtlasIndex) -> dict[Choice, Measure]:
    """Return what can be chosen, in the order in which it is offered, each with the measure of the parts."""
    offered: dict[Choice, Measure] = {}
    for measure in sorted(index.measures.values(), key=lambda measure: (measure.position, measure.pk)):
        if measure.counting == Counting.FRACTIONAL and measure.parts_of_id and measure.level:
            total = index.measures[measure.parts_of_id]
            for period in sorted(index.by_measure.get(measure.notation, {})):
                offered[total.notation, measure.level, period] = measure
    return offered


def selection(index: AtlasIndex, parameters: Mapping[str, str]) -> Selection | None:
    """Return the selection; what is not known or not there is left out with a notice. None without any figures."""
    offered = choices(index)
    if not offered:
        return None
    notices: list[str] = []
    totals = list(dict.fromkeys(total for total, _level, _period in offered))
    measure = one_of(parameters.get("measure"), totals, "measure", notices) or totals[0]
    available = [(level, period) for total, level, period in offered if total == measure]
    periods = sorted({period for _level, period in available})
    wanted = one_of(parameters.get("period"), [code_of(period) for period in periods], "period", notices)
    period = next((period for period in periods if code_of(period) == wanted), periods[0])
    level = _level(parameters.get("level", ""), [level for level, other in available if other == period], notices)
    parts = offered[measure, level, period]
    default = (totals[0], periods[0], max(level for level, other in available if other == periods[0]))
    is_default = (measure, period, level) == default
    return Selection(index.measures[parts.parts_of_id or 0], parts, period, is_default, tuple(notices))


def _level(wanted: str, available: list[int], notices: list[str]) -> int:
    """Return the wanted level, or the finest one that there is."""
    if wanted and wanted not in {str(level) for level in (ResearchField.FIRST, ResearchField.SECOND)}:
        notices.append(not_known("level", wanted))
    elif wanted and int(wanted) not in available:
        notices.append(_("For this period there are no figures of that level. These are of the other one."))
    return int(wanted) if wanted.isdecimal() and int(wanted) in available else max(available)


def options(index: AtlasIndex, chosen: Selection) -> dict[str, list[Option]]:
    """Return what the form offers, by the names of its parameters."""
    offered = choices(index)
    totals = dict.fromkeys(total for total, _level, _period in offered)
    periods = sorted({period for _total, _level, period in offered})
    levels = sorted({level for _total, level, _period in offered}, reverse=True)
    level_names = dict(Measure.LEVELS)
    return {
        "measure": [Option(total, str(_named(index, total).name), total == chosen.total.notation) for total in totals],
        "period": [Option(code_of(period), label_of(period), period == chosen.period) for period in periods],
        "level": [Option(str(level), str(level_names[level]), level == chosen.level) for level in levels],
    }


def _named(index: AtlasIndex, notation: str) -> Measure:
    measure = index.measure(notation)
    assert measure is not None  # noqa: S101 - it comes from the index
    return measure
