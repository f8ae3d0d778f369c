"""Example data for every component in `templates/components/`: a list of contexts for its template."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace as Example
from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core import charts
from portal.core.language.bilingual import Text
from portal.examples import atlas, certifications
from portal.examples.records import (
    availabilities,
    choices,
    contact,
    costs,
    criteria,
    deadlines,
    disputed_fact,
    easy_program,
    example,
    fact,
    hits,
    kinds,
    life_situations,
    periods,
    place,
    programs,
    result_kinds,
    steps,
)
from portal.finder.parts import Facet
from portal.pages.blocks import BodyBlock
from programs.models import ApplicationStep, Phase, RequiredDocument, TeachingLanguage


def facts() -> dict[str, Any]:
    return {
        "program": programs()[0],
        "availability": availabilities()[0],
        "is_free": True,
        "situations": life_situations(),
        "phases": [example(Phase, name=("Erstes Jahr", "First year"))],
        "languages": [_("German"), _("English")],
        "taught": [TeachingLanguage(language="de", level="B2")],
        "places": [place()],
        "principles": certifications.principles(),
    }


def page() -> dict[str, Any]:
    number = Example(number=2, has_other_pages=True, paginator=Example(num_pages=3))
    return {"page": number, "previous_url": "#", "next_url": "#"}


def notices() -> list[dict[str, Any]]:
    rich = mark_safe("<p>Beratung kostet <b>nichts</b>.</p>")
    return [{"text": "Beispiel"}, {"heading": "Gut zu wissen", "text": rich, "is_rich": True}]


def spans() -> list[dict[str, Any]]:
    first, last = date(2027, 10, 1), date(2027, 11, 30)
    return [{"opens_on": first, "closes_on": last}, {"opens_on": first}, {"closes_on": last}, {}]


def passages() -> list[dict[str, Any]]:
    german = "<p>Bitte legen Sie das letzte Zeugnis bei.</p>"
    return [{"text": Text(_("Sample"), "")}, {"text": Text(german, "de", is_fallback=True, is_rich=True)}]


BODY = BodyBlock()


def block(name: str) -> Any:
    """Return the preview value of a block."""
    return BODY.child_blocks[name].get_preview_value()


def pictures() -> list[dict[str, Any]]:
    value = block("image")
    whole = {"image": value["image"], "caption": value["caption"], "credit": value.credit, "sizes": "100vw"}
    return [whole, {"image": value["image"], "sizes": "100vw"}]


def table() -> Any:
    """Return the preview value of the table block with another caption, since both are on the specimen page."""
    value = block("table")
    value.caption += " II"
    return value


EXAMPLES: dict[str, Callable[[], list[dict[str, Any]]]] = {
    "bars": lambda: [{"bars": atlas.bars(), "label": _("Sample")}],
    "exhibit": lambda: [{"exhibit": exhibit} for exhibit in atlas.exhibits()],
    "figures_foot": lambda: [{"exhibit": atlas.exhibit("sample-foot")}],
    "figures_table": lambda: [{"exhibit": atlas.exhibit("sample-table")}],
    "indicator": lambda: [{"tile": tile} for tile in atlas.tiles()],
    "multiples": lambda: [{"multiples": [(_("Sample"), atlas.bars()), (_("Institution"), atlas.bars())]}],
    "shares": lambda: [{"stacks": atlas.stacks()}],
    "strands": lambda: [{"strands": charts.strands(number)} for number in (5.2, 20.1)],
    "towns": lambda: [{"cities": atlas.cities(), "current": "Essen"}],
    "trend": lambda: [{"bars": atlas.bars(), "label": _("Institution")}],
    "as_of": certifications.days,
    "certification": lambda: [
        {"certification": certification, "level": 3} for certification in certifications.certifications()
    ],
    "dates": lambda: [{"dates": certifications.dates()}],
    "member": lambda: [{"membership": membership} for membership in certifications.memberships()],
    "principles": lambda: [{"principles": certifications.principles()}],
    "proof": lambda: [{"certification": certifications.certifications()[0]}],
    "served": lambda: [{"records": programs()}, {"records": []}],
    "strip": lambda: [{"proofs": certifications.proofs()}],
    "timeline": lambda: [{"timeline": certifications.timeline()}],
    "validity": lambda: [{"certification": certification} for certification in certifications.certifications()],
    "accordion": lambda: [{"items": block("accordion")["parts"], "level": 3}],
    "agenda": lambda: [{"deadlines": deadlines()}],
    "audience": lambda: [{"situations": life_situations()[:2]}, {}],
    "badge": lambda: [{"availability": availability} for availability in availabilities()],
    "breadcrumb": lambda: [{"breadcrumb": [Example(title=_("Home"), url="#"), Example(title="Beispiel-Tandem")]}],
    "chip": lambda: [{"label": choice.label, "remove_url": "#"} for choice in choices()],
    "choices": lambda: [{"choices": choices(), "name": "choice"}],
    "contact": lambda: [{"contact": contact()}],
    "costs": lambda: [{"is_free": True}, {"costs": costs()}],
    "count": lambda: [{"count": count, "word": ngettext("programme", "programmes", count)} for count in (0, 1, 14)],
    "criteria": lambda: [{"criteria": criteria()}],
    "documents": lambda: [{"documents": steps(RequiredDocument)}],
    "download": lambda: [{"document": block("download")["documents"][0]}],
    "due": lambda: [{"availability": availability} for availability in availabilities()[:2]],
    "easy": lambda: [{"program": easy_program()}],
    "facet": lambda: [{"facet": Facet("facet", _("Life situation"), choices(), is_folded=False)}],
    "facts": lambda: [facts()],
    "figure": lambda: [{"fact": fact()}, {"fact": disputed_fact()}],
    "hit": lambda: [{"hit": hit, "level": 3} for hit in hits()],
    "kinds": lambda: [{"kinds": result_kinds()}],
    "labels": lambda: [{"records": [*kinds(), *life_situations()]}],
    "more": lambda: [{"url": "#", "title": _("All programmes")}],
    "name": lambda: [{"record": program, "url": "#"} for program in programs()],
    "notice": notices,
    "offer": lambda: [{"program": program, "level": 3} for program in programs()],
    "pager": lambda: [page()],
    "passage": passages,
    "periods": lambda: [{"periods": periods()}],
    "picture": pictures,
    "place": lambda: [{"place": place()}],
    "quick_exit": lambda: [{}],
    "related": lambda: [{"programs": programs()}],
    "request": lambda: [{"translation": Example(pk=1), "back": "/de/"}],
    "search": lambda: [
        {"action": "#", "id": "search-sample"},
        {"action": "#", "id": "search-sample-large", "q": "Kita", "is_large": True},
    ],
    "sentence": lambda: [{"situations": life_situations()}],
    "source": lambda: [{"fact": fact()}],
    "span": spans,
    "steps": lambda: [{"steps": steps(ApplicationStep)}],
    "table": lambda: [{"table": table()}],
    "tags": lambda: [{"program": program} for program in programs()],
    "video": lambda: [{"video": block("video")}],
}
