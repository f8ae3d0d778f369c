"""Sentences with the numbers of partners, countries and agreements, each with its plural forms."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core.language import formats


def heading(partners: int, countries: int, *, is_lost: bool, is_former: bool) -> str:
    """Return the heading of a list. `is_lost`: the URL has filters, but none of them is valid."""
    if is_lost:
        message = ngettext(
            "Selection not understood: all %(partners)s partner",
            "Selection not understood: all %(partners)s partners",
            partners,
        )
    elif is_former:
        message = ngettext("%(partners)s former partner", "%(partners)s former partners", partners)
    elif not partners:
        message = _("No partners")
    elif countries < 2:
        message = ngettext("%(partners)s partner in one country", "%(partners)s partners in one country", partners)
    else:
        message = _("%(partners)s partners in %(countries)s countries")
    return message % {"partners": partners, "countries": countries}


def in_country(partners: int, country: str, *, is_former: bool) -> str:
    """Return the heading of a country's page. The name is followed by a colon, because German articles vary."""
    if is_former:
        message = ngettext(
            "%(country)s: %(partners)s former partner", "%(country)s: %(partners)s former partners", partners
        )
    else:
        message = ngettext("%(country)s: %(partners)s partner", "%(country)s: %(partners)s partners", partners)
    return message % {"partners": partners, "country": country}


def partners_on(partners: int, countries: int, day: date) -> str:
    """Return the caption below a number of partners."""
    if countries < 2:
        message = ngettext(
            "partner in one country with an agreement in force on %(day)s",
            "partners in one country with agreements in force on %(day)s",
            partners,
        )
    else:
        message = _("partners in %(countries)s countries with agreements in force on %(day)s")
    return message % {"countries": countries, "day": formats.day_in_words(day)}


def agreements_on(agreements: int, day: date) -> str:
    """Return the caption below a number of agreements."""
    message = ngettext("agreement in force on %(day)s", "agreements in force on %(day)s", agreements)
    return message % {"day": formats.day_in_words(day)}


def agreements_there(agreements: int, day: date) -> str:
    """Return how many agreements with partners in a country are in force."""
    if not agreements:
        return _("No agreement is in force on %(day)s.") % {"day": formats.day_in_words(day)}
    message = ngettext(
        "%(agreements)s agreement is in force on %(day)s. What has ended is marked.",
        "%(agreements)s agreements are in force on %(day)s. What has ended is marked.",
        agreements,
    )
    return message % {"agreements": agreements, "day": formats.day_in_words(day)}
