"""How far away a day is, in the words of a reminder."""

from datetime import date

from django.utils.translation import gettext, ngettext

from portal.core.language import formats
from portal.core.time.moment import today


def due_in_words(on: date) -> str:
    """Return when something is due, or since when it is overdue, seen from today."""
    days = (on - today()).days
    if days == 0:
        return gettext("due today, on %(day)s") % {"day": formats.day(on)}
    if days > 0:
        words = ngettext("due in %(days)s day, on %(day)s", "due in %(days)s days, on %(day)s", days)
    else:
        words = ngettext(
            "overdue by %(days)s day: due on %(day)s", "overdue by %(days)s days: due on %(day)s", abs(days)
        )
    return words % {"days": abs(days), "day": formats.day(on)}
