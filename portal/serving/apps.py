from django.apps import AppConfig


class ServingConfig(AppConfig):
    name = "portal.serving"
    label = "serving"
