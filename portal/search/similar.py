"""For queries without results: documents that look similar, and a suggested spelling."""

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import QuerySet

from portal.search.models import SearchDocument
from portal.search.normalise import chunks, first_spellings, words
from portal.search.query import Query

MIN_SIMILARITY = 0.6  # pg_trgm's default threshold of `%>`, which uses the index
MIN_SHARED = 0.75  # share of the trigrams of a word that a candidate must have
MOST_CANDIDATES = 60  # documents whose words are candidates


def similar(query: Query, visible: QuerySet[SearchDocument]) -> QuerySet[SearchDocument]:
    """Return the documents whose title or labels look like the query, the most similar first."""
    text = " ".join(first_spellings(query.words))
    similarity = TrigramWordSimilarity(text, "folded")
    documents = visible.filter(folded__trigram_word_similar=text).annotate(similarity=similarity)
    return documents.filter(similarity__gte=MIN_SIMILARITY).order_by("-similarity", "title", "pk")


def suggested_spelling(query: Query, documents: list[SearchDocument]) -> str:
    """Return the query with each word as similar documents spell it; "" where a word has no candidate."""
    candidates = {word for document in documents for word in _words(document)}
    spellings = [_nearest(word, candidates) for word in query.words]
    return " ".join(spellings) if all(spellings) else ""


def _words(document: SearchDocument) -> set[str]:
    text = f"{document.title} {document.labels}"
    return {word.strip(".,;:!?()„“”\"'") for word in text.split() if chunks(word)}


def _nearest(word: str, candidates: set[str]) -> str:
    """Return the candidate with most of the word's trigrams and fewest others; "" where none shares MIN_SHARED."""
    trigrams, ratings = _trigrams(word), []
    for candidate in sorted(candidates):
        others = _trigrams(candidate)
        if trigrams and len(trigrams & others) / len(trigrams) >= MIN_SHARED:
            ratings.append((len(trigrams & others) / len(trigrams | others), candidate))
    return max(ratings, default=(0, ""))[1]


def _trigrams(word: str) -> set[str]:
    """Return the trigrams of a word as pg_trgm makes them: with two blanks before and one after."""
    letters = "".join(first_spellings(words(word)))
    padded = f"  {letters} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)} if letters else set()
