"""`make lint` finds everything that can be incomplete in the German catalogue."""

import gettext
import os
import shutil

import polib
import pytest

from tools.messages import CATALOGUE, SOURCES, compile_catalogue, extract, problems, syntax_errors

IN_THE_CODE = ["Show all", "From %(day)s"]


def entry(text, german="", **options):
    return polib.POEntry(msgid=text, msgstr=german, **options)


def problems_of(*catalogue, code=IN_THE_CODE):
    complete = polib.POFile()
    complete.extend(catalogue)
    return list(problems(complete, [entry(message) if isinstance(message, str) else message for message in code]))


SHOW = entry("Show all", "Alle zeigen")
OFFERS = entry("%(n)s offer", msgid_plural="%(n)s offers")
FROM = entry("From %(day)s", "Ab %(day)s")


def test_a_complete_catalogue():
    assert problems_of(SHOW, FROM) == []


def test_a_message_that_nobody_has_collected():
    assert problems_of(SHOW) == ["not in the catalogue: 'From %(day)s'"]


def test_a_message_that_the_code_no_longer_has():
    assert problems_of(SHOW, FROM, entry("Hide", "Verbergen")) == ["no longer in the code: 'Hide'"]


def test_an_empty_translation():
    assert problems_of(SHOW, entry("From %(day)s", " ")) == ["not translated: 'From %(day)s'"]


def test_a_plural_with_one_form_missing():
    plural = entry("%(n)s offer", msgid_plural="%(n)s offers", msgstr_plural={0: "%(n)s Angebot", 1: ""})
    assert problems_of(plural, code=[OFFERS]) == ["not translated: '%(n)s offer'"]


def test_a_message_that_has_a_plural_in_the_code_alone():
    assert "not in the catalogue: '%(n)s offer'" in problems_of(entry("%(n)s offer", "%(n)s Angebot"), code=[OFFERS])


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")
def test_what_gettext_cannot_read(tmp_path):
    file = tmp_path / "django.po"
    file.write_text('msgid "Show all"\nmsgstr "Alle zeigen"\n', encoding="utf-8")
    assert list(syntax_errors(file)) == []
    file.write_text('#| msgid_plural "Shown"\nmsgid "Show all"\nmsgstr "Alle zeigen"\n', encoding="utf-8")
    assert ":1:" in next(syntax_errors(file))


def test_a_guess_of_gettext():
    assert problems_of(SHOW, entry("From %(day)s", "Ab %(day)s", flags=["fuzzy"])) == ["fuzzy: 'From %(day)s'"]


@pytest.mark.parametrize("german", ["Ab sofort", "Ab %(tag)s"])
def test_a_placeholder_that_is_lost_or_translated(german):
    assert problems_of(SHOW, entry("From %(day)s", german)) == ["other placeholders than the English: 'From %(day)s'"]


def test_a_singular_may_do_without_its_number():
    plural = entry("%(n)s offer", msgid_plural="%(n)s offers", msgstr_plural={0: "Ein Angebot", 1: "%(n)s Angebote"})
    assert problems_of(plural, code=[OFFERS]) == []


def test_entries_kept_for_later():
    assert problems_of(SHOW, FROM, entry("Hide", "Verbergen", obsolete=True)) == ["1 obsolete entries are still kept"]


def test_the_compiled_catalogue_is_what_stands_in_the_source(tmp_path):
    source = tmp_path / CATALOGUE
    source.parent.mkdir(parents=True)
    write(source, "Alle zeigen", changed=1)
    compile_catalogue(tmp_path)
    assert german(source) == "Alle zeigen"
    write(source, "Alles zeigen", changed=4_000_000_000)
    compile_catalogue(tmp_path)
    assert german(source) == "Alles zeigen"


def write(source, text, changed):
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.append(entry("Show all", text))
    catalogue.save(str(source))
    os.utime(source, (changed, changed))


def german(source):
    with source.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file).gettext("Show all")


@pytest.mark.skipif(not shutil.which("xgettext"), reason="GNU gettext is missing: apt install gettext")
def test_messages_are_found_in_python_and_in_templates(tmp_path):
    for name in SOURCES:
        (tmp_path / name).mkdir()
    (tmp_path / "programs" / "models.py").write_text("from django.utils.translation import gettext as _\n_('Name')\n")
    (tmp_path / "templates" / "list.html").write_text("{% load i18n %}{% translate 'Show all' %}")
    assert {message.msgid for message in extract(tmp_path)} == {"Name", "Show all"}
