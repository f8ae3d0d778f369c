"""Pages need few queries, and no more of them when there is more to show."""

import datetime as dt

from partners.models import Membership, Network
from portal.core.time.moment import today
from programs.models import EnrolmentPeriod, LifeSituation
from tests.factories import CertificationFactory, CertificationSchemeFactory, InstitutionFactory, ProgramFactory
from tests.site.crowds import sixty_more
from tests.site.walk import fetch

MOST = 12
SAME = [
    "/de/",
    "/en/",
    "/de/angebote/",
    "/en/programmes/?situation=children&sort=name",
    "/de/angebote/?page=2",
    "/en/programmes/?availability=ended",
    "/de/lebenslagen/",
    "/en/life-situations/studying-with-children/",
    "/de/angebote/dimento/",
    "/de/chancengerechtigkeit/",
    "/de/univercity-bochum/",
    "/en/univercity-bochum/guiding-principles/",
    "/de/zertifikate/",
    "/sitemap.xml",
]


def test_no_address_asks_more_than_a_dozen_questions(walk):
    query_counts = {answer.address: 1 + answer.query_count for answer in walk.answers.values()}
    assert {address: count for address, count in query_counts.items() if count > MOST} == {}


def test_reading_a_page_a_second_time_writes_nothing(walk):
    assert {answer.address for answer in walk.answers.values() if answer.has_written} == set()


def test_a_page_that_is_kept_in_memory_asks_much_less(demo_content, client, django_assert_max_num_queries):
    client.get("/de/angebote/dimento/")
    with django_assert_max_num_queries(5):
        client.get("/de/angebote/dimento/")


def count(address):
    answer = fetch(address)
    assert answer.status == 200
    return (fetch(address) if answer.has_written else answer).query_count


def test_sixty_more_programmes_change_no_count(demo_content):
    for address in SAME:  # caches the content types
        fetch(address)
    before = {address: count(address) for address in SAME}
    sixty_more()
    assert {address: count(address) for address in SAME} == before


def test_a_hundred_members_and_certifications_change_no_count_either(demo_content):
    addresses = [
        "/de/univercity-bochum/",
        "/en/certifications/",
        "/de/zertifikate/genderpreis-geschlechtergerechte-hochschule-2009/",
    ]
    for address in addresses:
        fetch(address)
    before = {address: count(address) for address in addresses}
    network, scheme = Network.objects.get(), CertificationSchemeFactory()
    for number in range(100):
        institution = InstitutionFactory()
        network.memberships.add(Membership(institution=institution, since=str(1900 + number), source_de="Liste"))
        CertificationFactory(scheme=scheme, holder_institution=institution)
    network.save()
    assert {address: count(address) for address in addresses} == before


def test_a_detail_page_with_many_parts_asks_as_often_as_one_with_few(demo_content):
    programs = sixty_more()
    full, lean = programs[1], ProgramFactory(name_de="Kahl", life_situations=LifeSituation.objects.all()[:1])
    for day in range(2, 20):
        full.enrolment_periods.add(EnrolmentPeriod(closes_on=today() + dt.timedelta(days=day)))
    full.related_programs.set(programs[2:14])
    full.save()
    count("/de/angebote/dimento/")
    assert count("/de/angebote/angebot-01/") == count(f"/de/angebote/{lean.slug_de}/")
