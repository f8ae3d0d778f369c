"""An address for every template and state that a visitor can see, in both languages."""

BOTH = {
    "home": ("/de/", "/en/"),
    "list": ("/de/angebote/", "/en/programmes/"),
    "last page of the list": ("/de/angebote/?page=2", "/en/programmes/?page=2"),
    "filtered": (
        "/de/angebote/?situation=children&kind=childcare",
        "/en/programmes/?situation=children&kind=childcare",
    ),
    "nothing found": ("/de/angebote/?situation=lgbtiq&kind=language", "/en/programmes/?situation=lgbtiq&kind=language"),
    "notice": ("/de/angebote/?situation=nobody&page=abc", "/en/programmes/?situation=nobody&page=abc"),
    "ended": ("/de/angebote/?availability=ended", "/en/programmes/?availability=ended"),
    "programme": ("/de/angebote/dimento/", "/en/programmes/dimento/"),
    "programme that has ended": ("/de/angebote/tastemint/", "/en/programmes/tastemint/"),
    "programme with a passage in German": ("/de/angebote/chance-hoch-2/", "/en/programmes/chance-hoch-2/"),
    "programme in German only": ("/de/angebote/arbeiterkind/", "/en/programmes/arbeiterkind/"),
    "life situations": ("/de/lebenslagen/", "/en/life-situations/"),
    "life situation": ("/de/lebenslagen/studieren-mit-kindern/", "/en/life-situations/studying-with-children/"),
    "sensitive life situation": ("/de/lebenslagen/rat-und-schutz/", "/en/life-situations/advice-and-protection/"),
    "partnerships": ("/de/partnerschaften/", "/en/partnerships/"),
    "partnerships, filtered": (
        "/de/partnerschaften/?continent=asia&activity=study",
        "/en/partnerships/?continent=asia&activity=study",
    ),
    "partnerships, nothing found": ("/de/partnerschaften/?country=AQ", "/en/partnerships/?country=AQ"),
    "partnerships with a notice": ("/de/partnerschaften/?country=ZZZ&page=-1", "/en/partnerships/?country=ZZZ&page=-1"),
    "former partners": ("/de/partnerschaften/?status=former", "/en/partnerships/?status=former"),
    "partners of a country": ("/de/partnerschaften/land/tuerkei/", "/en/partnerships/country/tuerkiye/"),
    "institution": ("/de/partnerschaften/universitaet-malta/", "/en/partnerships/university-of-malta/"),
    "institution that took others in": (
        "/de/partnerschaften/institute-of-science-tokyo/",
        "/en/partnerships/institute-of-science-tokyo/",
    ),
    "my subject": ("/de/partnerschaften/mein-fach/", "/en/partnerships/my-subject/"),
    "partners for a subject": (
        "/de/partnerschaften/mein-fach/?field=0613",
        "/en/partnerships/my-subject/?field=0533&level=8",
    ),
    "no partners for a subject": (
        "/de/partnerschaften/mein-fach/?field=0421&level=6&year=1900",
        "/en/partnerships/my-subject/?field=0421&level=6&year=1900",
    ),
    "section": ("/de/chancengerechtigkeit/", "/en/equal-opportunities/"),
    "article": ("/de/weltweit/", "/en/worldwide/"),
    "article with pictures": (
        "/de/chancengerechtigkeit/drei-fragen-am-anfang/",
        "/en/equal-opportunities/three-questions-at-the-start/",
    ),
    "legal": ("/de/impressum/", "/en/imprint/"),
    "accessibility statement": ("/de/barrierefreiheit/", "/en/accessibility/"),
    "contact": ("/de/kontakt/", "/en/contact/"),
    "barrier report": ("/de/barriere-melden/", "/en/report-a-barrier/"),
    "network": ("/de/univercity-bochum/", "/en/univercity-bochum/"),
    "network on another day": ("/de/univercity-bochum/?as_of=2020-01-01", "/en/univercity-bochum/?as_of=2020-01-01"),
    "network with a notice": ("/de/univercity-bochum/?as_of=abc", "/en/univercity-bochum/?as_of=abc"),
    "network before it was": ("/de/univercity-bochum/?as_of=1950-01-01", "/en/univercity-bochum/?as_of=1950-01-01"),
    "guiding principles": ("/de/univercity-bochum/leitideen/", "/en/univercity-bochum/guiding-principles/"),
    "guiding principle": (
        "/de/univercity-bochum/leitideen/den-wandel-der-gesellschaft-annehmen/",
        "/en/univercity-bochum/guiding-principles/change-in-society-met-with-open-arms/",
    ),
    "certifications": ("/de/zertifikate/", "/en/certifications/"),
    "certifications on another day": ("/de/zertifikate/?as_of=2012-01-01", "/en/certifications/?as_of=2012-01-01"),
    "certification": ("/de/zertifikate/total-e-quality-2019-2021/", "/en/certifications/total-e-quality-2019-2021/"),
    "atlas with a notice": ("/de/wissenschaftsatlas/?period=1", "/en/science-atlas/?level=2&period=2021-2027"),
    "atlas, city": ("/de/wissenschaftsatlas/bochum/", "/en/science-atlas/bochum/"),
    "atlas, institution": (
        "/de/wissenschaftsatlas/einrichtung/universitaet-duisburg-essen/",
        "/en/science-atlas/institution/university-of-duisburg-essen/",
    ),
    "atlas, comparison": ("/de/wissenschaftsatlas/vergleich/", "/en/science-atlas/comparison/"),
    "atlas, method": ("/de/wissenschaftsatlas/methode/", "/en/science-atlas/method/"),
    "atlas, figures": ("/de/wissenschaftsatlas/zahlen/", "/en/science-atlas/figures/"),
    "not found": ("/de/nichts/", "/en/nothing/"),
}
GERMAN_ONLY = {"article in German only": "/de/chancengerechtigkeit/hochschuldeutsch/"}

EVERY = {
    **{f"{name}, {code}": paths[place] for name, paths in BOTH.items() for place, code in enumerate(("de", "en"))},
    **GERMAN_ONLY,
}
FIRST_VIEWS = {name: path for name, path in EVERY.items() if name.split(", ")[0] in ("home", "list", "programme")}
