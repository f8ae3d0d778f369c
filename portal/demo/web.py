"""The processes of the demonstration: granian, as in production but on localhost only, and the scheduler."""

import http.client
import os
import socket
import sys
import time

from django.conf import settings
from django.core.management import CommandError

from portal.demo.processes import Processes
from portal.serving.granian import command

HOST = "127.0.0.1"
START_TIMEOUT = 60  # seconds
PORT_TIMEOUT = 3  # seconds


def wait_until_free(port: int) -> bool:
    """Tell whether a server can bind `port`, after waiting a moment for an earlier demonstration to end."""
    deadline = time.monotonic() + PORT_TIMEOUT
    while not _is_free(port):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def serve(processes: Processes, port: int) -> None:
    """Start the web server, as in production without DEBUG."""
    processes.start("web server", *command(HOST, port), **_environment(port))


def start_scheduler(processes: Processes, port: int) -> None:
    """Start the scheduler, as in production."""
    run = (sys.executable, str(settings.BASE_DIR / "manage.py"), "run_scheduler")
    processes.start("scheduler", *run, **_environment(port))


def _environment(port: int) -> dict[str, str]:
    """Return the variables of every process of the site; its mails link to BASE_URL, else to the port in use."""
    return {"DEBUG": "0", "BASE_URL": os.environ.get("BASE_URL") or f"http://localhost:{port}"}


def wait_until_answering(processes: Processes, port: int) -> None:
    """Return at the first response; raises CommandError if there is none within START_TIMEOUT seconds."""
    deadline = time.monotonic() + START_TIMEOUT
    while not _answers(port):
        if not processes.keep_running() or time.monotonic() > deadline:
            raise CommandError("The web server does not start; its last words stand above.")
        time.sleep(0.1)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=START_TIMEOUT)
    try:
        connection.request("GET", "/de/", headers={"Host": f"localhost:{port}"})
        return connection.getresponse().status < http.HTTPStatus.INTERNAL_SERVER_ERROR
    except OSError:
        return False
    finally:
        connection.close()
