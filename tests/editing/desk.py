"""A member of staff at work in a browser, under either interface language."""

from dataclasses import dataclass

from playwright.sync_api import expect

from tests.chromium import follow


@dataclass(frozen=True)
class Words:
    """The interface's labels of the buttons and fields that the test uses."""

    language: str
    title: str
    lede: str
    preview: str
    more: str
    submit: str
    submit_again: str
    status: str
    schedule: str
    save_schedule: str
    approve: str
    ask_for_changes: str
    publish: str
    actions: str
    version: str
    write: str
    english_title: str
    english_lede: str
    save_english: str
    still_correct: str
    translations: str


ENGLISH = Words(
    language="en",
    title="Page title",
    lede="Opening sentence",
    preview="Toggle preview",
    more="More actions",
    submit="Submit to Freigabe / Approval",
    submit_again="Resubmit to Freigabe / Approval",
    status="Toggle status",
    schedule="Set schedule",
    save_schedule="Save schedule",
    approve="Approve and Publish",
    ask_for_changes="Request changes",
    publish="Publish",
    actions="Actions",
    version="English version",
    write="Write the English version",
    english_title="Title, in English",
    english_lede="Opening sentence, in English",
    save_english="Save the English draft",
    still_correct="Still correct",
    translations="Translations",
)
GERMAN = Words(
    language="de",
    title="Seitentitel",
    lede="Vorspann",
    preview="Vorschau umschalten",
    more="Mehr Aktionen",
    submit="In Freigabe / Approval einreichen",
    submit_again="Erneut in Freigabe / Approval einreichen",
    status="Status umschalten",
    schedule="Zeitplan festlegen",
    save_schedule="Zeitplan speichern",
    approve="Freigeben und Veröffentlichen",
    ask_for_changes="Änderungen anfordern",
    publish="Veröffentlichen",
    actions="Aktionen",
    version="Englische Fassung",
    write="Die englische Fassung schreiben",
    english_title="Titel, auf Englisch",
    english_lede="Vorspann, auf Englisch",
    save_english="Den englischen Entwurf speichern",
    still_correct="Stimmt noch",
    translations="Übersetzungen",
)


class Desk:
    """A member of staff at work in one tab, with an interface in one language."""

    def __init__(self, tab, words):
        self.tab, self.words = tab, words

    def button(self, name):
        return self.tab.get_by_role("button", name=name, exact=True)

    def write(self, title, lede):
        self.tab.get_by_placeholder(self.words.title).fill(title)
        self.tab.get_by_role("textbox", name=self.words.lede).fill(lede)

    def see_preview(self, title, language):
        """Open the preview panel, check what it shows, and close it again."""
        self.button(self.words.preview).click()
        page = self.tab.frame_locator("iframe.w-preview__iframe").last
        expect(page.locator("h1")).to_have_text(title)
        expect(page.locator("html")).to_have_attribute("lang", language)
        self.button(self.words.preview).click()

    def choose(self, action):
        """Choose an action from the menu at the foot of the form."""
        self.button(self.words.more).click()
        follow(self.button(action))

    def set_schedule(self, start):
        self.button(self.words.status).click()
        self.button(self.words.schedule).click()
        dialog = self.tab.get_by_role("dialog")
        dialog.locator("#id_go_live_at").fill(f"{start:%Y-%m-%d %H:%M}")
        with self.tab.expect_navigation():
            # By keyboard: the calendar opens automatically and covers the button.
            dialog.get_by_role("button", name=self.words.save_schedule).press("Enter")

    def open(self, page):
        self.tab.goto(f"/admin/pages/{page.pk}/edit/")
