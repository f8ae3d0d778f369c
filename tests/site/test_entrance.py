"""The language is negotiated only at `/`; all other addresses determine their own."""

import pytest

WISHES = [
    ("de", "de"),
    ("en", "en"),
    ("fr", "de"),
    ("en-GB", "en"),
    ("de-AT,en;q=0.9", "de"),
    ("de;q=0.5,en;q=0.9", "en"),
    ("fr,en;q=0.3,de;q=0.2", "en"),
    ("fr-CH, fr;q=0.9, *;q=0.5", "de"),
    ("EN-us", "en"),
    ("english", "de"),
]


def wishing(language):
    return {"accept-language": language}


@pytest.mark.parametrize(("wish", "language"), WISHES)
def test_the_door_leads_to_the_better_of_the_two(client, wish, language):
    response = client.get("/", headers=wishing(wish))
    assert (response.status_code, response["Location"]) == (302, f"/{language}/")
    assert "Accept-Language" in response["Vary"]


@pytest.mark.parametrize("wish", ["de", "en", "fr", "en;q=1,de;q=0.1"])
def test_a_deep_link_is_answered_in_its_own_language_whatever_one_wishes(walk, client, wish):
    for address in ("/de/", "/en/", "/de/angebote/dimento/", "/en/programmes/dimento/", "/en/imprint/"):
        response = client.get(address, headers=wishing(wish))
        assert response.status_code == 200
        assert "Accept-Language" not in response.headers.get("Vary", "")
        assert response["Content-Language"] == address.split("/")[1]
        assert f'<html lang="{address[1:3]}">' in response.content.decode()


@pytest.mark.parametrize(("wish", "language"), [("de", "de"), ("en", "en"), ("fr", "de")])
@pytest.mark.parametrize("path", ["/fr/", "/fr/angebote/", "/english/", "/favicon.ico", "/DE/"])
def test_what_is_no_language_is_not_found_in_the_language_that_one_wishes(demo_content, client, path, wish, language):
    response = client.get(path, headers=wishing(wish))
    assert response.status_code == 404
    assert f'<html lang="{language}">' in response.content.decode()
    assert "Accept-Language" in response["Vary"]


def test_a_wish_is_not_remembered(walk, client):
    client.get("/en/")
    assert client.get("/", headers=wishing("de"))["Location"] == "/de/"
    assert client.cookies == {}


def test_without_its_slash_an_address_leads_to_the_one_with_it(demo_content, client):
    response = client.get("/de/angebote?situation=children", headers=wishing("en"))
    assert (response.status_code, response["Location"]) == (301, "/de/angebote/?situation=children")
