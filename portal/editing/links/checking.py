"""Collects all links, checks where they lead, and stores the answers."""

import logging
import threading
from collections import Counter

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page

from portal.core.visibility import public
from portal.editing.links import other_sites
from portal.editing.links.answers import BROKEN, UNCHECKED, Answer
from portal.editing.links.collecting import Link, all_links
from portal.editing.links.own_site import OwnSite
from portal.editing.models import LinkCheck

logger = logging.getLogger(__name__)
COLUMNS = ["title", "status", "checked_at", "detail"]


def check_links(*, foreign: bool = False, stop: threading.Event | None = None) -> dict[str, int]:
    """Check every link and return how many links have each status.

    Without `foreign`, links to other sites keep the answer of their last check. When `stop` is set meanwhile, nothing
    is stored and the result is empty. A link that cannot be checked is broken, and does not keep others from it.
    """
    own_site = OwnSite()
    rows: dict[tuple, LinkCheck] = {}
    fresh: set[tuple] = set()  # keys of the links that were checked now
    answers: dict[str, Answer] = {}
    for link in all_links():
        if stop and stop.is_set():
            return {}
        address, answer, is_own = _where(link, own_site)
        if address not in answers:
            answers[address] = answer or _check(address, own_site if is_own else None, foreign=foreign)
        row = LinkCheck(content_type=link.content_type, object_id=link.object_id, place=link.place, address=address)
        row.title, row.status, row.detail = link.title, answers[address].status, answers[address].detail
        row.checked_at = None if row.status == UNCHECKED else timezone.now()
        rows[_key(row)] = row
        if is_own or foreign:
            fresh.add(_key(row))
    _store(rows, fresh)
    return dict(Counter(LinkCheck.objects.values_list("status", flat=True)))


def _where(link: Link, own_site: OwnSite) -> tuple[str, Answer | None, bool]:
    """Return the address of a link, its answer if it is known, and whether that can be known without other sites."""
    try:
        address, answer = resolve(link)
        return address, answer, answer is not None or own_site.has(address)
    except ValueError:  # "http://[" is no address
        return link.address, Answer(BROKEN, "malformed"), True


def resolve(link: Link) -> tuple[str, Answer | None]:
    """Return the address that a link leads to, and the answer where that is known without a request."""
    if link.page is not None:
        page = Page.objects.filter(pk=link.page).first()
        if page is None:
            return f"page:{link.page}", Answer(BROKEN, "gone")
        is_public = public(Page.objects.filter(pk=page.pk)).exists()
        return page.get_url() or f"page:{page.pk}", None if is_public else Answer(BROKEN, "hidden")
    if link.document is not None:
        document = get_document_model().objects.filter(pk=link.document).first()
        return (document.url, None) if document else (f"document:{link.document}", Answer(BROKEN, "gone"))
    return link.address, None


def _check(address: str, own_site: OwnSite | None, *, foreign: bool) -> Answer:
    try:
        if own_site:
            return own_site.check(address)
        return other_sites.check(address) if foreign else Answer(UNCHECKED)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("A link could not be checked")  # its address may be of somebody's own
        return Answer(BROKEN, "malformed")


@transaction.atomic
def _store(rows: dict[tuple, LinkCheck], fresh: set[tuple]) -> None:
    """Update the table: add new links, update the results of those in `fresh`, and delete those that are gone."""
    stored = {_key(row): row for row in LinkCheck.objects.select_for_update()}
    LinkCheck.objects.filter(pk__in=[stored[key].pk for key in stored.keys() - rows.keys()]).delete()
    LinkCheck.objects.bulk_create(row for key, row in rows.items() if key not in stored)
    changed = []
    for key in stored.keys() & rows.keys():
        names = COLUMNS if key in fresh else ["title"]
        for name in names:
            setattr(stored[key], name, getattr(rows[key], name))
        changed.append(stored[key])
    LinkCheck.objects.bulk_update(changed, COLUMNS, batch_size=500)


def _key(row: LinkCheck) -> tuple:
    return row.content_type_id, row.object_id, row.place, row.address
