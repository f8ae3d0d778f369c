"""The public identifier of a record: eight characters that never change, in addresses, calendars and files."""

import secrets

from django.core.validators import RegexValidator

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # without 0, 1, i, l and o, which are easily misread
LENGTH = 8

validate_public_id = RegexValidator(r"^[a-z0-9]{8}$")


def new_public_id() -> str:
    """Return a random identifier, one of 31 to the power of 8 (about 850 billion)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
