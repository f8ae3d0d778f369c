from django.apps import AppConfig


class ChromeConfig(AppConfig):
    name = "portal.chrome"
    label = "chrome"
