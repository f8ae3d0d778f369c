"""The edit forms of figures, and of what they refer to: measures and sources."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel

from portal.core.admin.panels import pair

source_panels = [
    pair("name", long=True),
    pair("publisher"),
    FieldRowPanel([FieldPanel("as_of"), FieldPanel("url")]),
    pair("note", long=True),
    pair("licence", long=True),
    FieldPanel("licence_url"),
]
measure_panels = [
    pair("name", long=True),
    FieldRowPanel([FieldPanel("notation"), FieldPanel("position")]),
    pair("unit"),
    FieldRowPanel([FieldPanel("counting"), FieldPanel("level"), FieldPanel("decimals")]),
    FieldPanel("parts_of"),
    pair("method", long=True),
]
observation_panels = [
    FieldRowPanel([FieldPanel("institution"), FieldPanel("city")]),
    FieldRowPanel([FieldPanel("measure"), FieldPanel("field")]),
    FieldRowPanel([FieldPanel("first_year"), FieldPanel("last_year"), FieldPanel("value")]),
    FieldRowPanel([FieldPanel("source"), FieldPanel("taken_on"), FieldPanel("status")]),
    pair("note", long=True),
]
