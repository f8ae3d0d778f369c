from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of staff. Visitors have no accounts. Ours from the first migration on, so that it may grow."""
