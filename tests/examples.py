"""How many examples hypothesis draws for each property: 200, and 2,000 under `make test-long`."""

from hypothesis import HealthCheck, settings

# A database that is shared by all examples of a property is what our tests are made for, and asking it takes its time.
COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]}


def register():
    """Make both numbers known to `--hypothesis-profile`, and take the smaller one where that is not given."""
    settings.register_profile("short", max_examples=200, **COMMON)
    settings.register_profile("long", max_examples=2000, **COMMON)
    settings.load_profile("short")


def some(share: float, **more) -> settings:
    """Return the settings for a property of which each example is slow: a share of the usual number of examples."""
    return settings(max_examples=round(settings().max_examples * share), **more)
