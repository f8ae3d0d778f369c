"""Numbers as readers see them, in German or English."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils import formats
from django.utils.translation import gettext as _

from atlas.models import Measure

MILLION = 1_000_000
NOTHING = "–"
EURO = "EUR"


def number(value: Decimal | float | None, decimals: int = 0) -> str:
    """1.234,5 / 1,234.5; a dash for None."""
    if value is None:
        return NOTHING
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return formats.number_format(rounded, decimal_pos=decimals, use_l10n=True, force_grouping=True)


def amount(value: Decimal | None, measure: Measure) -> str:
    """Return a figure without its unit; euros in millions."""
    if str(measure.unit) == EURO and value is not None:
        return number(value / MILLION, 2 if value < MILLION else 1)
    return number(value, measure.decimals)


def unit(measure: Measure) -> str:
    """Return the unit that belongs to `amount`."""
    return _("EUR million") if str(measure.unit) == EURO else str(measure.unit)


def with_unit(value: Decimal | None, measure: Measure) -> str:
    """Return a figure with its unit: 58,8 Mio. €."""
    return f"{amount(value, measure)}\u00a0{unit(measure)}" if value is not None else NOTHING
