"""What the search finds is there."""

import pytest

ADDRESSES = {"de": "/de/suche/", "en": "/en/search/"}


@pytest.mark.parametrize(("language", "address"), ADDRESSES.items())
def test_every_result_opens(walk, client, language, address):
    urls = set()
    for q in ("Studium", "Beratung", "university", "Kinderbetreung"):
        url = f"{address}?q={q}"
        while url:
            results = client.get(url).context["results"]
            urls |= {hit.url for hit in [*results.hits, *results.similar]}
            url = results.next_url
    assert any(url.startswith(f"/{language}/") for url in urls)
    assert len(urls) > 60
    unvisited = urls - walk.answers.keys()
    assert {url for url in urls - unvisited if walk.answers[url].status != 200} == set()
    assert {url for url in unvisited if client.get(url).status_code != 200} == set()
