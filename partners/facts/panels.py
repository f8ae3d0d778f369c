"""The edit form of a fact."""

from wagtail.admin.panels import FieldPanel

from portal.core.panels import pair
from portal.core.widgets import LongChecklist

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
