"""The site as it is served in production: granian with two workers, on a database of its own."""

import os
import re
import socket
import subprocess
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

from portal.serving.granian import command
from tests.databases import Copy, with_database
from tests.processes import ROOT

HOST = "127.0.0.1"
LIMIT = 30  # seconds for any answer; what takes longer is a fault


class Site:
    """A running site: `get`, `post`, `open_socket`; `database` is its Copy, `mails` the folder of its mail."""

    def __init__(self, folder):
        self.database = Copy("demo")
        self.port = free_port()
        self.mails = folder / "mail"
        self.log = folder / "log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command(HOST, self.port), cwd=ROOT, env=self.environment(folder), stderr=log, start_new_session=True
            )
        self.wait_until_ready()

    def environment(self, folder):
        return {
            **os.environ,
            "DATABASE_URL": with_database(os.environ["DATABASE_URL"], self.database.name),
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "DATABASE_PATIENCE": "web",
            "EMAIL_FILE_PATH": str(self.mails),
            "MEDIA_ROOT": str(folder / "media"),
        }

    def wait_until_ready(self):
        """Return once both workers take requests, also the one that took the place of a killed one."""
        deadline = time.monotonic() + 60
        while self.process.poll() is None and time.monotonic() < deadline:
            if len(workers := self.workers()) == 2 and set(workers) <= self.ready_workers():
                return
            time.sleep(0.05)
        raise AssertionError(f"The site does not start:\n{self.log.read_text()}")

    def ready_workers(self):
        """Return the process ids of all workers that have ever been ready."""
        return {int(process) for process in re.findall(r"Worker (\d+) is ready", self.log.read_text())}

    def get(self, path, method="GET", body=None, **headers):
        """Return the response, with its text in `text` and the seconds it took in `seconds`."""
        start = time.monotonic()
        with closing(HTTPConnection(HOST, self.port, timeout=LIMIT)) as connection:
            headers = {"Host": "localhost", **{name.replace("_", "-"): value for name, value in headers.items()}}
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            response.text = response.read().decode()
        response.seconds = time.monotonic() - start
        return response

    def post(self, path, fields, **headers):
        return self.get(path, "POST", fields, Content_Type="application/x-www-form-urlencoded", **headers)

    def open_socket(self, sent):
        """Return a connection on which some bytes have been sent."""
        connection = socket.create_connection((HOST, self.port), timeout=LIMIT)
        connection.sendall(sent)
        return connection

    def workers(self):
        """Return the process ids of the workers."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [int(child) for child in children]

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.database.drop()


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]
