"""Collecting all links, asking where they lead, and keeping the answers."""

import threading
from collections import Counter

from django.db import transaction
from django.utils import timezone

from portal.editing.links import foreign as other_sites
from portal.editing.links.asking import UNCHECKED, Answer, ThisSite, address_of
from portal.editing.links.collecting import all_links
from portal.editing.models import LinkCheck

COLUMNS = ["title", "status", "checked_at", "detail"]


def check_links(*, foreign: bool = False, stop: threading.Event | None = None) -> dict[str, int]:
    """Check every link and return how many have each status. Told to `stop`, it leaves everything as it was.

    Without `foreign`, links to other sites keep what was found when they were last asked.
    """
    this_site, rows, answers = ThisSite(), {}, {}
    for link in all_links():
        if stop and stop.is_set():
            return {}
        address, known = address_of(link)
        is_ours = known is not None or this_site.has(address)
        if address not in answers:
            answers[address] = known or _ask(address, this_site if is_ours else None, foreign)
        row = LinkCheck(content_type=link.content_type, object_id=link.object_id, place=link.place, address=address)
        row.title, row.is_fresh = link.title, is_ours or foreign
        row.status, row.detail = answers[address].status, answers[address].detail
        row.checked_at = None if row.status == UNCHECKED else timezone.now()
        rows[_key(row)] = row
    _keep(rows)
    return dict(Counter(LinkCheck.objects.values_list("status", flat=True)))


def _ask(address: str, this_site: ThisSite | None, foreign: bool) -> Answer:
    if this_site:
        return this_site.ask(address)
    return other_sites.ask(address) if foreign else Answer(UNCHECKED)


@transaction.atomic
def _keep(rows: dict[tuple, LinkCheck]):
    """Make the table say what was found: nothing twice, and nothing of links that are gone."""
    before = {_key(row): row for row in LinkCheck.objects.select_for_update()}
    LinkCheck.objects.filter(pk__in=[before[key].pk for key in before.keys() - rows.keys()]).delete()
    LinkCheck.objects.bulk_create(row for key, row in rows.items() if key not in before)
    changed = []
    for key in before.keys() & rows.keys():
        names = COLUMNS if rows[key].is_fresh else ["title"]
        for name in names:
            setattr(before[key], name, getattr(rows[key], name))
        changed.append(before[key])
    LinkCheck.objects.bulk_update(changed, COLUMNS, batch_size=500)


def _key(row: LinkCheck) -> tuple:
    return row.content_type_id, row.object_id, row.place, row.address
