from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from portal.core.bilingual import LANGUAGES


class SearchDocument(models.Model):
    """What can be found of one object in one language. Written from the object; nothing here is edited.

    No address is stored: it moves with the tree. `key` is the same for all languages of one thing, be it a record
    with two columns or two pages that translate one another.
    """

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    language = models.CharField(max_length=2, choices=[(code, code) for code in LANGUAGES])
    key = models.CharField(max_length=80, db_index=True)
    kind = models.CharField(max_length=40)  # of the document type, for the filter of results
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    labels = models.TextField(blank=True)  # what a misspelt query may have meant, one label a line
    folded = models.TextField(blank=True)  # title and labels, for comparing letters
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

    def __str__(self):
        return self.title
