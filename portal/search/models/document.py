from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from portal.core.language.bilingual import LANGUAGES


class SearchDocument(models.Model):
    """What can be found of one object in one language. Derived from the object, never edited.

    No address is stored, since that moves with the page tree. `key` is the same for all languages of one thing: a
    record with columns in two languages, or two pages that are translations of one another.
    """

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    language = models.CharField(max_length=2, choices=[(code, code) for code in LANGUAGES])
    key = models.CharField(max_length=80, db_index=True)
    kind = models.CharField(max_length=40)  # of the document type: the filter of results
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    labels = models.TextField(blank=True)  # one a line: candidates for a misspelt query
    folded = models.TextField(blank=True)  # title and labels, for comparing by trigrams
    priority = models.FloatField(default=1.0)  # multiplies the rank: below 1 for what few people look for
    vector = SearchVectorField()  # A title, B labels of both languages, C summary, D body

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id", "language"], name="search_document_once"),
        ]
        indexes = [
            GinIndex(fields=["vector"], name="search_document_vector"),
            GinIndex(fields=["folded"], opclasses=["gin_trgm_ops"], name="search_document_folded"),
        ]

    def __str__(self) -> str:
        return self.title
