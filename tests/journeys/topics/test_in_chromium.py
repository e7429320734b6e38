"""A case in the page of the demo, end to end: an association, navigators with a topic for each case, and an office."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.in_chromium import MARKS, PATIENCE, Demo, InChromium, a_page

pytestmark = MARKS
NEED = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"
GENERAL = "Allmänt"


@pytest.fixture
def demo() -> Iterator[Demo]:
    """The demo as anyone starts it: with topics."""
    running = Demo(topics=True)
    yield running
    running.close()


class Town(InChromium):
    """The page with the staff group's topics and the office's chat."""

    def __init__(self, demo: Demo, page: Page) -> None:
        super().__init__(demo, page, "sv")
        self.topics = self.staff.locator(".topics button")

    def open_case(self) -> str:
        """Let the association send an idea; return the case's reference."""
        for words in (NEED, "1", "skicka idén till kontaktpersonen", "Byalaget rf", "skicka till kommunen"):
            self.type("M", words, to_card=False)
            self.settle()
        expect(self.topics).to_have_count(3, timeout=PATIENCE)
        return re.match(r"\w{5}", self.topics.last.inner_text())[0]

    def look_into(self, chat: str) -> None:
        """Open a chat of the municipality."""
        self.staff.get_by_role("tab", name=re.compile(chat)).click()

    def look_at(self, topic: str) -> None:
        """Open a topic of the staff group."""
        self.topics.filter(has_text=topic).click()

    def says(self, name: str, words: str) -> None:
        """Let somebody of the municipality write in the chat that is open."""
        self.staff.get_by_label(self.words["writeAs"]).select_option(name)
        box = self.staff.get_by_label(self.words["message"], exact=True)
        box.fill(words)
        box.press("Enter")
        expect(box).to_have_value("", timeout=PATIENCE)
        self.settle()

    def pushes(self, label: str) -> None:
        self.staff.locator(".messages").get_by_role("button", name=label, exact=True).last.click(timeout=PATIENCE)
        self.settle()

    def tool(self, word: str) -> None:
        """Do something with the topics of the group."""
        self.staff.locator(".more").get_by_role("button", name=self.words[word]).click()
        self.settle()

    def shown(self, words: str) -> Locator:
        """Wait until something stands in the chat or topic of the municipality that is open."""
        found = self.staff.locator(".message", has_text=words).last
        expect(found).to_be_visible(timeout=PATIENCE)
        return found

    def hears(self, words: str) -> None:
        """Wait until the association has read something."""
        expect(self.member.locator(".message", has_text=words).last).to_be_visible(timeout=PATIENCE)


def test_a_case_goes_through_association_topic_and_office(demo: Demo) -> None:
    with a_page(demo, "sv") as page:
        town = Town(demo, page)
        reference = town.open_case()
        town.pushes("Ta ärendet")
        expect(town.topics.filter(has_text=f"{reference} · tagen")).to_have_attribute("aria-pressed", "true")
        town.pushes("Fråga en enhet")
        town.says("Nora", "Har ni en lokal på onsdagar?")
        town.pushes("Skicka frågan")
        town.look_into("Välfärdstjänsterna")
        town.shown("Har ni en lokal på onsdagar?")
        town.pushes("Vi tar det")
        town.look_into("Kontaktpersoner")
        town.look_at(GENERAL)
        expect(town.staff.locator(".message.theirs", has_text=reference)).to_have_count(0)
        town.look_at(reference)
        town.shown("Välfärdstjänsterna (Ulla) tar ärende")
        town.pushes("Svara föreningen")
        town.says("Nora", "Ni får en lokal på onsdagar.")
        town.pushes("Skicka")
        town.hears("Ni får en lokal på onsdagar.")

        town.tool("closeTopic")
        expect(town.topics.filter(has_text=reference)).to_contain_text(town.words["closed"])
        town.press("M", f"Svara {reference}")
        town.type("M", "Tack! Vilken tid?", to_card=False)
        town.shown("Vilken tid?")
        expect(town.topics.filter(has_text=reference)).not_to_contain_text(town.words["closed"])

        town.tool("deleteTopic")
        expect(town.topics.filter(has_text=reference)).to_be_hidden()
        town.press("M", f"Svara {reference}")
        town.type("M", "Passar klockan tio?", to_card=False)
        expect(town.topics.filter(has_text=reference)).to_be_visible(timeout=PATIENCE)
        town.look_at(reference)
        town.shown("fanns inte längre")
        town.shown("Passar klockan tio?")


def test_topics_fit_a_phone_and_can_be_turned_off(demo: Demo) -> None:
    with a_page(demo, "sv", width=390, height=844) as page:
        town = Town(demo, page)
        for words in (NEED, "1", "skicka idén till kontaktpersonen", "Byalaget rf", "skicka till kommunen"):
            town.type("M", words, to_card=False)
            town.settle()
        page.locator(".sides").get_by_role("button", name="Kommun").click()
        expect(town.topics).to_have_count(3, timeout=PATIENCE)
        town.pushes("Ta ärendet")
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        town.topics.first.click()
        town.tool("withoutTopics")
        expect(town.topics.first).to_be_hidden()
