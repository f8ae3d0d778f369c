from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of staff; visitors have no accounts. A custom model, so that fields can be added later."""
