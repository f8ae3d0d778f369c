import datetime as dt

import pytest

from portal.core.time.moment import today
from programs.models import CostOption, LifeSituation, Mode, Phase, Place, TeachingLanguage
from tests.factories import ProgramFactory
from tests.programs.finder.asking import searchable


@pytest.fixture
def assorted():
    """Two programmes without any facet value in common, apart from the main kind."""
    first = ProgramFactory(
        name_de="A", kinds=["mentoring"], service_languages=["de", "tr"], periods=[{"kind": "rolling"}]
    )
    second = ProgramFactory(
        name_de="B", service_languages=["en"], periods=[{"closes_on": today() + dt.timedelta(days=3)}]
    )
    first.life_situations.set(LifeSituation.objects.filter(notation="children"))
    second.life_situations.set(LifeSituation.objects.filter(notation="caring"))
    first.phases.set(Phase.objects.filter(notation="main"))
    first.modes.set(Mode.objects.filter(notation="part-time"))
    first.places.set([Place(name_de="Schloss Süd", name_en="South Castle")])
    second.places.set([Place(name_de="Online")])
    second.teaching_languages.set([TeachingLanguage(language="de")])
    first.cost_options.set([CostOption(amount=0)])
    second.cost_options.set([CostOption(amount=0), CostOption(amount=5)])
    first.save()
    second.save()
    return first, second


@pytest.fixture
def texts():
    ProgramFactory(name_de="Schreibwerkstatt", summary_de="Wer Panik vor Prüfungen hat, übt hier.", kinds=["mentoring"])
    ProgramFactory(name_de="Prüfungsangst bewältigen", kinds=["networking"])
    ProgramFactory(name_de="Anderes", kinds=["mentoring"])
    searchable()
