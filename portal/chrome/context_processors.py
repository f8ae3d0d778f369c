from django.conf import settings
from django.utils.functional import SimpleLazyObject

from portal.chrome.navigation import Chrome


def chrome(request):
    """Give every template what surrounds the content; nothing is read until one asks for it."""
    return {"chrome": SimpleLazyObject(lambda: Chrome(request.path, is_demo=settings.DEMO))}
