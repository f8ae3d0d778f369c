"""The connection to PostgreSQL, and for how long it may keep anybody waiting."""

from typing import Any

from environ import Env

env = Env()

# In milliseconds, how long PostgreSQL may work on a statement, wait for a lock, and wait for the next statement within
# a transaction. Nobody waits for a page longer than that; commands have more time, but must not block the site either.
DATABASE_PATIENCE = {
    "web": {"statement_timeout": 15_000, "lock_timeout": 2_000, "idle_in_transaction_session_timeout": 60_000},
    "commands": {
        "statement_timeout": 30 * 60_000,
        "lock_timeout": 60_000,
        "idle_in_transaction_session_timeout": 30 * 60_000,
    },
}


def database() -> dict[str, Any]:
    """Return the connection settings from DATABASE_URL.

    Without a pool: while the server is away, every page would wait for its timeout.
    """
    settings = {**env.db("DATABASE_URL"), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    settings["ENGINE"] = "portal.core.postgresql"
    # Compiling (jit) takes longer than the long queries that count facets; these sort more than the default of 4 MB.
    tuning = "-c jit=off -c work_mem=16MB -c random_page_cost=1.1"
    patience = DATABASE_PATIENCE[env.str("DATABASE_PATIENCE", default="commands")]
    tuning += "".join(f" -c {name}={milliseconds}" for name, milliseconds in patience.items())
    settings["OPTIONS"] = {"connect_timeout": 5, "options": tuning, **settings.get("OPTIONS", {})}  # seconds
    return settings
