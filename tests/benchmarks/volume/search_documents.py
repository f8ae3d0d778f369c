"""Search documents of programmes that say what another one says, written by the database alone."""

from django.db import connection

from portal.search.models import SearchDocument
from portal.search.registry import get_document_type
from programs.models import Program

# What differs: whose it is, and the number at the end of the name.
CHANGED = {
    "object_id": "twin.copy",
    "key": "replace(key, ':' || twin.original, ':' || twin.copy)",
    "title": "replace(title, twin.old_number, twin.new_number)",
    "folded": "replace(folded, twin.old_number, twin.new_number)",
    "vector": "ts_delete(vector, twin.old_number) || setweight(to_tsvector('simple', twin.new_number), 'A')",
}


def copy(originals: dict[Program, Program]):
    """Give each programme the documents of the other one that stands behind it."""
    columns = [field.column for field in SearchDocument._meta.concrete_fields if not field.primary_key]
    values = ", ".join(CHANGED.get(column, column) for column in columns)
    numbers = "unnest(%s::bigint[], %s::bigint[], %s::text[], %s::text[])"
    table = SearchDocument._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} "
            f"FROM {numbers} AS twin (copy, original, new_number, old_number) "
            f"JOIN {table} ON content_type_id = %s AND object_id = twin.original",
            [
                [one.pk for one in originals],
                [one.pk for one in originals.values()],
                [_number(one) for one in originals],
                [_number(one) for one in originals.values()],
                get_document_type("program").content_type.pk,
            ],
        )


def _number(program: Program) -> str:
    return program.name_de.rsplit(" ", 1)[1]
