"""The page: its words in three languages, its colours, and one walk through it in a real Chromium."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect, sync_playwright

from bot.demo.doors.server import PAGE, TOKEN

CHROMIUM = Path("/usr/bin/chromium")
SOURCES = "\n".join((PAGE / name).read_text() for name in ("index.html", "app.js", "town.js", "pane.js", "message.js"))


def test_every_word_exists_in_three_languages_and_is_used() -> None:
    texts = json.loads((PAGE / "texts.json").read_text())
    assert sorted(texts) == ["en", "fi", "sv"]
    assert texts["sv"].keys() == texts["en"].keys() == texts["fi"].keys()
    quoted = set(re.findall(r'"([A-Za-z]+)"', SOURCES))
    asked = set(re.findall(r'(?:word\("|data-(?:text|label|placeholder)=")([A-Za-z]+)"', SOURCES))
    assert asked - texts["en"].keys() == set()
    assert texts["en"].keys() - quoted == set()


def palettes() -> list[dict[str, str]]:
    style = (PAGE / "style.css").read_text()
    found = [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", block))
        for block in re.findall(r":root \{(.*?)\}", style, re.S)
    ]
    return [found[0], found[0] | found[1]]


def brightness(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def test_text_stands_out_from_what_is_behind_it() -> None:
    pairs = [(text, ground) for text in ("ink", "muted", "accent") for ground in ("paper", "surface", "faint", "soft")]
    pairs += [
        ("on-accent", "accent"),
        ("on-signal", "signal"),
        ("ink", "mine"),
        ("accent", "mine"),
        ("signal", "surface"),
    ]
    weak = [
        (text, ground, round(contrast(palette[text], palette[ground]), 2))
        for palette in palettes()
        for text, ground in pairs
        if contrast(palette[text], palette[ground]) < 4.5
    ]
    assert weak == []


@contextmanager
def process(*arguments: str) -> Iterator[str]:
    """A Python process and the first line that it writes."""
    running = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True)
    try:
        assert running.stdout
        yield running.stdout.readline().strip()
    finally:
        running.terminate()
        running.communicate(timeout=20)


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """A local Bot API with Anna, the staff group with Nora, and the echo bot."""
    with process("-m", "bot.demo.doors.serve", "--port", "0", "--clock", str(tmp_path / "clock.json")) as address:
        anna = {"first_name": "Anna", "language_code": "sv"}
        assert httpx.post(f"{address}/people", json=anna).status_code == 201
        nora = httpx.post(f"{address}/people", json={"first_name": "Nora"}).json()["id"]
        assert httpx.post(f"{address}/chats", json={"title": "Personal", "members": [nora]}).status_code == 201
        with process(str(Path(__file__).with_name("echo.py")), address, TOKEN) as ready:
            assert ready == "ready"
            yield address


class Walk:
    """A walk through the page in Swedish: each method is one thing that somebody does, and what is then seen."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.problems: list[str] = []
        page.on("pageerror", lambda problem: self.problems.append(str(problem)))
        page.on("console", lambda said: self.problems.append(said.text) if said.type == "error" else None)
        page.goto(url)
        expect(page.locator("html[data-ready=yes]")).to_be_visible()
        self.pane = page.get_by_role("region", name="Förening")
        self.box = self.pane.get_by_label("Skriv ett meddelande")

    def says(self, text: str) -> None:
        self.box.fill(text)
        self.box.press("Enter")

    def writes_what_looks_like_markup(self) -> None:
        self.says("hej <img src=x onerror=alert(1)> {{7*7}}")
        echo = self.pane.locator(".theirs").first
        expect(echo.locator(".words")).to_have_text("Ni skrev: hej <img src=x onerror=alert(1)> {{7*7}}")
        expect(echo.locator(".words strong")).to_have_text("Ni skrev:")
        expect(self.pane.locator(".words img")).to_have_count(0)

    def presses_a_button_and_opens_a_notice(self) -> None:
        echo = self.pane.locator(".theirs").first
        echo.get_by_role("button", name="Tryck: 0").click()
        expect(echo.get_by_role("button", name="Tryck: 1")).to_be_visible()
        expect(self.page.locator("#toast")).to_have_text("Räknat")
        self.pane.get_by_role("button", name="Fråga").click()
        expect(self.page.get_by_role("dialog")).to_contain_text("Det här är en ruta")
        self.page.get_by_role("dialog").get_by_role("button", name="OK").click()

    def saves_a_file_under_its_name(self) -> None:
        self.pane.get_by_role("button", name="Fil", exact=True).click()
        with self.page.expect_download() as started:
            self.pane.get_by_role("link", name="Vasa Exempelförening rf_grunduppgifter.pdf").click()
        assert started.value.suggested_filename == "Vasa Exempelförening rf_grunduppgifter.pdf"
        assert Path(started.value.path()).read_bytes() == b"%PDF-1.7 tiny"

    def chooses_a_command(self) -> None:
        self.pane.get_by_role("button", name="Kommandon").click()
        self.pane.get_by_role("menuitem", name="/help Hjälp").click()
        expect(self.pane.locator(".mine .words").last).to_have_text("/help")

    def edits_a_message(self) -> None:
        self.pane.locator(".mine").first.get_by_role("button", name="Ändra").click()
        self.says("hej på er")
        expect(self.pane.locator(".mine .words").first).to_have_text("hej på er")

    def moves_the_clock(self) -> None:
        now = self.page.locator("#now")
        expect(now).to_contain_text("Fredag 1 september 2023 kl. 09:0", ignore_case=True)
        self.page.get_by_role("button", name="+1 dag").click()
        expect(now).to_contain_text("Lördag 2 september 2023 kl. 09:0", ignore_case=True)

    def writes_in_the_staff_group(self) -> None:
        staff = self.page.get_by_role("region", name="Kommun")
        staff.get_by_label("Skriv ett meddelande").fill("någon här?")
        staff.get_by_role("button", name="Skicka", exact=True).click()
        expect(staff.locator(".theirs .words strong")).to_have_text("Ni skrev:")

    def changes_the_language_of_the_page(self) -> None:
        self.page.get_by_label("Sidans språk").select_option("fi")
        expect(self.page.get_by_role("button", name="Seuraavaan muistutukseen")).to_be_visible()


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium")
def test_a_walk_through_the_page(url: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        walk = Walk(browser.new_page(locale="sv-SE", viewport={"width": 1400, "height": 900}), url)
        walk.writes_what_looks_like_markup()
        walk.presses_a_button_and_opens_a_notice()
        walk.saves_a_file_under_its_name()
        walk.chooses_a_command()
        walk.edits_a_message()
        walk.moves_the_clock()
        walk.writes_in_the_staff_group()
        walk.changes_the_language_of_the_page()
        assert walk.problems == []
        browser.close()
