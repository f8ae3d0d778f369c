"""Invented certifications, memberships and guiding principles for the specimen page. They are never saved."""

from datetime import date
from typing import Any

from partners.models import GuidingPrinciple, Institution, Membership, NetworkDate
from partners.networks.selectors import name_of
from portal.core.addressing.as_of import AsOf
from portal.examples.records import example
from programs.certifications.selectors import Proof
from programs.certifications.status import CURRENT, begin, certificate_status, end
from programs.certifications.timeline import Timeline
from programs.models import Certification, CertificationScheme

DAY = date(2027, 11, 21)


def institution() -> Institution:
    return example(Institution, name=("Beispielverein", "Sample association"))


def scheme() -> CertificationScheme:
    return example(
        CertificationScheme,
        name=("Beispielsiegel", "Sample seal"),
        limits=("Ob ein Platz frei ist.", "Whether there is a free place."),
        description=("Ziele und Berichte.", "Aims and reports."),
        columns={"kind": "certificate", "theme": "family", "awarding_body": institution(), "pk": 1},
    )


def certifications() -> list[Certification]:
    """Return a certification of each public status, in the order of their beginning."""
    spans = [
        {"valid_from": "2018", "valid_until": "2020"},
        {"valid_from": "2022-01-01", "status": "withdrawn", "ended_on": "2022-06"},
        {"valid_from": "2023", "valid_until": "2026", "extended_until": "2027"},
        {"decided_on": "2026-05-04"},
        {"valid_from": "2028-01-01", "valid_until": "2030-12-31"},
    ]
    return [_certification(number, columns) for number, columns in enumerate(spans)]


def proofs() -> list[Proof]:
    first, *_middle, newest, _next = certifications()
    return [Proof(newest.scheme, newest, [first, newest])]


def timeline() -> Timeline:
    return Timeline(certifications(), DAY)


def principles() -> list[GuidingPrinciple]:
    return [
        example(GuidingPrinciple, name=("Offene Türen", "Open doors"), columns={"number": 1, "public_id": "open0000"}),
        example(GuidingPrinciple, name=("Kurze Wege", ""), columns={"number": 2, "public_id": "near0000"}),
    ]


def memberships() -> list[Membership]:
    """Return a membership that lasts, and one that has ended."""
    source = ("Beispielbericht", "Sample report")
    lasting = example(Membership, source=source, columns={"since": "2009", "institution": institution()})
    ended = example(
        Membership,
        name=("Beispielschule", "Sample school"),
        note=("Aufgegangen in einer anderen.", "Absorbed by another."),
        source=source,
        columns={"since": "2009", "until": "2024-12-31", "institution": institution(), "successor": institution()},
    )
    for membership in (lasting, ended):
        membership.label = name_of(membership)
    return [lasting, ended]


def dates() -> list[NetworkDate]:
    return [
        example(NetworkDate, text=("Ein Anfang.", "A beginning."), columns={"on": "1998"}),
        example(NetworkDate, text=("Ein Vertrag.", ""), columns={"on": "2011-11-25"}),
    ]


def days() -> list[dict[str, Any]]:
    """Return a valid requested day, and an invalid one."""
    requested_day = AsOf(date(2020, 1, 1), is_asked=True)
    return [{"as_of": requested_day, "target": "asked"}, {"as_of": AsOf(DAY, notice="as_of=abc"), "target": "ignored"}]


def _certification(number: int, columns: dict[str, Any]) -> Certification:
    certification = example(
        Certification,
        name=(f"Beispielsiegel {number + 1}", f"Sample seal {number + 1}"),
        summary=("Mit Zielen und Berichten.", "With aims and reports."),
        source=("Beispielliste", "Sample list"),
        extension_reason=("nächstes Verfahren läuft", "next round under way"),
        columns={"scheme": scheme(), "status": "held", "holder_institution": institution(), "pk": number, **columns},
    )
    certification.certificate_status = certificate_status(certification, DAY)
    certification.begin, certification.end, certification.unit = begin(certification), end(certification), None
    certification.is_current, certification.shown_add_ons = certification.certificate_status in CURRENT, []
    return certification
