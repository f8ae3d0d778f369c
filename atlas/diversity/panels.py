"""The edit form of an index of diversity."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel

from portal.core.admin.panels import pair

indicator_panels = [
    pair("name", long=True),
    FieldRowPanel([FieldPanel("calculation"), FieldPanel("version"), FieldPanel("valid_from"), FieldPanel("position")]),
    pair("formula", long=True),
    pair("reading", long=True),
    pair("limits", long=True),
]
