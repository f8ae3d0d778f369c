"""Counts the queries without results, so that editors can write what is missing or enter a synonym.

Nothing about the reader is kept, and no query that might name a person.
"""

import re

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Exists

from portal.core.time.moment import today
from portal.search.models import SearchDocument
from portal.search.query import Query, parse
from portal.search.selectors import matching

LONGEST = 80  # characters
MOST_WORDS = 6
MOST_A_DAY = 1000  # different queries: a machine that types at random must not fill the table
COUNT_SQL = """
    INSERT INTO search_missedquery (query, language, day, count)
    SELECT %s, %s, %s, 1 WHERE (SELECT count(*) FROM search_missedquery WHERE day = %s) < %s
    ON CONFLICT (query, language, day) DO UPDATE SET count = search_missedquery.count + 1
"""
_CONTACT_DATA = re.compile(r"@|://|www\.|\d{5,}|(?:\d[\s/.-]?){5,}", re.IGNORECASE)
_FORM_OF_ADDRESS = re.compile(r"\b(frau|herrn?|dr|prof|mrs?|ms|mx|miss)\b", re.IGNORECASE)
_CAPITALISED = re.compile(r"\b[^\W\d_a-zäöüß][^\W\d_]+\b")


def remember(query: Query, language: str) -> bool:
    """Count a query that found nothing; return False where it may not be kept or the day is full."""
    if not may_be_kept(query):
        return False
    with connection.cursor() as cursor:
        cursor.execute(COUNT_SQL, [query.normalised, language, today(), today(), MOST_A_DAY])
        return cursor.rowcount == 1


def may_be_kept(query: Query) -> bool:
    """Tell whether a query is short and seems to name no person."""
    is_short = len(query.normalised) <= LONGEST and 0 < len(query.words) <= MOST_WORDS
    if not is_short or _CONTACT_DATA.search(query.text) or _FORM_OF_ADDRESS.search(query.text):
        return False
    return len(_unknown(_capitalised(query.text))) < 2


def _capitalised(text: str) -> list[str]:
    return [word for word in _CAPITALISED.findall(text) if parse(word).is_searchable]


def _unknown(words: list[str]) -> list[str]:
    """Return the words that no document has: two of them may be a first name and a last name."""
    if len(words) < 2:
        return []
    documents = SearchDocument.objects.all()
    columns = {f"known_{number}": Exists(matching(parse(word), documents)) for number, word in enumerate(words)}
    flags = ContentType.objects.annotate(**columns).values(*columns)[:1].get()
    return [word for number, word in enumerate(words) if not flags[f"known_{number}"]]
