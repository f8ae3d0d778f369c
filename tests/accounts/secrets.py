"""Secrets in every confidential text: words that only those may see who have rights on the record.

`save_secrets` plants them in one hidden record of each type, which belongs to no unit of a unit editor.
"""

from dataclasses import dataclass
from itertools import count

from django.core.files.base import ContentFile
from django.db.models import CharField, EmailField, Model, SlugField, TextField, URLField
from wagtail.models import DraftStateMixin, RevisionMixin
from wagtail.snippets.models import get_snippet_models

from partners.models import Agreement, AgreementDocument, Contact, DueDiligence, Institution, Party
from portal.core.visibility import has_visibility
from programs.models import Program
from tests import wagtail_indexes
from tests.accounts.addresses import record_of
from tests.factories import AgreementFactory, ProgramFactory, UnitFactory
from tests.index_pages import index_pages

WORD = "Geheimnis"
OWN_UNIT = "Eigene Stelle"
HIDDEN_PAGE = "geheim"  # its slug
SHORTEST = 16  # characters of a column in which a secret has room
NO_SECRETS = {"public_id", "sort_de", "sort_en", "slug_de", "slug_en", "file", "country", "publication_basis"}


@dataclass(frozen=True)
class Secret:
    model: type[Model]
    field: str
    text: str


def planted() -> list[Secret]:
    """Return the secrets, which are the same in each process."""
    numbers = count(1)
    models = [*confidential_models(), AgreementDocument, Party]
    return [Secret(model, field.name, f"zq{next(numbers):03}qz") for model in models for field in _texts(model)]


def confidential_models() -> list[type[Model]]:
    """Return the types of records that can be hidden."""
    return [model for model in get_snippet_models() if has_visibility(model)]


def _texts(model):
    fields = [field for field in model._meta.local_concrete_fields if isinstance(field, (CharField, TextField))]
    return [
        field
        for field in fields
        if not field.choices
        and field.name not in NO_SECRETS
        and (field.max_length or SHORTEST) >= SHORTEST
        and f"{field.name}_de" not in {other.name for other in fields}
    ]


def save_secrets():
    """Save one record of each type, with secrets where it can be hidden, and records of a unit that refer to them."""
    with wagtail_indexes.kept():
        records = {model: record_of(model) for model in get_snippet_models()}
        document = AgreementDocument(agreement=records[Agreement])
        document.file.save("vertrag.pdf", ContentFile(b"%PDF-1.7"), save=True)
        party = records[Agreement].parties.get()
        for model, record in [*records.items(), (AgreementDocument, document), (Party, party)]:
            _plant(model, record)
        _save_references(records)
        home = index_pages()["home", "de"]
        home.add_child(instance=type(home)(title=f"{WORD} zqpageqz", slug=HIDDEN_PAGE, live=False, locale=home.locale))


def _plant(model, record):
    values = {secret.field: _text_for(model, secret) for secret in planted() if secret.model is model}
    hidden = {"live": False} if issubclass(model, DraftStateMixin) and values else {}
    hidden |= {"stage": "draft"} if model is Agreement else {}
    model._base_manager.filter(pk=record.pk).update(**values, **hidden)
    record.refresh_from_db()
    record.save()
    if issubclass(model, RevisionMixin):
        record.save_revision()


def _text_for(model, secret):
    field = model._meta.get_field(secret.field)
    if isinstance(field, EmailField):
        return f"{secret.text}@example.org"
    if isinstance(field, URLField):
        return f"https://{secret.text}.example"
    if isinstance(field, SlugField):
        return secret.text
    return f"{WORD} {secret.text}"[: field.max_length]


def _save_references(records):
    """Save a programme and an agreement of the own unit, which refer to what is not for its editors."""
    unit = UnitFactory(name_de=OWN_UNIT)
    AgreementFactory(unit=unit, stage="draft", predecessor=records[Agreement], name_de="Eigene Vereinbarung")
    program = ProgramFactory(responsible_unit=unit, name_de="Eigenes Angebot")
    program.contacts.set([records[Contact]])
    program.related_programs.set([records[Program]])
    program.partner_institutions.set([records[Institution]])
    program.save()
    program.save_revision()
    DueDiligence.objects.filter(pk=records[DueDiligence].pk).update(institution=records[Institution])
    Party.objects.update(institution=records[Institution])
    Party.objects.filter(agreement__unit=unit).delete()
    Contact.objects.exclude(pk=records[Contact].pk).delete()


def secret_record(model: type[Model]) -> Model:
    """Return the record of a type with the secrets, or the only one."""
    texts = {secret.field: secret.text for secret in planted() if secret.model is model}
    name, text = next(iter(texts.items()), ("", ""))
    return model._base_manager.filter(**{f"{name}__contains": text} if text else {}).order_by("pk").first()
