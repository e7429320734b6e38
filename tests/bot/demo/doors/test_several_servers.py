"""Two bots behind one page: each with people of its own, though their numbers are the same, and one clock for both."""

import asyncio
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import httpx
import pytest
from playwright.sync_api import Page, expect, sync_playwright

from bot.demo.clock import DemoClock
from bot.demo.doors.serve import DemoServer, listen
from bot.demo.doors.server import TOKEN, build_app
from bot.demo.doors.several_servers import SeveralServers
from bot.demo.first_people import STAFF, populate
from knowledge.language import Language, words
from knowledge.municipality.load import load_packs
from tests.bot.demo.test_page import CHROMIUM

NAMES = ("vasa", "ostersund")
TOKENS = dict(zip(NAMES, (TOKEN, "1000000002:another-token-that-nobody-knows-anywhere"), strict=True))


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """The page with two bots on a port of its own."""
    clock, packs = DemoClock(tmp_path / "clock.json"), load_packs(NAMES)
    servers = {name: build_app(token=TOKENS[name], clock=clock) for name in NAMES}
    for name, server in servers.items():
        populate(server.world, {name: packs[name]})
    titles = {name: {language: words(pack.name, language) for language in Language} for name, pack in packs.items()}
    place = listen(0)
    server = DemoServer(SeveralServers(servers, titles))
    serving = threading.Thread(target=server.run, kwargs={"sockets": [place]})
    serving.start()
    yield f"http://127.0.0.1:{place.getsockname()[1]}"
    server.should_exit = True
    serving.join(20)
    place.close()


def at(url: str, name: str, path: str, body: Any = None) -> Any:
    """Knock at the door of a bot."""
    call = httpx.post(f"{url}/at/{name}{path}", json=body) if body is not None else httpx.get(f"{url}/at/{name}{path}")
    return call.json()


def told(url: str, name: str, chat: int, text: str) -> dict[str, Any]:
    """Let a bot say something."""
    return at(url, name, f"/bot{TOKENS[name]}/sendMessage", {"chat_id": chat, "text": text})


def test_people_of_the_same_number_are_two_people(url: str) -> None:
    anna = next(one["id"] for one in at(url, "vasa", "/state")["people"] if one["first_name"] == "Anna")
    at(url, "vasa", f"/people/{anna}/write", {"text": "hej Vasa"})

    assert [at(url, name, "/health")["pending_updates"] for name in NAMES] == [1, 0]
    assert [one["text"] for one in at(url, "vasa", f"/chats/{anna}/messages")] == ["hej Vasa"]
    assert at(url, "ostersund", f"/chats/{anna}/messages") == []
    assert at(url, "ostersund", f"/bot{TOKENS['vasa']}/getMe")["error_code"] == 401
    assert [told(url, name, anna, "hej")["ok"] for name in NAMES] == [True, False]
    assert httpx.get(f"{url}/at/atlantis/state").status_code == 404


def test_the_clock_is_one_and_both_are_told_of_it(url: str) -> None:
    moved = at(url, "ostersund", "/clock", {"to": "2023-09-04T10:00"})
    heard = [at(url, name, "/changes?after=0")["changes"] for name in NAMES]
    clocks = [[change["clock"]["local"][:16] for change in all_ if change["kind"] == "clock"] for all_ in heard]
    assert (moved["local"][:16], clocks) == ("2023-09-04T10:00", [["2023-09-04T10:00"]] * 2)


class Health(BaseHTTPRequestHandler):
    """A page of health of two bots, of which the second has the nearer reminder, and of a third that does not run."""

    BOTS: ClassVar = {
        "vasa": {"next_reminder": "2023-09-08T06:00:00+00:00"},
        "ostersund": {"next_reminder": "2023-09-07T06:00:00+00:00"},
        "vaxjo": {"status": "starting"},
    }

    def do_GET(self) -> None:
        said = json.dumps({"status": "ok", "bots": self.BOTS}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_the_next_reminder_is_the_nearest_of_all_bots(tmp_path: Path) -> None:
    page = HTTPServer(("127.0.0.1", 0), Health)
    threading.Thread(target=page.serve_forever, daemon=True).start()
    app = build_app(clock=DemoClock(tmp_path / "clock.json"), health=f"http://127.0.0.1:{page.server_port}/health")

    async def moved() -> Any:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://demo") as client:
            await client.post("/clock", json={"to": "2023-09-01T09:00"})
            return (await client.post("/clock/next")).json()

    found = asyncio.run(moved())
    page.shutdown()
    page.server_close()
    assert (found["found"], found["local"][:19]) == (True, "2023-09-07T09:00:01")


class Chosen:
    """The page, on which the bot of one municipality is chosen and then the other's."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.problems = page, list[str]()
        page.on("pageerror", lambda problem: self.problems.append(str(problem)))
        page.on("console", lambda said: self.problems.append(said.text) if said.type == "error" else None)
        page.goto(url)
        expect(page.locator("html[data-ready=yes]")).to_be_visible()
        self.chooser = page.get_by_role("navigation", name="Vilken bot som visas")

    def words(self, side: str) -> Any:
        return self.page.get_by_role("region", name=side).locator(".words")

    def choose(self, name: str) -> None:
        self.chooser.get_by_role("button", name=name).click()
        expect(self.chooser.get_by_role("button", pressed=True)).to_have_text(name)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium")
def test_the_page_shows_one_bot_at_a_time_and_tells_what_is_new_at_the_other(url: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        chosen = Chosen(browser.new_page(locale="sv-SE", viewport={"width": 390, "height": 844}), url)
        box = chosen.page.get_by_role("region", name="Förening").get_by_label("Skriv ett meddelande")
        box.fill("hej Vasa")
        box.press("Enter")
        expect(chosen.words("Förening")).to_have_text(["hej Vasa"])
        told(url, "ostersund", STAFF, "ett ärende i Östersund")
        expect(chosen.chooser.get_by_role("button", name="Östersund")).to_have_attribute("data-unread", "1")

        chosen.choose("Östersund")
        expect(chosen.words("Förening")).to_have_count(0)
        chosen.page.get_by_role("button", name="Kommun").click()
        expect(chosen.words("Kommun")).to_have_text(["ett ärende i Östersund"])
        chosen.choose("Vasa")
        expect(chosen.words("Kommun")).to_have_count(0)
        assert (chosen.problems, chosen.page.url) == ([], f"{url}/#vasa")
        browser.close()
