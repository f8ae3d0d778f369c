"""The directory as a finder: what each filter finds, and that counts, list, page and report agree."""

from datetime import date
from random import Random
from urllib.parse import parse_qsl

import pytest
from django.http import QueryDict
from django.utils.translation import override

from partners import countries, lifecycle
from partners.directory import continents
from partners.directory.facets import FOLLOWED
from partners.directory.finder import PartnerFinder
from partners.models import Activity, Answer, Institution, Party, Renewal, Stage, SubjectField
from partners.report import Report
from partners.selectors import institution_page
from partners.standing import PARTNERS, with_standing
from portal.core import content_version
from portal.core.days import add_months
from portal.core.moment import today
from portal.core.visibility import public
from portal.search.registry import type_of
from portal.search.writing import write
from tests.factories import AgreementFactory, InstitutionFactory, PartnerFactory, UnitFactory, site_with_indexes

pytestmark = pytest.mark.django_db
PATH = "/de/partnerschaften/"


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to("2026-11-21 12:00 +0100", tick=False)


def find(query=""):
    return PartnerFinder(QueryDict(query), PATH)


def names(found):
    return [one.name_de for one in found.page]


def counts(found, facet):
    """Return the counts of a facet that are not 0, by value."""
    choices = next((one.choices for one in found.facets if one.name == facet), [])
    return {choice.value: choice.count for choice in choices if choice.count}


def signed(partner, *, codes=(), further=(), **columns):
    agreement = AgreementFactory(partners=[partner] if isinstance(partner, Institution) else partner, **columns)
    agreement.subjects.set(SubjectField.objects.filter(code__in=codes))
    agreement.further_units.set(further)
    agreement.save()
    return agreement


# Facets ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def assorted():
    """Three partners of today, one whose last agreement has just ended, and one of long ago."""
    lyon = {"city_de": "Lyon", "latitude": 45.75, "longitude": 4.85, "precision": "city"}
    a = PartnerFactory(name_de="A", country="FR", disability_support=Answer.NO, **lyon)
    b = PartnerFactory(name_de="B", country="JP", institution_type="company")
    c = PartnerFactory(name_de="C", country="FJ", latitude=-18.1, longitude=178.4, precision="site", city_de="Suva")
    d, e = PartnerFactory(name_de="D", country="FR"), PartnerFactory(name_de="E", country="FR")
    signed(a, codes=["0613"], activities=["study", "research"])
    signed(b, codes=["0811"], activities=["research"], starts_on=date(2025, 1, 1))
    c.cooperation_without_agreement = True
    c.save()
    signed(d, ends_on=date(2026, 11, 20), codes=["0613"], activities=["study"])
    signed(e, ends_on=date(2023, 1, 1), activities=["study"])
    return {one.name_de: one for one in (a, b, c, d, e)}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "ABCD"),
        ("country=FR", "AD"),
        ("country=FR&country=JP", "ABD"),
        ("continent=europe", "AD"),
        ("continent=oceania&continent=asia", "BC"),
        ("type=company", "B"),
        ("subject=06", "A"),
        ("subject=061", "A"),
        ("subject=0613", "A"),
        ("subject=0611", ""),
        ("subject=06&subject=08", "AB"),
        ("activity=study", "A"),  # what has ended is no activity any more
        ("activity=research", "AB"),
        ("inclusion=known", "A"),  # "no" is an answer
        ("inclusion=not-asked", "BCD"),
        ("status=active", "ABC"),
        ("status=dormant", "D"),
        ("status=former", "E"),
        ("status=former&country=FR&status=active", "AE"),
        ("place=fr-lyon", "A"),
        ("bbox=4,45,5,46", "A"),
        ("bbox=170,-30,-170,0", "C"),  # across the date line
        ("bbox=-180,-90,180,90", "AC"),  # those without a place are nowhere
        ("bbox=4,45,5,46&bbox=170,-30,180,0", "AC"),
        ("country=JP&activity=study", ""),
    ],
)
def test_every_facet_narrows(assorted, query, found):
    finder = find(query)
    assert names(finder) == list(found)
    assert (finder.count, finder.notices) == (len(found), [])
    assert [row.pk for row in finder.everybody] == [assorted[name].pk for name in found]


def test_each_count_is_what_ticking_gives(assorted):
    """For every value of every facet, alone and beside a choice in another one."""
    for chosen in ("", "country=FR", "activity=research&continent=europe", "status=former", "bbox=-180,-90,180,90"):
        finder = find(chosen)
        assert len(finder.facets) > 5
        for facet in finder.facets:
            others = [pair for pair in parse_qsl(chosen) if pair[0] != facet.name]
            for choice in facet.choices:
                query = "&".join(f"{name}={value}" for name, value in [*others, (facet.name, choice.value)])
                assert choice.count == find(query).count, (chosen, facet.name, choice.value)


def test_the_unit_is_the_own_one_or_a_further_one(assorted):
    physics, arts = UnitFactory(name_de="Physik"), UnitFactory(name_de="Kunst")
    signed(assorted["B"], unit=physics, further=[arts])
    content_version.forget()
    assert names(find(f"unit={arts.public_id}")) == names(find(f"unit={physics.public_id}")) == ["B"]


def test_a_unit_of_what_is_not_public_is_not_told(assorted):
    secret = UnitFactory(name_de="Geheim")
    signed(assorted["A"], unit=secret, stage=Stage.NEGOTIATION, codes=["0611"])
    finder = find(f"unit={secret.public_id}")
    assert finder.is_lost
    assert "0611" not in counts(finder, "subject")


def test_only_values_that_somebody_has_are_offered_and_those_that_are_chosen(assorted):
    finder = find("country=AQ")
    offered = {facet.name: {choice.value for choice in facet.choices} for facet in finder.facets}
    assert offered["country"] == {"FR", "JP", "FJ", "AQ"}
    assert offered["subject"] == {"06", "0613", "08", "0811"}
    assert not offered.keys() & set(FOLLOWED)
    assert finder.count == 0
    assert [str(way.label) for way in finder.dead_end.drops] == ["Land: Antarktis"]


def test_places_come_from_links_and_can_be_taken_back(assorted):
    with override("en"):
        finder = find("place=fr-lyon&bbox=4,45,5,46")
        assert [str(chip.label) for chip in finder.chips] == ["Lyon, France", "Part of the map: 4 / 45 / 5 / 46"]
    assert finder.chips[0].remove_url == f"{PATH}?bbox=4%2C45%2C5%2C46"


@pytest.mark.parametrize(
    ("sort", "order"), [("name", "ABCD"), ("country", "CADB"), ("newest", "BACD"), ("relevance", "ABCD")]
)
def test_orders(assorted, sort, order):
    """Fiji, France, Japan; the newest agreement first, and who has none of today last, by name."""
    assert names(find(f"sort={sort}")) == list(order)


def test_former_partners_stand_apart(assorted):
    assert (find().former_count, find().former_url) == (1, f"{PATH}?status=former")
    assert find("status=former").is_former_list
    assert find("status=former").former_url == ""


def test_how_many_countries(assorted):
    assert [find(query).country_count for query in ("", "country=FR", "activity=research", "country=AQ")] == [
        3,
        1,
        2,
        0,
    ]


# What has become of institutions and agreements -----------------------------------------------------------------------


def test_what_those_signed_that_were_taken_in_counts_for_their_successor(assorted):
    lifecycle.merge(assorted["B"], assorted["A"], on=date(2026, 1, 1))
    content_version.forget()
    assert names(find("subject=08")) == ["A"]
    assert names(find("country=JP")) == []
    assert find().official.countries == Report(today()).countries == 1


def test_who_has_left_has_nothing_of_it_any_more(assorted):
    shared = signed([assorted["A"], assorted["B"]], activities=["teaching"])
    Party.objects.filter(agreement=shared, institution=assorted["A"]).update(left_on=date(2026, 11, 20))
    content_version.forget()
    assert names(find("activity=teaching")) == ["B"]


def test_what_is_signed_for_later_counts_as_on_the_page(assorted):
    signed(assorted["D"], starts_on=date(2027, 1, 1), ends_on=date(2030, 1, 1), activities=["doctoral"])
    content_version.forget()
    assert names(find("activity=doctoral")) == ["D"]
    assert names(find("status=dormant")) == ["D"]


def test_midnight_moves_a_partner_on(assorted, time_machine):
    signed(assorted["B"], ends_on=date(2026, 11, 21), activities=["teaching"])
    content_version.forget()
    assert names(find("activity=teaching")) == ["B"]
    time_machine.move_to("2026-11-22 00:00 +0100", tick=False)
    assert names(find("activity=teaching")) == []


def test_who_expires_by_the_clock_is_gone_at_once(assorted, time_machine):
    Institution.objects.filter(name_de="A").update(expire_at="2026-11-21T12:30+01:00")
    content_version.forget()
    assert names(find()) == list("ABCD")
    time_machine.move_to("2026-11-21 12:30:01 +0100", tick=False)
    assert (names(find()), find().count) == (list("BCD"), 3)


STAGES = [*[Stage.SIGNED] * 6, Stage.DRAFT, Stage.NEGOTIATION, Stage.REJECTED, Stage.TERMINATED, Stage.SUPERSEDED]


def any_agreement(chance, partners, units):
    """Sign something at random: any stage, over or not, with successors, several parties, some of whom have left."""
    starts_on = add_months(today(), chance.randint(-60, 6))
    ends_on = chance.choice([None, add_months(starts_on, chance.randint(1, 60))])
    stage = chance.choice(STAGES)
    parties = chance.sample(partners, chance.choice([1, 1, 1, 2, 3]))
    agreement = signed(
        parties,
        starts_on=starts_on,
        ends_on=ends_on,
        is_open_ended=ends_on is None,
        stage=stage,
        renewal=chance.choice([Renewal.NONE, Renewal.AUTOMATIC]) if ends_on else Renewal.NONE,
        renewal_months=12,
        terminated_on=add_months(starts_on, chance.randint(0, 40)) if stage == Stage.TERMINATED else None,
        unit=chance.choice(units),
        further=chance.sample(units, chance.choice([0, 0, 1])),
        activities=[one.value for one in chance.sample(list(Activity), 2)],
        codes=chance.sample(["0613", "0611", "0811", "02", "041"], chance.choice([0, 1, 2])),
    )
    if len(parties) > 1 and chance.random() < 0.5:
        left_on = add_months(today(), chance.randint(-20, 3))
        Party.objects.filter(agreement=agreement, institution=parties[0]).update(left_on=left_on)
    return agreement


@pytest.mark.parametrize("seed", range(4))
def test_counts_list_page_and_report_agree_whatever_there_is(seed):
    chance = Random(seed)  # noqa: S311
    units = [UnitFactory() for _ in range(3)]
    partners = [
        PartnerFactory(country=chance.choice(["FR", "JP", "US"]), cooperation_without_agreement=chance.random() < 0.1)
        for _ in range(14)
    ]
    made = [any_agreement(chance, partners, units) for _ in range(40)]
    for earlier, later in zip(made[:6], made[6:12], strict=True):
        type(later).objects.filter(pk=later.pk).update(predecessor=earlier)
    lifecycle.merge(partners[0], partners[1], on=date(2026, 1, 1))
    Institution.objects.filter(pk=partners[2].pk).update(live=False)
    content_version.forget()
    assert_all_agree()


def assert_all_agree():
    found = {one.pk: one for one in with_standing(public(Institution.objects.all())).filter(standing__in=PARTNERS)}
    every = find("&".join(f"status={one.value}" for one in PARTNERS))
    assert set(every.keys) == set(found)
    report = Report(today())
    official = every.official
    assert (official.partners, official.agreements) == (report.partners, report.agreements)
    named = {countries.name(code): count for code, count in official.agreements_in.items()}
    assert named == {line.label: line.agreements for line in report.by_country}
    pages = {key: institution_page(one) for key, one in found.items()}
    for status in PARTNERS:
        assert set(find(f"status={status}").keys) == {key for key, one in found.items() if one.standing == status}
    for facet, of in (("activity", activities_of), ("unit", units_of), ("subject", subjects_of)):
        expected = {}
        for key, page in pages.items():
            for value in of(page):
                expected.setdefault(value, set()).add(key)
        census = every.census
        assert set(census.with_values(facet)) == set(expected)
        for value, keys in expected.items():
            assert {row.pk for row in census.rows_of(census.bits(facet, [value]))} == keys, (facet, value)


def activities_of(page):
    return {activity for one in page["agreements"] for activity in one.agreement.activities}


def units_of(page):
    of = [one.agreement for one in page["agreements"]]
    return {unit.public_id for one in of for unit in (one.unit, *one.further_units.all())}


def subjects_of(page):
    codes = {one.code for one in page["subjects"]}
    return {code[:digits] for code in codes for digits in range(2, len(code) + 1)}


# Text --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def scripts():
    columns = [
        {"name_de": "Universität zu Köln", "country": "DE", "city_de": "Köln"},
        {"name_de": "Technische Universität Łódź", "country": "PL"},
        {"name_de": "İstanbul-Kültür-Universität", "country": "TR"},
        {"name_de": "Peking-Universität", "name_original": "北京大学", "original_lang": "zh", "country": "CN"},
    ]
    for one in columns:
        AgreementFactory(partners=[PartnerFactory(**one)])
    write(type_of("institution"), Institution.objects.values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *((one, "Universität zu Köln") for one in ("koln", "köln", "Koeln", "KÖLN")),
        ("lodz", "Technische Universität Łódź"),
        ("北京", "Peking-Universität"),
        ("bei jing", "Peking-Universität"),
    ],
)
def test_every_name_in_every_script_is_found(scripts, text, found):
    assert names(find(f"q={text}")) == [found]
    assert names(find(f"q={text}&sort=name&country=FR")) == []


def test_a_text_and_filters_narrow_each_other(scripts):
    assert counts(find("q=Universität"), "country") == {"CN": 1, "DE": 1, "PL": 1, "TR": 1}
    assert names(find("q=Universität&continent=asia&sort=country")) == [
        "Peking-Universität",
        "İstanbul-Kültür-Universität",
    ]
    assert [way.count for way in find("q=Xyzzy").dead_end.drops] == [4]


def test_a_country_that_is_misspelt_is_a_way_out(scripts):
    assert [str(way.label) for way in find("q=Deutchland").dead_end.near] == ["Deutschland"]


# Tables ------------------------------------------------------------------------------------------------------------


def test_every_country_lies_on_one_continent():
    every = [code for codes in continents.codes().values() for code in codes]
    assert sorted(every) == sorted(countries.names("de"))


# The page of a row --------------------------------------------------------------------------------------------------


def line_of(**columns):
    content_version.forget()
    (one,) = find().page
    return one.line


@pytest.mark.parametrize(
    ("columns", "sentence", "is_being_renewed"),
    [
        ({"ends_on": date(2027, 9, 30)}, "in Kraft bis 30. September 2027", False),
        ({"ends_on": None}, "in Kraft, ohne festes Ende", False),
        ({"ends_on": date(2026, 9, 30), "renewal": Renewal.BY_AGREEMENT}, "beendet am 30. September 2026", True),
        (
            {"ends_on": date(2024, 12, 31), "renewal": Renewal.AUTOMATIC, "renewal_months": 12},
            "gilt bis zur Kündigung",
            False,
        ),
    ],
)
def test_a_row_says_honestly_what_there_is(columns, sentence, is_being_renewed):
    AgreementFactory(partners=[PartnerFactory()], **columns)
    line = line_of()
    assert sentence in line.said.sentence
    assert line.said.is_being_renewed is is_being_renewed
    assert line.more == 0


def test_a_row_tells_of_the_agreement_that_goes_on_longest_and_counts_the_others():
    one = PartnerFactory()
    for ends_on in (date(2027, 1, 1), date(2029, 1, 1), date(2025, 1, 1)):
        AgreementFactory(partners=[one], ends_on=ends_on)
    AgreementFactory(partners=[one], starts_on=date(2027, 1, 1), ends_on=date(2040, 1, 1))
    line = line_of()
    assert (line.said.sentence, line.more_words) == ("in Kraft bis 1. Januar 2029", "1 weitere in Kraft")


def test_cooperation_without_an_agreement_has_no_line():
    InstitutionFactory(cooperation_without_agreement=True)
    assert line_of() is None


# The map ------------------------------------------------------------------------------------------------------------


def test_the_map_shows_the_list_and_each_marker_leads_to_what_it_stands_for(assorted):
    site_with_indexes()
    for number in range(30):
        place = {
            "latitude": 44 + number / 7,
            "longitude": 3 + number / 5,
            "precision": "city",
            "city_de": f"Ort {number % 20}",
        }
        PartnerFactory(country="FR", cooperation_without_agreement=True, **place)
    content_version.forget()
    for query in ("", "country=FR", "activity=research", "bbox=0,40,5,46", "status=former"):
        finder = find(query)
        assert (finder.map.count, finder.map.placed) == (finder.count, finder.count - finder.map.without_place)
        markers = [*finder.map.europe.places, *finder.map.world.places]
        assert sorted(key for place, _url in markers for key in place.institutions) == sorted(
            row.pk for row in finder.everybody if row.latitude is not None
        )
        for place, url in markers:
            assert set(find(url.partition("?")[2]).keys) == set(place.institutions), url
