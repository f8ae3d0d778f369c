"""Comparing two versions: both languages, children and relations in readable form, and who changed what."""

from datetime import date

from bs4 import BeautifulSoup
from wagtail.models import ModelLogEntry
from wagtail.rich_text import RichText

from portal.pages.models import ArticlePage
from programs.models import RequiredDocument
from tests.admin.forms import Form
from tests.admin.records import admin_url, full_program, full_situation
from tests.factories import ContactFactory


def compared(client, record, old, new) -> dict[str, str]:
    """Return the comparison by field label; deletions are marked [- -] and additions [+ +]."""
    return _fields(client.get(admin_url("revisions_compare", record, old.pk, new.pk)))


def _fields(answer) -> dict[str, str]:
    soup = BeautifulSoup(answer.content, "html.parser")
    for kind, sign in (("deletion", "-"), ("addition", "+")):
        for element in soup.select(f"td.comparison .{kind}"):
            element.insert(0, f"[{sign}")
            element.append(f"{sign}]")
    rows = [row for row in soup.select("tr") if row.select_one("td.comparison")]
    return {_text(row.select_one("td.title")).rstrip(":"): _text(row.select_one("td.comparison")) for row in rows}


def _text(element) -> str:
    return " ".join(element.get_text(" ").split())


def changed(record, **columns):
    for name, value in columns.items():
        setattr(record, name, value)
    return record.save_revision()


def test_both_languages_of_a_record_are_shown(staff):
    program = full_program()
    old = program.latest_revision
    new = changed(program, summary_de="Ganz kurz.", summary_en="Very short.", description_en="<p>At great length.</p>")
    fields = compared(staff(), program, old, new)
    assert set(fields) == {"Summary (German)", "Summary (English)", "Description (English)"}
    assert "[+ Ganz" in fields["Summary (German)"]
    assert "[+ Very" in fields["Summary (English)"]
    assert "[+ great" in fields["Description (English)"]


def test_children_lists_days_choices_and_relations_are_readable(staff):
    program = full_program()
    old = program.latest_revision
    program.required_documents.add(RequiredDocument(text_de="Lebenslauf", text_en="CV"))
    program.contacts.add(ContactFactory(name_de="Neue Stelle"))
    program.assured_on, program.service_languages, program.status = date(2026, 11, 20), ["de", "en"], "paused"
    fields = compared(staff(), program, old, changed(program))
    assert fields["Checked on"] == "[- 2 March 2026 -] [+ 20 November 2026 +]"
    assert fields["Advice given in"] == "German, [- Turkish -] , [+ English +]"
    assert fields["Status"] == "[- Active -] [+ Paused +]"
    assert "[+ Neue Stelle (" in fields["Contacts"]
    assert "[+ Document (German) Lebenslauf Document (English) CV +]" in fields["Documents to hand in"]
    assert len(fields) == 5


def test_yes_and_no_and_synonyms(staff):
    situation = full_situation()
    old = situation.latest_revision
    fields = compared(staff(), situation, old, changed(situation, is_sensitive=False, synonyms_de=["Oma", "Enkelkind"]))
    assert fields == {"Sensitive": "[- Yes -] [+ No +]", "Synonyms (German)": "Oma, [- Opa -] , [+ Enkelkind +]"}


def test_the_blocks_of_a_page_with_its_first_version(staff, site):
    page = ArticlePage(title="Anfang", slug="anfang", body=[("text", RichText("<p>Alt gesagt.</p>"))])
    site["home", "de"].add_child(instance=page)
    page.body = [("text", RichText("<p>Neu gesagt.</p>"))]
    new = page.save_revision()
    fields = _fields(staff().get(f"/admin/pages/{page.pk}/revisions/compare/earliest...{new.pk}/"))
    assert "Alt gesagt." in fields["Body"]
    assert "Neu gesagt." in fields["Body"]


def test_history_says_who_and_when(staff):
    program = full_program()
    client = staff("editor")
    form = Form.open(client, admin_url("edit", program))
    form["summary_de"] = "Anders."
    form.save()
    history = client.get(admin_url("history", program)).content.decode()
    assert "editor at work" in history
    assert "/revisions/compare/" in history
    assert ModelLogEntry.objects.filter(action="wagtail.edit", user=client.user).exists()


def test_a_locked_record_is_closed_to_others_and_open_again_afterwards(staff):
    program = full_program()
    moderator, editor = staff("moderator"), staff("editor")
    moderator.post(admin_url("lock", program))
    program.refresh_from_db()
    assert (program.locked, program.locked_by) == (True, moderator.user)
    page = editor.get(admin_url("edit", program)).content.decode()
    assert "locked" in page
    form = Form.open(editor, admin_url("edit", program))
    form["summary_de"] = "Trotzdem."
    form.post()
    assert type(program).objects.get(pk=program.pk).get_latest_revision_as_object().summary_de != "Trotzdem."
    moderator.post(admin_url("unlock", program))
    program.refresh_from_db()
    assert not program.locked
