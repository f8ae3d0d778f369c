"""The edit form of a fact."""

from wagtail.admin.panels import FieldPanel

from portal.core.admin.panels import pair
from portal.core.admin.widgets import LongChecklist

fact_panels = [
    pair("statement", long=True),
    pair("value"),
    pair("unit", long=True),
    FieldPanel("as_of"),
    pair("as_of_note", long=True),
    pair("source", long=True),
    FieldPanel("source_url"),
    FieldPanel("conflicts_with", widget=LongChecklist),
]
