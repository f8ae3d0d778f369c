from typing import Any

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Applies another policy to Wagtail's admin, which uses inline scripts and styles, but not to its previews."""

    def process_response(self, request: HttpRequest, response: Any) -> HttpResponseBase:
        is_preview = getattr(request, "is_preview", False) or "/preview/" in request.path_info
        if request.path_info.startswith("/admin/") and not is_preview:
            response._csp_config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        return super().process_response(request, response)
