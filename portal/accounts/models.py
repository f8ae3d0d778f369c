from django.contrib.auth.models import AbstractUser
from wagtail.search import index


class User(index.Indexed, AbstractUser):
    """A member of staff; visitors have no accounts. A custom model, so that fields can be added later."""

    search_fields = [index.AutocompleteField(name) for name in ("first_name", "last_name", "username", "email")]
