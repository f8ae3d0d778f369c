"""The edit form of a field of research."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel

from portal.core.admin.panels import pair

field_panels = [
    pair("name", long=True),
    FieldRowPanel([FieldPanel("scheme"), FieldPanel("code")]),
    FieldPanel("parent"),
    FieldPanel("is_residual"),
]
