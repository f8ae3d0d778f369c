"""The number of examples that Hypothesis draws per property: 200, or 2,000 under `make test-long`."""

from hypothesis import HealthCheck, settings

# Our tests share a database between the examples of a property on purpose, and queries take time.
COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]}


def register():
    """Register both profiles for `--hypothesis-profile`, and load the short one as the default."""
    settings.register_profile("short", max_examples=200, **COMMON)
    settings.register_profile("long", max_examples=2000, **COMMON)
    settings.load_profile("short")


def some(share: float, **options) -> settings:
    """Return settings for a property with slow examples: a share of the usual number of examples."""
    return settings(max_examples=round(settings().max_examples * share), **options)
