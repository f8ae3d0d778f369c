"""Clients that send or read slowly, or send too much, keep nobody else waiting."""

import socket
import time
from contextlib import ExitStack

import pytest

FORM = "/account/login/"
SLOW_FORM = (
    b"POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 9000\r\n\r\nlogin=a"
)


def head(path, *headers):
    return "\r\n".join([f"POST {path} HTTP/1.1", "Host: localhost", *headers, "", ""]).encode()


def answer(connection):
    """Return the status of the answer, or 0 if the connection was closed without one."""
    received = b""
    while b"\r\n" not in received and (some := connection.recv(4096)):
        received += some
    return int(received.split()[1]) if received else 0


def test_forty_slow_forms_keep_no_thread(running_site):
    with ExitStack() as stack:
        for path in (b"/account/login/", b"/de/translation-requests/1/") * 20:
            stack.enter_context(running_site.open_socket(SLOW_FORM % path))
        quick = {path: running_site.get(path) for path in ("/livez", "/readyz", "/static/css/site.css", "/de/")}
    assert {path: response.status for path, response in quick.items()} == dict.fromkeys(quick, 200)
    assert max(response.seconds for response in quick.values()) < 5


def test_a_form_that_never_arrives_is_given_up(running_site):
    with running_site.open_socket(SLOW_FORM % FORM.encode()) as connection:
        start = time.monotonic()
        assert answer(connection) == 408
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("headers", [("Content-Length: 200000000",), ("Content-Length: 16385",)])
def test_a_form_that_announces_too_much_is_refused_before_it_is_read(running_site, headers):
    with running_site.open_socket(head(FORM, *headers)) as connection:
        assert answer(connection) == 413


def test_a_chunked_form_is_refused_at_the_first_byte_too_many(running_site):
    with running_site.open_socket(head(FORM, "Transfer-Encoding: chunked")) as connection:
        connection.sendall(b"4000\r\n" + b"a" * 0x4000 + b"\r\n")
        connection.sendall(b"1\r\na\r\n")
        assert answer(connection) == 413


def test_an_invented_session_may_send_no_more_than_a_file(running_site):
    headers = ("Cookie: sessionid=invented", "Content-Length: 200000000", "Content-Type: multipart/form-data")
    with running_site.open_socket(head("/admin/images/add/", *headers)) as connection:
        assert answer(connection) == 413


def test_staff_learn_that_a_file_is_too_large(running_site):
    """A browser that cannot send all of a form would show a broken connection in place of the answer."""
    cookie = {"Cookie": "sessionid=any", "Content-Type": "multipart/form-data; boundary=x"}
    response = running_site.get("/admin/documents/add/", "POST", b"a" * (26 * 1024 * 1024), **cookie)
    assert response.status == 413
    assert "20 MB" in response.text


def test_who_does_not_read_the_answers_keeps_no_thread(running_site):
    with ExitStack() as stack:
        for _number in range(40):
            connection = stack.enter_context(socket.socket())
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.connect(("127.0.0.1", running_site.port))
            connection.sendall(b"GET /de/ HTTP/1.1\r\nHost: localhost\r\n\r\n" * 4)
        assert running_site.get("/en/").status == 200


def test_a_header_with_underscores_is_not_the_proxy_s(running_site):
    """X_Forwarded_For would otherwise look like X-Forwarded-For, by which the proxy says where somebody is."""
    with running_site.open_socket(b"GET / HTTP/1.1\r\nHost: localhost\r\nAccept_Language: en\r\n\r\n") as connection:
        assert b"/de/" in connection.recv(4096)
