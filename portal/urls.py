from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve as serve_file
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import authenticate_with_password

from partners.agreements.files import agreement_document
from portal.chrome import views
from portal.core.language.path import redirect_to_home
from portal.core.pages.routing import serve
from portal.media.avatars import CheckedAccountView
from portal.media.views import serve_document
from portal.specimen.views import specimen_page
from portal.translation.views import request_translation

handler400 = views.bad_request
handler404 = views.not_found
handler500 = views.server_error

to_log_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("", redirect_to_home),
    # Before Wagtail's own log-in, which asks for a password only.
    path("admin/login/", to_log_in),
    path("admin/account/", require_admin_access(CheckedAccountView.as_view()), name="wagtailadmin_account"),
    path("admin/", include(wagtailadmin_urls)),
    path("account/", include("portal.accounts.urls")),
    path("documents/<int:document_id>/<path:document_filename>", serve_document, name="wagtaildocs_serve"),
    path("documents/agreements/<slug:public_id>/", agreement_document, name="agreement_document"),
    path("documents/", include(wagtaildocs_urls)),
    path("livez", views.livez),
    path("readyz", views.readyz),
    path("robots.txt", views.robots_txt),
    path("sitemap.xml", views.sitemap_xml, name="sitemap"),
    *i18n_patterns(
        path("specimen/", specimen_page, name="specimen"),
        path("translation-requests/<int:pk>/", request_translation, name="request_translation"),
        # In place of Wagtail's addresses, by whose names it reverses them. Its log-in knows no second factor.
        path("_util/login/", to_log_in, name="wagtailcore_login"),
        path(
            "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
            authenticate_with_password,
            name="wagtailcore_authenticate_with_password",
        ),
        re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
    ),
]

if settings.SERVE_MEDIA:
    # Images only: documents have an address of their own, with headers that tell browsers how to treat them.
    image_pattern = rf"^{settings.MEDIA_URL.lstrip('/')}(?P<path>(?:original_images|images|avatar_images)/.+)$"
    urlpatterns.insert(0, re_path(image_pattern, serve_file, {"document_root": settings.MEDIA_ROOT}))
