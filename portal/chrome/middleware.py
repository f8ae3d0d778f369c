from csp.middleware import CSPMiddleware
from django.conf import settings


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The public policy has no exception; Wagtail's admin, which still writes inline script and style, has its own."""

    def process_response(self, request, response):
        is_preview = getattr(request, "is_preview", False) or "/preview/" in request.path_info
        if request.path_info.startswith("/admin/") and not is_preview:
            response._csp_config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        return super().process_response(request, response)
