import datetime as dt

import pytest

from portal.core.moment import today
from programs.models import CostOption, LifeSituation, Mode, Phase, Place
from tests.factories import ProgramFactory
from tests.programs.finder.asking import searchable


@pytest.fixture
def assorted():
    """Two programmes that have nothing in common."""
    one = ProgramFactory(
        name_de="A", kinds=["mentoring"], service_languages=["de", "tr"], periods=[{"kind": "rolling"}]
    )
    two = ProgramFactory(name_de="B", service_languages=["en"], periods=[{"closes_on": today() + dt.timedelta(days=3)}])
    one.life_situations.set(LifeSituation.objects.filter(notation="children"))
    two.life_situations.set(LifeSituation.objects.filter(notation="caring"))
    one.phases.set(Phase.objects.filter(notation="main"))
    one.modes.set(Mode.objects.filter(notation="part-time"))
    one.places.set([Place(name_de="Schloss Süd", name_en="South Castle")])
    two.places.set([Place(name_de="Online")])
    one.cost_options.set([CostOption(amount=0)])
    two.cost_options.set([CostOption(amount=0), CostOption(amount=5)])
    one.save()
    two.save()
    return one, two


@pytest.fixture
def texts():
    ProgramFactory(name_de="Schreibwerkstatt", summary_de="Wer Panik vor Prüfungen hat, übt hier.", kinds=["mentoring"])
    ProgramFactory(name_de="Prüfungsangst bewältigen", kinds=["networking"])
    ProgramFactory(name_de="Anderes", kinds=["mentoring"])
    searchable()
