"""Serves documents so that browsers never treat them as pages of this site; the forms of pictures and documents."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.documents.views.documents import EditView as DocumentEditView
from wagtail.documents.views.serve import serve
from wagtail.images.views.images import EditView as ImageEditView

from portal.core.drafts.conflicts import FormConflictMixin
from portal.media.models import PortalDocument, PortalImage

# A sandbox would disable the browser's PDF viewer.
PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
OTHER_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


def serve_document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """Answer with a document: a PDF to be shown, anything else to be saved; neither may run scripts."""
    response = serve(request, document_id, document_filename)
    if response.headers.get("Content-Encoding") == "None":  # what Wagtail writes for a file that is not compressed
        del response["Content-Encoding"]
    if "Content-Disposition" in response:
        is_pdf = response.headers.get("Content-Type") == "application/pdf"
        response["Content-Security-Policy"] = PDF_POLICY if is_pdf else OTHER_POLICY
    return response


class PictureFormView(FormConflictMixin, ImageEditView):
    """Wagtail's form of a picture, which asks before it overwrites what was saved meanwhile."""

    subject = PortalImage


class DocumentFormView(FormConflictMixin, DocumentEditView):
    """Wagtail's form of a document, likewise."""

    subject = PortalDocument
