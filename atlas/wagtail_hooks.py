from wagtail.snippets.models import register_snippet

from atlas.viewsets import AtlasGroup

register_snippet(AtlasGroup)
