"""What the page of an agreement says to staff who read it, in groups."""

from typing import Any

from django.utils.translation import gettext as _

from partners.agreements.effects import readers_see
from partners.agreements.validity import validity
from partners.models import Agreement
from portal.core.admin.displaying import NOTHING
from portal.core.rights.choosable import User, readable_of

# The fields of each group; what stands in none of them follows in the last one.
GROUPS = (
    (
        "term",
        (
            *("starts_on", "ends_on", "is_open_ended", "renewal", "renewal_months", "notice_months"),
            *("signed_on", "confirmed_on", "terminated_on", "termination_reason"),
        ),
    ),
    ("purpose", ("activities", "subjects", "summary_de", "summary_en")),
)


def context(view: Any) -> dict[str, Any]:
    """Return the context of the page from the view, which has the record, its fields and the tables of its children."""
    agreement: Agreement = view.object
    values = {name: view.get_context_for_field(name) for name in view.fields}
    filled = {name: field for name, field in values.items() if field["value"] not in (NOTHING, "")}
    groups = {key: [filled.pop(name) for name in names if name in filled] for key, names in GROUPS}
    return {
        "validity": validity(agreement).label,
        "sentence": readers_see(agreement),
        "groups": [(_("Until when"), groups["term"]), (_("What for"), groups["purpose"])],
        "further": list(filled.values()),
        "neighbours": _neighbours(agreement, view.request.user),
        "comment": agreement.office_comment,
    }


def _neighbours(agreement: Agreement, user: User) -> list[tuple[str, Agreement]]:
    """Return what the agreement follows, and what follows it, with words for the relation: what the user may read."""
    followed = [(_("Takes the place of"), agreement.predecessor)] if agreement.predecessor else []
    neighbours = [*followed, *((_("Is followed by"), successor) for successor in agreement.successors.all())]
    readable = readable_of(user, [other for _words, other in neighbours])
    return [(words, other) for words, other in neighbours if other in readable]
