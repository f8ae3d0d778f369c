"""Queries for PostgreSQL (tsquery), built word by word from ASCII letters and digits."""

from itertools import pairwise

from django.contrib.postgres.search import SearchQueryField
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Expression, F, Func
from django.db.models.sql.compiler import SQLCompiler

from portal.search.lexicon import lexicon
from portal.search.normalise import cjk_tokens, first_spellings, folded, forms
from portal.search.vectors import MARK, pair_lexeme

PREFIX_FROM = 4  # letters
TITLE, HEAD, ALL = "A", "ABC", ""  # the weights of a vector that count
SIMPLE, PREFIX = "to_tsquery('simple', %s)", ":*"


class TsQuery(Expression):
    """A query as SQL with its parameters. `alternatives` are its parts where it is joined by "or"."""

    output_field = SearchQueryField()

    def __init__(self, sql: str, parameters: tuple = (), alternatives: tuple["TsQuery", ...] = ()) -> None:
        super().__init__()
        self.sql, self.parameters, self.alternatives = sql, parameters, alternatives or (self,)

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple]:
        return self.sql, self.parameters


def matches(query: TsQuery) -> Func:
    """Return the condition that the vector of a document matches.

    The query is wrapped in a SELECT so that the planner does not see it. Otherwise PostgreSQL takes the spellings of a
    word for independent of one another, expects most documents to match, and reads all vectors instead of the index:
    at 100,000 programmes that is two seconds instead of a tenth of one.
    """
    operator, template = " @@ (SELECT ", "(%(expressions)s))"
    return Func(F("vector"), query, template=template, arg_joiner=operator, output_field=BooleanField())


def any_of(queries: list[TsQuery]) -> TsQuery:
    """Return a query for documents that match one of several queries.

    Duplicates are left out, and so are words that the prefix of another alternative covers: the index checks every
    alternative for every document.
    """
    alternatives = _distinct([alternative for query in queries for alternative in query.alternatives])
    prefixes = [query.parameters[0].removesuffix(PREFIX) for query in alternatives if _is_prefix(query)]
    needed = [query for query in alternatives if not any(_is_covered(query, prefix) for prefix in prefixes)]
    return _joined(needed, " || ", tuple(needed))


def all_of(queries: list[TsQuery]) -> TsQuery:
    """Return a query for documents that match each of several queries."""
    return _joined(_distinct(queries), " && ")


def exact(word: str, weights: str = ALL) -> TsQuery:
    """Return a query for a whole word in any of its spellings, inflected or not."""
    if tokens := cjk_tokens(word):
        return all_of([lexeme(token, weights) for token in tokens])
    stems = [_term("german", form, weights) for form in forms(word)]
    english = [_term("english", form, weights) for form in folded(word)[-1:]]
    return any_of([*stems, *english, *(lexeme(form, weights) for form in forms(word))])


def loose(word: str) -> TsQuery:
    """Return a query for a word, for words that begin with it, and for the parts of a compound."""
    alternatives = [exact(word)]
    if not cjk_tokens(word):
        alternatives += [lexeme(form, "*") for form in forms(word) if len(form) >= PREFIX_FROM]
    if parts := lexicon().parts_of(word):
        alternatives.append(_in_parts(parts))
    return any_of(alternatives)


def adjacent(words: tuple[str, ...]) -> TsQuery:
    """Return a query for words that follow one another; stop words between them do not count."""
    spellings = first_spellings(words)
    if len(spellings) < 2:
        return all_of([exact(word) for word in words])
    return all_of([_literal(pair_lexeme(*pair)) for pair in pairwise(spellings)])


def phrase(words: tuple[str, ...], weights: str = ALL) -> TsQuery:
    """Return the query of `adjacent` for ranking: it supports weights and cannot use the index."""
    if len(words) == 1:
        return exact(words[0], weights)
    suffix = f":{weights}" if weights else ""
    return TsQuery(SIMPLE, (" <-> ".join(f"{word}{suffix}" for word in first_spellings(words)),))


def lexeme(form: str, weights: str = ALL) -> TsQuery:
    """Return a query for one token as it is; with `*` among the weights, for all tokens that begin with it."""
    return _term("simple", form, weights)


def _in_parts(parts: tuple[str, ...]) -> TsQuery:
    """Return a query for the parts of a compound: next to one another, or all in title, labels and summary."""
    return any_of([adjacent(parts), adjacent(parts[::-1]), all_of([_in_head(part) for part in parts])])


def _in_head(word: str) -> TsQuery:
    """Return a query for a word in title, labels or summary, inflected or not."""
    stem = "array_to_string(tsvector_to_array(to_tsvector('german', %s)), '')"
    inflected = TsQuery(f"quote_literal('{MARK}' || {stem})::tsquery", (word,))
    return any_of([inflected, _literal(f"{MARK}{word}")])


def _literal(lexeme: str) -> TsQuery:
    """Return a query for a lexeme of letters, digits, blanks and MARK, without parsing it."""
    return TsQuery("%s::tsquery", (f"'{lexeme}'",))


def _term(configuration: str, form: str, weights: str) -> TsQuery:
    suffix = f":{weights}" if weights else ""
    return TsQuery(f"to_tsquery('{configuration}', %s)", (f"{form}{suffix}",))


def _is_prefix(query: TsQuery) -> bool:
    return query.sql == SIMPLE and query.parameters[0].endswith(PREFIX)


def _is_covered(query: TsQuery, prefix: str) -> bool:
    """Tell whether everything that a query matches begins with a prefix, and it is not the query for that prefix."""
    if query.sql != SIMPLE or query.parameters[0] == f"{prefix}{PREFIX}":
        return False
    return query.parameters[0].startswith(prefix)


def _distinct(queries: list[TsQuery]) -> list[TsQuery]:
    return list({(query.sql, query.parameters): query for query in queries}.values())


def _joined(queries: list[TsQuery], operator: str, alternatives: tuple[TsQuery, ...] = ()) -> TsQuery:
    if not queries:  # the word has no spelling in ASCII: it matches nothing
        return TsQuery("''::tsquery")
    if len(queries) == 1:
        return queries[0]
    parameters = tuple(parameter for query in queries for parameter in query.parameters)
    return TsQuery(f"({operator.join(query.sql for query in queries)})", parameters, alternatives)
