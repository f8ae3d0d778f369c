"""The files of agreements: served one by one to those who may read them, and deleted with their rows."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.db.models.signals import post_delete, pre_save
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from partners.agreements.permissions import agreement_policy
from partners.models import Agreement, AgreementDocument
from portal.accounts.models import User
from portal.accounts.second_factor import asks_for_second_factor
from portal.core.rights.refusal import refusal_response
from portal.core.visibility import public

# Browsers must not execute a file, store it or guess its type.
HEADERS = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


@require_safe
def agreement_document(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Return a file as a download.

    Everybody may have it if it is not internal and its agreement is public; otherwise only staff who may read the
    agreement. Other staff are refused, a session without its second factor is asked for it, and for everybody else
    this raises Http404.
    """
    documents = AgreementDocument.objects.select_related("agreement")
    document = documents.filter(public_id=public_id).first()
    if document is None:
        raise Http404
    if not _is_public(document) and not _may_read(request.user, document.agreement):
        if request.user.is_authenticated and request.user.has_perm("wagtailadmin.access_admin"):
            return refusal_response(request)
        if challenge := asks_for_second_factor(request):
            return challenge
        raise Http404
    try:
        file = document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(file, as_attachment=True, filename=document.file_name, headers=HEADERS)


def _is_public(document: AgreementDocument) -> bool:
    return not document.is_internal and public(Agreement.objects.filter(pk=document.agreement_id)).exists()


def _may_read(user: User | AnonymousUser, agreement: Agreement) -> bool:
    return agreement_policy().user_has_any_permission_for_instance(user, ["change", "view"], agreement)


def watch() -> None:
    """Connect the signals that delete a file from the storage when its row is deleted or gets another file."""
    post_delete.connect(_remove_deleted, AgreementDocument)
    pre_save.connect(_remove_replaced, AgreementDocument)


def _remove_deleted(sender: type[Model], instance: AgreementDocument, **_signal: Any) -> None:
    _remove(instance.file)


def _remove_replaced(sender: type[Model], instance: AgreementDocument, **_signal: Any) -> None:
    stored = AgreementDocument.objects.filter(pk=instance.pk).first() if instance.pk else None
    if stored and stored.file != instance.file:
        _remove(stored.file)


def _remove(file: FieldFile) -> None:
    if name := file.name:
        transaction.on_commit(lambda: file.storage.delete(name))
