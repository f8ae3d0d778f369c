"""Files of agreements, handed out one by one to whoever may have them; and gone when nothing names them any more."""

from django.db import transaction
from django.db.models.signals import post_delete, pre_save
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from partners.agreements.permissions import agreement_policy
from partners.models import Agreement, AgreementDocument
from portal.core.rights.refusal import refusal_response
from portal.core.visibility import public

# No browser shall run it, keep it or guess what it is.
HEADERS = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


@require_safe
def agreement_document(request, public_id):
    """Answer with a file: to everybody where it is not internal and its agreement is public, else to staff who may
    read the agreement. To others it is not there; to staff of other units, not theirs."""
    documents = AgreementDocument.objects.select_related("agreement")
    document = documents.filter(public_id=public_id).first()
    if document is None:
        raise Http404
    if not _is_public(document) and not _may_read(request.user, document.agreement):
        if request.user.is_authenticated and request.user.has_perm("wagtailadmin.access_admin"):
            return refusal_response(request)
        raise Http404
    try:
        file = document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(file, as_attachment=True, filename=document.file_name, headers=HEADERS)


def _is_public(document: AgreementDocument) -> bool:
    return not document.is_internal and public(Agreement.objects.filter(pk=document.agreement_id)).exists()


def _may_read(user, agreement: Agreement) -> bool:
    return agreement_policy().user_has_any_permission_for_instance(user, ["change", "view"], agreement)


def watch():
    """Remove files from the disk once nothing names them: on deleting, and on putting another one in their place."""
    post_delete.connect(_remove_deleted, AgreementDocument)
    pre_save.connect(_remove_replaced, AgreementDocument)


def _remove_deleted(sender, instance, **_signal):
    _remove(instance.file)


def _remove_replaced(sender, instance, **_signal):
    stored = AgreementDocument.objects.filter(pk=instance.pk).first() if instance.pk else None
    if stored and stored.file != instance.file:
        _remove(stored.file)


def _remove(file):
    if file:
        transaction.on_commit(lambda: file.storage.delete(file.name))
