"""Remembers what was sought and not found, so that editors can write it or name it as a synonym.

Nothing about the reader is kept, and nothing that may name a person: rather too little than too much.
"""

import re

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Exists

from portal.core.moment import today
from portal.search.query import Query, parse
from portal.search.selectors import found

LONGEST = 80  # characters
MOST_WORDS = 6
MOST_A_DAY = 1000  # different queries: a machine that types at random shall not fill the table
COUNT = """
    INSERT INTO search_missedquery (query, language, day, count)
    SELECT %s, %s, %s, 1 WHERE (SELECT count(*) FROM search_missedquery WHERE day = %s) < %s
    ON CONFLICT (query, language, day) DO UPDATE SET count = search_missedquery.count + 1
"""
_TELLING = re.compile(r"@|://|www\.|\d{5,}|(?:\d[\s/.-]?){5,}", re.IGNORECASE)
_FORM_OF_ADDRESS = re.compile(r"\b(frau|herrn?|dr|prof|mrs?|ms|mx|miss)\b", re.IGNORECASE)
_CAPITALISED = re.compile(r"\b[^\W\d_a-zäöüß][^\W\d_]+\b")


def remember(query: Query, language: str) -> bool:
    """Count a query that found nothing; return whether that was done."""
    if not may_be_kept(query):
        return False
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [query.normalised, language, today(), today(), MOST_A_DAY])
        return cursor.rowcount == 1


def may_be_kept(query: Query) -> bool:
    """Tell whether a query names nobody, as far as one can see."""
    is_short = len(query.normalised) <= LONGEST and 0 < len(query.words) <= MOST_WORDS
    if not is_short or _TELLING.search(query.text) or _FORM_OF_ADDRESS.search(query.text):
        return False
    return len(_unknown(_capitalised(query.text))) < 2


def _capitalised(text: str) -> list[str]:
    return [word for word in _CAPITALISED.findall(text) if parse(word).is_searchable]


def _unknown(words: list[str]) -> list[str]:
    """Return the words that nothing here has: two of them may be somebody's first name and last name."""
    if len(words) < 2:
        return []
    columns = {f"known_{place}": Exists(found(parse(word))) for place, word in enumerate(words)}
    known = ContentType.objects.annotate(**columns).values(*columns)[:1].get()
    return [word for place, word in enumerate(words) if not known[f"known_{place}"]]
