from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from portal.chrome.navigation import Chrome


def chrome(request: HttpRequest) -> dict[str, Any]:
    """Return `chrome`, the menus and links around the content, which is read when a template first uses it."""
    return {"chrome": SimpleLazyObject(lambda: Chrome(request.path, is_demo=settings.DEMO))}
