"""The databases of a test run, copied quickly from templates that are built once.

There are two templates: "migrated" holds what the migrations create, "demo" also what `load_demo` adds. Their names
contain a hash of all their sources, so that they are rebuilt when a migration or the content changes, and only then.
Each test process has its own copies, some with data that several of its tests share; parallel runs do not interfere.

The database that DATABASE_URL names is used only to reach its server. It is neither read nor changed.
"""

import hashlib
import os
import secrets
import shutil
import subprocess
import sys
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connections
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
# Two checkouts may share a server.
CHECKOUT = hashlib.sha256(os.fsencode(ROOT)).hexdigest()[:6]
MEDIA = ROOT / "var" / "test-media"
APPS = ("portal", "partners", "programs", "atlas")


def with_database(url, name):
    """Return `url` with another database; raise ValueError if it already names it, as that would be somebody's own."""
    changed = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    if changed == url:
        raise ValueError(f"The tests would run on the database that DATABASE_URL names: {name}")
    return changed


@contextmanager
def connected_to(name):
    """Make Django use the database `name` on the test server, in all threads of this process."""
    connection = connections["default"]
    if connection.in_atomic_block:
        raise RuntimeError("This test has the empty database already: ask for the demo content or for `db`, not both.")
    before = connection.settings_dict["NAME"]
    connect_to(name)
    try:
        yield
    finally:
        connect_to(before)


def connect_to(name):
    """Make Django use the database `name` from now on; an open connection to it is kept."""
    connection = connections["default"]
    if connection.settings_dict["NAME"] != name:
        connection.close()
        connection.settings_dict["NAME"] = name


class Copy:
    """A database for this process only, copied from a template; `fill` saves more into it."""

    def __init__(self, kind, fill=None):
        self.kind, self.fill = kind, fill
        self.name = f"portal_test_{CHECKOUT}_{secrets.token_hex(4)}"
        self.create()

    def create(self):
        """Create the database and stay connected, so that other runs can see that it is in use."""
        self.template = ready_template(self.kind)
        with server() as connection, alone(connection, f"copies {CHECKOUT}"):
            drop_abandoned(connection)
            connection.execute(statement("CREATE DATABASE {} TEMPLATE {}", self.name, self.template))
            self.presence = psycopg.connect(with_database(os.environ["DATABASE_URL"], self.name), autocommit=True)
        if self.fill:
            with connected_to(self.name):
                self.fill()

    def bring_uploads(self, folder):
        """Copy its uploaded files to the media folder of the site."""
        shutil.copytree(uploads_of(self.template), folder, dirs_exist_ok=True)

    def drop(self):
        """Drop the database and end all its connections."""
        self.presence.close()
        with server() as connection:
            connection.execute(statement("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name))

    def renew(self):
        """Replace the database by a fresh copy, after a test that changed it."""
        self.drop()
        self.create()


def ready_template(kind):
    """Return the name of the template "migrated" or "demo"; build it if its sources have changed."""
    name = f"portal_{kind}_{CHECKOUT}_{fingerprint(kind)}"
    with server() as connection, alone(connection, name):
        if not exists(connection, name):
            build(connection, kind, name)
    return name


def uploads_of(template):
    """Return the folder of the files uploaded while `template` was built."""
    return MEDIA / template


def build(connection, kind, name):
    """Build a template under a temporary name, so that an incomplete one is never used."""
    unfinished = f"{name}_new"
    origin = ready_template("migrated") if kind == "demo" else "template1"
    connection.execute(statement("DROP DATABASE IF EXISTS {} WITH (FORCE)", name))
    connection.execute(statement("DROP DATABASE IF EXISTS {} WITH (FORCE)", unfinished))
    connection.execute(statement("CREATE DATABASE {} TEMPLATE {}", unfinished, origin))
    shutil.rmtree(uploads_of(name), ignore_errors=True)
    uploads_of(name).mkdir(parents=True)
    manage(*({"migrated": ("migrate",), "demo": ("load_demo",)}[kind]), database=unfinished, media=uploads_of(name))
    connection.execute(statement("ALTER DATABASE {} RENAME TO {}", unfinished, name))
    drop_predecessors(connection, kind, name)


def manage(*command, database, media):
    """Run a management command on one database of the test server."""
    environment = {
        **os.environ,
        "DATABASE_URL": with_database(os.environ["DATABASE_URL"], database),
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "MEDIA_ROOT": str(media),
    }
    process = subprocess.run(
        [sys.executable, "manage.py", *command, "--verbosity", "0", "--skip-checks"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if process.returncode:
        raise RuntimeError(f"manage.py {' '.join(command)} failed:\n{process.stdout}{process.stderr}")


def drop_predecessors(connection, kind, name):
    """Drop the templates that this checkout built from older sources."""
    for old in databases(connection, f"portal_{kind}_{CHECKOUT}_%"):
        if old != name:
            with suppress(psycopg.errors.ObjectInUse):
                connection.execute(statement("DROP DATABASE IF EXISTS {}", old))
            shutil.rmtree(uploads_of(old), ignore_errors=True)


def drop_abandoned(connection):
    """Drop the copies of test processes that were killed."""
    for name in databases(connection, f"portal_test_{CHECKOUT}_%"):
        connection.execute(statement("DROP DATABASE IF EXISTS {}", name))


def databases(connection, pattern):
    """Return the names of unused databases that match a LIKE pattern."""
    query = """
        SELECT datname FROM pg_database AS d WHERE datname LIKE %s
        AND NOT EXISTS (SELECT FROM pg_stat_activity AS a WHERE a.datid = d.oid)
    """
    return [name for (name,) in connection.execute(query, [pattern.replace("_", r"\_")])]


def exists(connection, name):
    """Return whether a template and its uploaded files exist."""
    row_count = connection.execute("SELECT FROM pg_database WHERE datname = %s", [name]).rowcount
    return row_count and uploads_of(name).exists()


def fingerprint(kind):
    """Return a hash of ten characters of everything the template is built from."""
    start_values = [*files("*.toml"), *files("**/start_values.*")]  # which migrations read
    migrated = [ROOT / "requirements.lock", *files("**/migrations/*.py"), *start_values]
    sources = migrated if kind == "migrated" else [*migrated, *files("**/*.py"), *files("demo/content/**/*")]
    digest = hashlib.sha256()
    for file in sorted(set(sources)):
        digest.update(os.fsencode(file.relative_to(ROOT)) + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:10]


def files(pattern):
    """Return the files in all apps that match a glob pattern."""
    return [file for app in APPS for file in (ROOT / app).glob(pattern) if file.is_file()]


@contextmanager
def server():
    """Yield a connection for creating and dropping databases; raise RuntimeError if the user may not."""
    with closing(connect()) as connection:
        try:
            yield connection
        except psycopg.errors.InsufficientPrivilege as error:
            raise RuntimeError("The tests need a user in DATABASE_URL that may create databases (CREATEDB).") from error


def connect():
    """Connect to the `postgres` database, since advisory locks are local to a database."""
    address = os.environ["DATABASE_URL"]
    try:
        return psycopg.connect(urlunsplit(urlsplit(address)._replace(path="/postgres")), autocommit=True)
    except psycopg.OperationalError:  # an administrator has closed it
        return psycopg.connect(address, autocommit=True)


@contextmanager
def alone(connection, purpose):
    """Hold a lock: one process at a time, others wait. The server releases it if this process dies."""
    key = int.from_bytes(hashlib.sha256(purpose.encode()).digest()[:8], signed=True)
    connection.execute("SELECT pg_advisory_lock(%s)", [key])
    try:
        yield
    finally:
        connection.execute("SELECT pg_advisory_unlock(%s)", [key])


def statement(text, *names):
    """Return SQL with quoted names."""
    return sql.SQL(text).format(*map(sql.Identifier, names))
