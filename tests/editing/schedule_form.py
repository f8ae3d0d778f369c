"""An edit form with an open schedule dialog, as the browser's script would open it."""

from bs4 import BeautifulSoup

from tests.admin.forms import Form


class OpenForm(Form):
    def __init__(self, client, url, html):
        soup = BeautifulSoup(html, "html.parser")
        for template in soup.select("template"):
            if template.select_one('[name="go_live_at"]'):
                dialog = template.extract()
                dialog.name = "div"
                soup.select_one("form[data-edit-form]").append(dialog)
        super().__init__(client, url, str(soup))

    def refused(self, action="action-publish"):
        response = self.post(action)
        assert response.status_code == 200, f"saved, or broken: {response.status_code}"
        return OpenForm(self.client, self.url, response.content.decode())
