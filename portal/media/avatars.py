"""Profile pictures of staff, which pass the checks of every other picture and are stored without hidden data."""

from typing import Any

from django.core.files import File
from django.core.files.base import ContentFile
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views.account import AccountView, AvatarSettingsPanel

from portal.media.cleaning import without_hidden_data
from portal.media.uploads import CheckedImageField


class CheckedAvatarForm(AvatarPreferencesForm):
    avatar = CheckedImageField(required=False)

    def clean_avatar(self) -> File:
        """Return the picture, turned upright and at most 400 pixels wide and high."""
        if file := self.cleaned_data["avatar"]:
            file.seek(0)
            self.cleaned_data["avatar"] = ContentFile(without_hidden_data(file.read()), file.name)
        return super().clean_avatar()


class CheckedAvatarPanel(AvatarSettingsPanel):
    form_class = CheckedAvatarForm
    template_name = "media/avatar_panel.html"  # Wagtail's shows no errors


class CheckedAccountView(AccountView):
    """Wagtail's page of one's own settings, whose panels of its own no hook can replace."""

    def get_panels(self) -> list[Any]:
        return [self._checked(panel) for panel in super().get_panels()]

    def _checked(self, panel: Any) -> Any:
        if type(panel) is not AvatarSettingsPanel:
            return panel
        return CheckedAvatarPanel(panel.request, panel.user, panel.profile)
