"""From what somebody typed to a query of PostgreSQL. Raw text never gets there: only ASCII letters and digits do."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib.postgres.search import SearchQueryField
from django.db.models import BooleanField, Expression, F, Func
from django.utils.translation import gettext as _

from portal.search.lexicon import lexicon
from portal.search.normalise import characters, chunks, folded, forms

LONGEST = 200  # characters
MOST_WORDS = 12
LONGEST_PHRASE = 5  # words in which a synonym is looked for
PREFIX_FROM = 4  # letters


class TsQuery(Expression):
    """A query made of parts; `&` and `|` join two."""

    output_field = SearchQueryField()

    def __init__(self, sql: str, parameters: tuple = ()):
        super().__init__()
        self.sql, self.parameters = sql, parameters

    def __and__(self, other):
        return TsQuery(f"({self.sql} && {other.sql})", (*self.parameters, *other.parameters))

    def __or__(self, other):
        return TsQuery(f"({self.sql} || {other.sql})", (*self.parameters, *other.parameters))

    def as_sql(self, compiler, connection):
        return self.sql, self.parameters


def matches(query: TsQuery) -> Func:
    """Return the condition that the vector of a document matches."""
    return Func(F("vector"), query, template="(%(expressions)s)", arg_joiner=" @@ ", output_field=BooleanField())


@dataclass(frozen=True)
class Query:
    """What somebody seeks. `chunks` are its words, each in the parts between its hyphens."""

    text: str
    chunks: tuple[tuple[str, ...], ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def is_searchable(self) -> bool:
        return bool(self.chunks)

    @property
    def words(self) -> list[str]:
        return [part for parts in self.chunks for part in parts]

    @property
    def normalised(self) -> str:
        return " ".join("-".join(parts) for parts in self.chunks)

    @cached_property
    def steps(self) -> list[tuple[TsQuery, TsQuery]]:
        """Return for each word or known phrase: what a document must match, and what it is ranked by."""
        found, place = [], 0
        while place < len(self.chunks):
            length, step = self._phrase(place)
            found.append(step or self._word(place))
            place += length
        return found

    @property
    def condition(self) -> TsQuery:
        """Return what a document must match: every word, each in any of its spellings."""
        return _all([condition for condition, _rank in self.steps])

    @property
    def rank(self) -> TsQuery:
        """Return what a document is ranked by: whole words only, so that beginnings of other words come last.

        All joined by "or": for "and", PostgreSQL would compare each word with each other one, at great length.
        """
        return _any([rank for _condition, rank in self.steps])

    @cached_property
    def sought(self) -> set[str]:
        """Return the spellings that highlighting looks for."""
        spellings = {form for word in (*self.words, *self._synonyms()) for form in forms(word)}
        joined = {form for parts in self.chunks if len(parts) > 1 for form in forms("".join(parts))}
        return spellings | joined | {character for word in self.words for character in characters(word)}

    def _synonyms(self):
        for place in range(len(self.chunks)):
            for member in self._members(place)[1]:
                yield from member

    def _members(self, place: int):
        """Return how many words at `place` make the longest phrase with synonyms, and these."""
        for length in range(min(LONGEST_PHRASE, len(self.chunks) - place), 0, -1):
            phrase = [part for parts in self.chunks[place : place + length] for part in parts]
            if members := lexicon().members(phrase):
                return length, members
        return 1, ()

    def _phrase(self, place: int):
        length, members = self._members(place)
        if not members:
            return 1, None
        exact = _any([_phrase(member) for member in members])
        condition, rank = self._word(place) if length == 1 else (exact, exact)
        return length, (condition | exact, rank | exact)

    def _word(self, place: int) -> tuple[TsQuery, TsQuery]:
        parts = self.chunks[place]
        joined = [_exact("".join(pair)) for pair in self._pairs(place)]
        if len(parts) > 1:
            whole = [_exact("".join(parts)), *joined]
            return _any([_all([_loose(part) for part in parts]), *whole]), _any([*map(_exact, parts), *whole])
        return _any([_loose(parts[0]), *joined]), _any([_exact(parts[0]), *joined])

    def _pairs(self, place: int):
        """Yield a word with its neighbours: what is written in two words here may be one there."""
        for first in (place - 1, place):
            if 0 <= first < len(self.chunks) - 1:
                yield (*self.chunks[first], *self.chunks[first + 1])


def parse(text: str) -> Query:
    """Return the query that somebody means, cut to a bearable length; `notices` say what was cut."""
    notices = []
    if len(text) > LONGEST:
        notices.append(_("Only the first %(number)s characters are read.") % {"number": LONGEST})
    spelt = [tuple(part for part in parts if folded(part)) for parts in chunks(text[:LONGEST])]
    found = [parts for parts in spelt if parts]
    if len(found) > MOST_WORDS:
        notices.append(_("Only the first %(number)s words are read.") % {"number": MOST_WORDS})
    return Query(text[:LONGEST], tuple(parts[:MOST_WORDS] for parts in found[:MOST_WORDS]), tuple(notices))


def _exact(word: str) -> TsQuery:
    """Return a query for a whole word in any of its spellings, inflected or not."""
    if found := characters(word):
        return _all([_lexeme(character) for character in found])
    stems = [_stem("german", form) for form in forms(word)]
    return _any([*stems, _stem("english", folded(word)[-1]), *map(_lexeme, forms(word))])


def _loose(word: str) -> TsQuery:
    """Return a query for a word, for what begins with it, and for the parts that it is made of."""
    found = [_exact(word)]
    if not characters(word):
        found += [_lexeme(f"{form}:*") for form in forms(word) if len(form) >= PREFIX_FROM]
    if parts := lexicon().parts_of(word):
        found.append(_all([_any([_stem("german", part), _lexeme(part)]) for part in parts]))
    return _any(found)


def _phrase(member: tuple[str, ...]) -> TsQuery:
    """Return a query for words that follow one another."""
    if len(member) == 1:
        return _exact(member[0])
    spelt = [found[0] for word in member if (found := folded(word))]
    return _lexeme(" <-> ".join(spelt))


def _stem(configuration: str, form: str) -> TsQuery:
    return TsQuery(f"plainto_tsquery('{configuration}', %s)", (form,))


def _lexeme(form: str) -> TsQuery:
    return TsQuery("to_tsquery('simple', %s)", (form,))


def _any(queries: list[TsQuery]) -> TsQuery:
    return _joined(queries, " || ")


def _all(queries: list[TsQuery]) -> TsQuery:
    return _joined(queries, " && ")


def _joined(queries: list[TsQuery], operator: str) -> TsQuery:
    distinct = list({(query.sql, query.parameters): query for query in queries}.values())
    if len(distinct) == 1:
        return distinct[0]
    parameters = tuple(parameter for query in distinct for parameter in query.parameters)
    return TsQuery(f"({operator.join(query.sql for query in distinct)})", parameters)
