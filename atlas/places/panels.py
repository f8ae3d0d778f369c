"""The edit forms of cities and research institutions."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel

from atlas.models import ResearchSite
from portal.core.admin.panels import children, pair

city_panels = [
    pair("name"),
    FieldRowPanel([FieldPanel("notation"), FieldPanel("position")]),
    FieldRowPanel([FieldPanel("map_x"), FieldPanel("map_y")]),
]
institution_panels = [
    pair("name", long=True),
    FieldRowPanel([FieldPanel("kind"), FieldPanel("founding_year")]),
    children(ResearchSite, "sites", [FieldPanel("city")], min_num=1),
    FieldRowPanel([FieldPanel("institution"), FieldPanel("website")]),
    pair("source", long=True),
    pair("note", long=True),
]
