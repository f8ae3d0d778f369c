"""Where nothing matches: what looks alike, and what may have been meant."""

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import QuerySet

from portal.search.models import SearchDocument
from portal.search.normalise import chunks, spelt, words
from portal.search.query import Query

ALIKE = 0.6  # pg_trgm's own threshold for `%>`, which its index serves
MEANT = 0.75  # share of the trigrams of a word
LOOKED_AT = 60  # documents whose words are candidates


def similar(query: Query, visible: QuerySet[SearchDocument]) -> QuerySet[SearchDocument]:
    """Return documents whose title or labels look like the query, those that do most first."""
    text = " ".join(spelt(query.words))
    likeness = TrigramWordSimilarity(text, "folded")
    alike = visible.filter(folded__trigram_word_similar=text).annotate(likeness=likeness)
    return alike.filter(likeness__gte=ALIKE).order_by("-likeness", "title", "pk")


def meant(query: Query, alike: list[SearchDocument]) -> str:
    """Return the query with each word as similar documents spell it; nothing where a word has no such candidate."""
    candidates = {word for document in alike for word in _spellings(document)}
    found = [_nearest(word, candidates) for word in query.words]
    return " ".join(found) if all(found) else ""


def _spellings(document: SearchDocument) -> set[str]:
    text = f"{document.title} {document.labels}"
    return {word.strip(".,;:!?()„“”\"'") for word in text.split() if chunks(word)}


def _nearest(word: str, candidates: set[str]) -> str:
    """Return the candidate that has most of the word's trigrams and fewest others; nothing below MEANT."""
    mine, rated = _trigrams(word), []
    for one in sorted(candidates):
        theirs = _trigrams(one)
        if mine and len(mine & theirs) / len(mine) >= MEANT:
            rated.append((len(mine & theirs) / len(mine | theirs), one))
    return max(rated, default=(0, ""))[1]


def _trigrams(word: str) -> set[str]:
    """Return the letters of a word by threes, as pg_trgm does: two blanks before it, one behind."""
    letters = "".join(spelt(words(word)))
    padded = f"  {letters} "
    return {padded[place : place + 3] for place in range(len(padded) - 2)} if letters else set()
