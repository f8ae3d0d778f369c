"""Makes the value of a StreamField from the blocks of a content file."""

import re
from collections.abc import Iterable
from typing import Any

from django.core.files.images import ImageFile
from django.core.files.storage import Storage
from django.db.models import Model
from wagtail.models import Page

from partners.models import Contact, Fact, Network
from portal.core.models import Identified
from portal.core.pages.index_page import record_url
from portal.demo.loading import matching
from portal.demo.loading.content import FOLDER, columns
from portal.media.models import PortalImage
from programs.models import CertificationScheme, Kind, LifeSituation, Program

_TO_PAGE = re.compile(r'<a page="([^"]+)">')
_TO_PROGRAM = re.compile(r'<a program="([^"]+)">')


def blocks(rows: list[dict], language: str, pages: dict) -> list[dict]:
    """Return the raw value of a StreamField; `pages` is {(key, language): page}."""
    makers = {
        "text": lambda row: _html(row["html"], language, pages),
        "quote": lambda row: {"text": row["text"], "source": row["source"]},
        "notice": lambda row: {"heading": row["heading"], "text": _html(row["text"], language, pages)},
        "image": lambda row: _picture(row, language),
        "accordion": lambda row: {
            "heading": row["heading"],
            "parts": _parts(row, ("question", "answer"), language, pages),
        },
        "steps": lambda row: {"heading": row["heading"], "steps": _parts(row, ("title", "text"), language, pages)},
        "table": _table,
        "video": _video,
        "program_list": _program_list,
        "contacts": lambda row: {
            "heading": row["heading"],
            "chosen": _keys(_by_key(Contact, "contact", row["contacts"])),
        },
        "links": lambda row: {"heading": row["heading"], "links": _links(row["items"], language, pages)},
        "programs": lambda row: {"heading": row["heading"], "chosen": _keys(_programs(row["programs"]))},
        "certifications": lambda row: {
            **columns(row, "heading", "text"),
            "chosen": _keys(_by_key(CertificationScheme, "scheme", row["schemes"])),
        },
        "principles": lambda row: {
            **columns(row, "heading", "text"),
            "network": _keys(_by_key(Network, "network", [row["network"]]))[0],
        },
        "atlas": lambda row: columns(row, "heading", "text"),
        "facts": lambda row: {"heading": row["heading"], "chosen": _keys(_by_key(Fact, "fact", row["facts"]))},
    }
    return [{"type": row["type"], "value": makers[row["type"]](row)} for row in rows]


def _html(text: str, language: str, pages: dict) -> str:
    text = _TO_PAGE.sub(lambda match: f'<a linktype="page" id="{_target(match[1], language, pages).pk}">', text.strip())
    return _TO_PROGRAM.sub(lambda match: f'<a href="{record_url(_programs([match[1]])[0], language)}">', text)


def _target(key: str, language: str, pages: dict) -> Page:
    """Return the page in this language, or in German where it has no other."""
    return pages.get((key, language)) or pages[key, "de"]


def _links(rows: list[dict], language: str, pages: dict) -> list[dict]:
    return [_link(row, language, pages) for row in rows]


def _link(row: dict, language: str, pages: dict) -> dict:
    page = _target(row["page"], language, pages).pk if "page" in row else None
    return {"page": page, "url": row.get("url", ""), "text": row["text"], "description": row.get("description", "")}


def _picture(row: dict, language: str) -> dict:
    image = PortalImage.objects.filter(title=row["file"]).first() or _upload(row["file"])
    if not getattr(image, f"credit_{language}"):
        setattr(image, f"credit_{language}", row.get("credit", ""))
        image.save()
    value = {"image": image.pk, "alt_text": row["alt"], "decorative": False}
    return {"image": value, "caption": row.get("caption", "")}


def _upload(name: str) -> PortalImage:
    image: Any = PortalImage(title=name)
    _remove_left_over(image.file.storage, image.file.field.generate_filename(image, name))
    with (FOLDER / name).open("rb") as file:
        image.file = ImageFile(file, name=name)
        image.save()
    return image


def _remove_left_over(storage: Storage, path: str) -> None:
    """Remove the file of a load that was killed: its row was never committed, and the file would stay for ever."""
    if storage.exists(path) and not PortalImage.objects.filter(file=path).exists():
        storage.delete(path)


def _programs(slugs: list[str]) -> list[Program]:
    programs = {program.slug_de: program for program in Program.objects.filter(slug_de__in=slugs)}
    return [programs[slug] for slug in slugs]


def _by_key(model: type[Identified], name: str, keys: list[str]) -> list:
    records = matching.by_key(model, name)
    return [records[key] for key in keys]


def _parts(row: dict, names: tuple[str, str], language: str, pages: dict) -> list[dict]:
    title, text = names
    return [{title: item[title], text: _html(item[text], language, pages)} for item in row["items"]]


def _table(row: dict) -> dict:
    headings = [{"type": kind, "heading": heading} for kind, heading in row["columns"]]
    return {"caption": row["caption"], "columns": headings, "rows": [{"values": cells} for cells in row["rows"]]}


def _video(row: dict) -> dict:
    values = {name: row[name] for name in ("heading", "title", "url", "minutes", "language")}
    return {**values, "has_captions": row["captions"], "has_sign_language": row["sign_language"]}


def _program_list(row: dict) -> dict:
    situation = LifeSituation.objects.filter(notation=row.get("situation")).first()
    kind = Kind.objects.filter(notation=row.get("kind")).first()
    filters = {"situation": situation and situation.pk, "kind": kind and kind.pk}
    return {"heading": row["heading"], "number": row["number"], **filters}


def _keys(records: Iterable[Model]) -> list[int]:
    return [record.pk for record in records]
