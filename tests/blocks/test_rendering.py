"""Each block as rendered for readers in both languages, including its accessibility."""

from itertools import pairwise

import html5lib
import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.utils.translation import override

from partners.models import Contact, Fact
from portal.media.models import PortalDocument
from portal.pages.models import ArticlePage
from programs.models import Kind, LifeSituation
from tests.factories import (
    CertificationFactory,
    ContactFactory,
    FactFactory,
    GuidingPrincipleFactory,
    LifeSituationFactory,
    ProgramFactory,
)

pytestmark = pytest.mark.django_db
BLOCKS = ArticlePage._meta.get_field("body").stream_block.child_blocks
HEADINGS = ["h2", "h3", "h4"]


def rendered(name, value=None, language="de"):
    with override(language):
        block = BLOCKS[name]
        value = block.get_preview_value() if value is None else block.to_python(value)
        return BeautifulSoup(block.render(value), "html.parser")


def words(element) -> str:
    return " ".join(element.get_text().split())


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("language", ["de", "en"])
class TestEveryBlock:
    def test_its_example_is_valid_and_speaks_the_language(self, name, language):
        page = rendered(name, language=language)
        html5lib.HTMLParser(strict=True).parseFragment(str(page))
        assert words(page)
        assert "None" not in words(page)
        other = "Beispiel" if language == "en" else "sample"
        assert other not in "".join(text for text in page.find_all(string=True) if not text.find_parent(lang=True))

    def test_its_headings_follow_that_of_the_page_without_a_gap(self, name, language):
        levels = [int(heading.name[1]) for heading in rendered(name, language=language).find_all(HEADINGS)]
        assert levels[:1] in ([], [2])
        assert all(below <= above + 1 for above, below in pairwise(levels))

    def test_nothing_is_inline_and_nothing_comes_from_elsewhere(self, name, language):
        page = rendered(name, language=language)
        assert page.select("script, style, [style], iframe, embed, object, video, audio") == []
        assert [image["src"] for image in page.select("img") if not image["src"].startswith("/static/")] == []

    def test_editors_are_told_what_it_is_for(self, name, language):
        with override(language):
            assert len(str(BLOCKS[name].get_description())) > 20
        assert BLOCKS[name].is_previewable


def test_parts_open_by_the_browser_s_own_means():
    page = rendered("accordion")
    parts = page.select("details")
    assert len(parts) == 2
    assert all(part.select_one("summary > h3") and not part.has_attr("open") for part in parts)


def test_steps_are_counted_for_those_who_listen_too():
    assert [step.h3.get_text() for step in rendered("steps").select("ol > li")] == ["Fragen", "Vorbeikommen"]


def test_a_table_says_what_it_is_about_and_scrolls_by_keyboard():
    page = rendered("table")
    box = page.select_one('[role="region"][tabindex="0"]')
    assert box["aria-label"] == words(box.caption) == "Plätze in der Betreuung"
    assert [cell.get_text() for cell in box.select("thead th[scope=col]")] == ["Ort", "Plätze (Beispiel)"]
    assert [cell.get_text() for cell in box.select("tbody th[scope=row]")] == ["Duisburg", "Essen"]


def test_a_document_says_its_kind_and_size():
    assert "PDF, 1,2\u00a0MB" in rendered("download").get_text()
    assert "PDF, 1.2\u00a0MB" in rendered("download", language="en").get_text()


def test_a_document_without_english_title_says_so_and_one_that_is_gone_is_left_out():
    document = PortalDocument.objects.create(title="Merkblatt", file=ContentFile(b"Text", name="m.txt"), file_size=4)
    value = {"heading": "To take along", "documents": [document.pk]}
    page = rendered("download", value, "en")
    assert page.a.span["lang"] == "de"
    assert "in German only" in words(page)
    document.delete()
    assert rendered("download", value, "en").select("li") == []


def test_a_video_is_a_link_with_all_one_must_know_before():
    page = rendered("video", language="en")
    text = words(page.select_one(".video"))
    for part in ("4 minutes", "German", "with captions", "interpreted in sign language"):
        assert part in text


class TestContacts:
    def value(self, *contacts):
        return {"heading": "Fragen", "chosen": [contact.pk for contact in contacts]}

    def test_only_public_ones_are_shown_in_the_order_chosen(self):
        first, second = ContactFactory(name_de="Erste Stelle"), ContactFactory(name_de="Zweite Stelle")
        hidden = ContactFactory(name_de="Interne Stelle", person="Kim Beispiel")
        names = [words(name) for name in rendered("contacts", self.value(second, hidden, first)).select("strong")]
        assert names == ["Zweite Stelle", "Erste Stelle"]

    def test_without_any_there_is_no_heading_either(self):
        contact = ContactFactory()
        value = self.value(contact)
        Contact.objects.update(person="Kim Beispiel")
        assert not words(rendered("contacts", value))

    def test_a_number_is_readable_and_can_be_dialled(self):
        page = rendered("contacts", self.value(ContactFactory(phone="+492010000017")))
        link = page.select_one('a[href="tel:+492010000017"]')
        assert link.get_text() == "+49 201 0000017"


@pytest.mark.usefixtures("site")
class TestProgramsByFilter:
    def value(self, situation=None, kind=None, number=5):
        keys = {"situation": situation and situation.pk, "kind": kind and kind.pk}
        return {"heading": "Passt", "number": number, **keys}

    def names(self, page):
        return {words(name) for name in page.select(".offer__name")}

    def test_what_matches_both_is_shown(self):
        situation, kind = LifeSituationFactory(), Kind.objects.get(notation="mentoring")
        ProgramFactory(name_de="Beides", life_situations=[situation], kinds=["mentoring"])
        ProgramFactory(name_de="Nur die Lage", life_situations=[situation])
        ProgramFactory(name_de="Beendet", life_situations=[situation], kinds=["mentoring"], status="ended")
        page = rendered("program_list", self.value(situation, kind))
        assert self.names(page) == {"Beides"}
        assert page.select_one("a.more")["href"] == f"/de/angebote/?situation={situation.notation}&kind=mentoring"

    def test_what_is_added_later_appears_and_the_number_is_kept(self):
        situation = LifeSituation.objects.get(notation="children")
        value = self.value(situation, number=2)
        assert rendered("program_list", value).select(".offer") == []
        for _number in range(3):
            ProgramFactory(life_situations=[situation])
        assert len(rendered("program_list", value).select(".offer")) == 2

    def test_without_a_filter_it_leads_to_the_whole_list_in_the_reader_s_language(self):
        page = rendered("program_list", self.value(), "en")
        assert page.select_one("a.more")["href"] == "/en/programmes/"


class TestFacts:
    def facts(self, count=1):
        facts = [FactFactory(value_de="78", value_en="78") for _number in range(count)]
        for fact in facts:
            fact.conflicts_with.add(FactFactory(value_de="77", value_en="77", source_de="Andere", as_of="2024"))
        return {"heading": "Zahlen", "chosen": [fact.pk for fact in facts]}

    def test_other_sources_have_their_say_with_date(self):
        text = words(rendered("facts", self.facts(), "en").select_one("figcaption"))
        assert "Other sources say: 77" in text
        assert "Andere" in text
        assert "as of 2024" in text

    def test_they_cost_one_query_however_many_there_are(self, django_assert_num_queries):
        for value in (self.facts(1), self.facts(6)):
            with django_assert_num_queries(1):  # the facts, and what contradicts them
                rendered("facts", value)

    def test_what_has_been_deleted_leaves_a_gap_and_no_error(self):
        value = self.facts(2)
        Fact.objects.get(pk=value["chosen"][0]).delete()
        assert len(rendered("facts", value).select("figure")) == 1


class TestCertifications:
    def test_the_newest_speaks_and_all_years_are_there(self):
        old = CertificationFactory(valid_from="2010", valid_until="2012", summary_de="Damals.")
        CertificationFactory(scheme=old.scheme, valid_from="2020", summary_de="Heute.")
        strip = rendered("certifications", {"heading": "Geprüft", "chosen": [old.scheme_id]})
        assert "Heute." in words(strip)
        assert "Damals." not in words(strip)
        assert [words(item)[:4] for item in strip.select(".rounds li")] == ["2010", "2020"]

    def test_what_is_not_awarded_and_what_is_an_add_on_stay_out(self):
        award = CertificationFactory(name_de="Preis")
        CertificationFactory(scheme=award.scheme, award=award, valid_from="2021")
        planned = CertificationFactory(status="planned")
        strip = rendered("certifications", {"heading": "Geprüft", "chosen": [planned.scheme_id, award.scheme_id]})
        assert len(strip.select(".proof")) == 1
        assert len(strip.select(".rounds li")) == 1

    def test_they_cost_one_query_however_many_there_are(self, django_assert_num_queries):
        chosen = [CertificationFactory().scheme_id for _number in range(4)]
        rendered("certifications", {"heading": "Geprüft", "chosen": chosen})  # warms the cached page tree
        for keys in (chosen[:1], chosen):
            with django_assert_num_queries(1):
                rendered("certifications", {"heading": "Geprüft", "chosen": keys})


class TestPrinciples:
    def test_those_of_the_network_stand_in_their_order(self):
        second = GuidingPrincipleFactory(number=2, name_de="Zweite")
        GuidingPrincipleFactory(network=second.network, number=1, name_de="Erste")
        GuidingPrincipleFactory(number=3, name_de="Eines anderen")
        section = rendered("principles", {"heading": "Leitideen", "network": second.network_id})
        assert [words(link) for link in section.select(".six a")] == ["Erste", "Zweite"]

    def test_without_any_nothing_is_left(self):
        assert not rendered("principles", {"heading": "Leitideen", "network": None}).select("section")
