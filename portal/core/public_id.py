"""Eight characters that name a record for good: in addresses, calendars, files and in its weave."""

import secrets

from django.core.validators import RegexValidator

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # without 0, 1, i, l, o: they are misread
LENGTH = 8

validate_public_id = RegexValidator(r"^[a-z0-9]{8}$")


def new_public_id() -> str:
    """Return a fresh identifier: 31 to the power of 8 are about 850 billion."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
