"""Search documents of programmes with copied texts, copied inside the database."""

from django.db import connection

from portal.search.models import SearchDocument
from portal.search.registry import get_document_type
from programs.models import Program

# The columns that differ: those naming the programme, and those holding the number at the end of its name.
CHANGED = {
    "object_id": "twin.copy",
    "key": "replace(key, ':' || twin.original, ':' || twin.copy)",
    "title": "replace(title, twin.old_number, twin.new_number)",
    "folded": "replace(folded, twin.old_number, twin.new_number)",
    "vector": "ts_delete(vector, twin.old_number) || setweight(to_tsvector('simple', twin.new_number), 'A')",
}


def copy(originals: dict[Program, Program]):
    """Copy to each programme (key) the search documents of its original (value)."""
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
                [program.pk for program in originals],
                [program.pk for program in originals.values()],
                [_number(program) for program in originals],
                [_number(program) for program in originals.values()],
                get_document_type("program").content_type.pk,
            ],
        )


def _number(program: Program) -> str:
    return program.name_de.rsplit(" ", 1)[1]
