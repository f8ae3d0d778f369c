"""Queries of PostgreSQL, built word by word. All that gets there is ASCII letters and digits."""

from itertools import pairwise

from django.contrib.postgres.search import SearchQueryField
from django.db.models import BooleanField, Expression, F, Func

from portal.search.lexicon import lexicon
from portal.search.normalise import characters, folded, forms, spelt
from portal.search.vectors import MARK, side_by_side

PREFIX_FROM = 4  # letters
TITLE, HEAD, ALL = "A", "ABC", ""  # which weights of a vector count
SIMPLE, BEGINNING = "to_tsquery('simple', %s)", ":*"


class TsQuery(Expression):
    """A query as SQL with its parameters. Where it is joined by "or", `alternatives` are its parts."""

    output_field = SearchQueryField()

    def __init__(self, sql: str, parameters: tuple = (), alternatives: tuple["TsQuery", ...] = ()):
        super().__init__()
        self.sql, self.parameters, self.alternatives = sql, parameters, alternatives or (self,)

    def as_sql(self, compiler, connection):
        return self.sql, self.parameters


def matches(query: TsQuery) -> Func:
    """Return the condition that the vector of a document matches.

    The query stands in a SELECT so that PostgreSQL does not look into it before it plans. It would take the spellings
    of a word for independent of one another, expect most of all documents, and read all their vectors instead of the
    index: at 100,000 programmes two seconds instead of a tenth of one.
    """
    operator, whole = " @@ (SELECT ", "(%(expressions)s))"
    return Func(F("vector"), query, template=whole, arg_joiner=operator, output_field=BooleanField())


def any_of(queries: list[TsQuery]) -> TsQuery:
    """Return a query for what matches one of several.

    Each alternative stands there once, and none that another one's beginning covers: the index asks every one of them
    about every document.
    """
    every = _distinct([one for query in queries for one in query.alternatives])
    beginnings = [one.parameters[0].removesuffix(BEGINNING) for one in every if _is_beginning(one)]
    needed = [one for one in every if not any(_is_covered(one, beginning) for beginning in beginnings)]
    return _joined(needed, " || ", tuple(needed))


def all_of(queries: list[TsQuery]) -> TsQuery:
    return _joined(_distinct(queries), " && ")


def exact(word: str, weights: str = ALL) -> TsQuery:
    """Return a query for a whole word in any of its spellings, inflected or not."""
    if found := characters(word):
        return all_of([lexeme(character, weights) for character in found])
    stems = [_term("german", form, weights) for form in forms(word)]
    english = [_term("english", form, weights) for form in folded(word)[-1:]]
    return any_of([*stems, *english, *(lexeme(form, weights) for form in forms(word))])


def loose(word: str) -> TsQuery:
    """Return a query for a word, for what begins with it, and for the parts that it is made of."""
    found = [exact(word)]
    if not characters(word):
        found += [lexeme(form, "*") for form in forms(word) if len(form) >= PREFIX_FROM]
    if parts := lexicon().parts_of(word):
        found.append(_in_parts(parts))
    return any_of(found)


def in_a_row(words: tuple[str, ...]) -> TsQuery:
    """Return a query for words that follow one another; stop words between them do not count."""
    row = spelt(words)
    if len(row) < 2:
        return all_of([exact(word) for word in words])
    return all_of([_plain(side_by_side(*pair)) for pair in pairwise(row)])


def phrase(words: tuple[str, ...], weights: str = ALL) -> TsQuery:
    """Return the same query for ranking: it knows weights, and no index helps it."""
    if len(words) == 1:
        return exact(words[0], weights)
    suffix = f":{weights}" if weights else ""
    return TsQuery(SIMPLE, (" <-> ".join(f"{word}{suffix}" for word in spelt(words)),))


def lexeme(form: str, weights: str = ALL) -> TsQuery:
    """Return a query for one token as it stands; `*` among the weights means what begins with it."""
    return _term("simple", form, weights)


def _in_parts(parts: tuple[str, ...]) -> TsQuery:
    """Return a query for a compound in parts: side by side, or all of them where a document says what it is about."""
    return any_of([in_a_row(parts), in_a_row(parts[::-1]), all_of([_in_head(part) for part in parts])])


def _in_head(word: str) -> TsQuery:
    """Return a query for a word in title, labels or summary, inflected or not."""
    stem = "array_to_string(tsvector_to_array(to_tsvector('german', %s)), '')"
    inflected = TsQuery(f"quote_literal('{MARK}' || {stem})::tsquery", (word,))
    return any_of([inflected, _plain(f"{MARK}{word}")])


def _plain(lexeme: str) -> TsQuery:
    """Return a query for a lexeme of letters, digits, blanks and MARK, as it stands in a vector."""
    return TsQuery("%s::tsquery", (f"'{lexeme}'",))


def _term(configuration: str, form: str, weights: str) -> TsQuery:
    suffix = f":{weights}" if weights else ""
    return TsQuery(f"to_tsquery('{configuration}', %s)", (f"{form}{suffix}",))


def _is_beginning(query: TsQuery) -> bool:
    return query.sql == SIMPLE and query.parameters[0].endswith(BEGINNING)


def _is_covered(query: TsQuery, beginning: str) -> bool:
    """Tell whether all that a query finds begins so, and it is not itself what seeks this beginning."""
    if query.sql != SIMPLE or query.parameters[0] == f"{beginning}{BEGINNING}":
        return False
    return query.parameters[0].startswith(beginning)


def _distinct(queries: list[TsQuery]) -> list[TsQuery]:
    return list({(query.sql, query.parameters): query for query in queries}.values())


def _joined(queries: list[TsQuery], operator: str, alternatives: tuple[TsQuery, ...] = ()) -> TsQuery:
    if not queries:  # of a word that leaves nothing to seek, as a sign that nobody can spell: it is nowhere
        return TsQuery("''::tsquery")
    if len(queries) == 1:
        return queries[0]
    parameters = tuple(parameter for query in queries for parameter in query.parameters)
    return TsQuery(f"({operator.join(query.sql for query in queries)})", parameters, alternatives)
