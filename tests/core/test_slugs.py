import pytest
from django.core.exceptions import ValidationError
from taggit.models import Tag

from portal.core.models import SlugHistory
from portal.pages.models import ArticlePage
from programs.models import Program
from tests.factories import ProgramFactory

pytestmark = pytest.mark.django_db


def test_the_slug_is_made_from_the_name_in_each_language():
    program = ProgramFactory(name_de="Förderung für Größe", name_en="Support for size")
    assert (program.slug_de, program.slug_en) == ("foerderung-fuer-groesse", "support-for-size")


def test_without_an_english_name_there_is_no_english_slug():
    program = ProgramFactory(name_de="Hilfe", slug_en="help")
    assert program.slug_en == ""
    assert program.slug_in("en") == "hilfe"


def test_a_name_without_latin_letters_gives_the_identifier():
    program = ProgramFactory(name_de="北京大学")
    assert program.slug_de == program.public_id


def test_the_same_name_twice_gets_a_number():
    assert [ProgramFactory(name_de="Beratung").slug_de for _ in range(3)] == ["beratung", "beratung-2", "beratung-3"]


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [
        ({"slug_de": "hilfe"}, {"slug_de": "hilfe"}, "slug_de"),
        ({"name_en": "Help", "slug_en": "help"}, {"name_en": "Help", "slug_en": "help"}, "slug_en"),
        # The first has no English, so it answers at its German slug under /en/ too.
        ({"slug_de": "mentoring"}, {"name_en": "Mentoring", "slug_en": "mentoring"}, "slug_en"),
    ],
)
def test_a_taken_slug_is_an_error_at_its_field(first, second, field):
    ProgramFactory(**first)
    newcomer = ProgramFactory()
    for name, value in second.items():
        setattr(newcomer, name, value)
    with pytest.raises(ValidationError) as error:
        newcomer.full_clean()
    assert list(error.value.message_dict) == [field]
    # Without a form, as when a scheduled draft is published, the slug gets a number instead of an error.
    newcomer.save()
    assert getattr(newcomer, field) == f"{second[field]}-2"


def test_a_former_slug_is_remembered_for_its_language():
    program = ProgramFactory(name_de="Hilfe", name_en="Help")
    program.slug_de, program.slug_en = "beistand", "support"
    program.save()
    assert SlugHistory.objects.find(Program, "de", "hilfe") == program.pk
    assert SlugHistory.objects.find(Program, "en", "help") == program.pk
    assert SlugHistory.objects.find(Program, "en", "hilfe") is None


def test_saving_without_a_change_remembers_nothing():
    ProgramFactory().save()
    assert not SlugHistory.objects.exists()


LONG = "Förderung " * 13  # longer than a slug may be, even without its last word


@pytest.mark.parametrize("names", [{"name_de": LONG}, {"name_de": LONG, "name_en": LONG}])
def test_names_that_share_all_letters_of_a_slug_get_numbers_within_its_length(names):
    columns = [name.replace("name", "slug") for name in names]
    programs = [ProgramFactory(**{name: text + str(number) for name, text in names.items()}) for number in range(11)]
    for column in columns:
        slugs = {getattr(program, column) for program in programs}
        assert len(slugs) == len(programs)
        assert max(map(len, slugs)) <= 120
        assert any(slug.endswith("-11") for slug in slugs)


def test_pages_whose_titles_share_all_letters_of_a_slug(site):
    titles = ["Ü" * 255, "ü" * 255, f"{'Ü' * 254}?"]
    pages = [site["home", "de"].add_child(instance=ArticlePage(title=title)) for title in titles]
    assert len({page.slug for page in pages}) == len(pages)
    assert max(len(page.slug) for page in pages) == 255
    translation = pages[1].copy_for_translation(site["home", "en"].locale)
    assert len(translation.slug) <= 255


def test_labels_of_files_that_share_all_letters_of_a_slug():
    labels = [Tag.objects.create(name="a" * 99 + ending) for ending in "!?."]
    assert len({label.slug for label in labels}) == len(labels)
