"""Transcripts in a real browser: `lots demo` as anyone starts it, and a stage that types and presses in its page.

Everything the people do goes through the page: typing, buttons by their words, who writes in the staff group, the
clock's own buttons. The bot's health page only tells when there is nothing left to wait for. It stands
apart from `tests/stages/`, for only a browser shows what the page makes of it all.
"""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, Locator, Page, expect, sync_playwright

from tests.bot.running import ROOT, TOKEN, LocalBotApi, fetch, free_port
from tests.journeys.over_http import CARD
from tests.journeys.transcript import spaced

CHROMIUM = Path("/usr/bin/chromium")
MARKS = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium"),
    pytest.mark.timeout(240),
]
PATIENCE = 20_000
MEMBERS = {"sv": "Anna", "fi": "Mikko", "en": "Sara"}
NAVIGATORS = {"N": "Nora", "O": "Niko"}
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
NEARLY = timedelta(minutes=10)
PICTURE = ROOT / "docs" / "images" / "demo.png"
# What stands in a chat: the id of each message that is not the viewer's own, with its words and the name of its file.
STANDING = """
  (side) => Object.fromEntries([...document.querySelectorAll(`.pane[data-side=${side}] .message.theirs`)].map((one) =>
    [one.id, [one.querySelector(".words")?.textContent ?? "", one.querySelector(".file .title")?.textContent ?? ""]]))
"""
CAME = f"""
  ([side, part, before, wanted]) => {{
    const standing = ({STANDING})(side);
    const fresh = Object.entries(standing).filter(([id, found]) => String(before[id]) !== String(found));
    const came = fresh.map(([, found]) => found[part]).join("\\n\\n");
    return came.replace(/[\\u00a0\\u202f]/g, " ").toLowerCase().includes(wanted);
  }}
"""


class Demo(LocalBotApi):
    """The demo in its own process: the page, the local Bot API, and the production bot beside them.

    Transcripts are written for a staff group without topics.
    """

    def __init__(self, *, topics: bool = False) -> None:
        port = two_free_ports()
        command = [sys.executable, "-m", "bot", "demo", "--no-browser", "--port", str(port)]
        command += [] if topics else ["--no-topics"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        self.url, self.bot = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{port + 1}"
        while "ready" not in (line := self._process.stdout.readline()):
            assert line, "the demo has ended"

    def kill_the_bot(self) -> None:
        """End the bot as a power cut would; the demo starts it again."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text()
        os.kill(int(children.split()[0]), signal.SIGKILL)

    def is_quiet(self) -> bool:
        """Tell whether no update and no message is on its way."""
        underway = self.ask(f"/bot{TOKEN}/getWebhookInfo")["result"]["pending_update_count"]
        try:
            health = fetch(f"{self.bot}/health")
        except OSError:
            return False
        if "outbox" not in health:  # the database is slow to tell
            return False
        return not (underway or health["waiting"] or health["outbox"]["pending"] or health["outbox"]["sending"])

    def next_reminder(self) -> datetime | None:
        """The instant of the next reminder that is planned."""
        found = fetch(f"{self.bot}/health")["next_reminder"]
        return datetime.fromisoformat(found) if found else None


class InChromium:
    """A stage on the page. `code` is the language of the member and of the page."""

    def __init__(self, demo: Demo, page: Page, code: str) -> None:
        self.demo, self.page, self.code = demo, page, code
        self.words: dict[str, str] = page.evaluate("fetch('/page/texts.json').then((found) => found.json())")[code]
        self.member, self.staff = self._pane("association"), self._pane("municipality")
        self.member.get_by_role("tab", name=MEMBERS[code]).click()
        self.before: dict[str, Any] = {}

    def type(self, actor: str, text: str, *, to_card: bool) -> None:
        pane = self._as(actor)
        if to_card:
            card = pane.locator(".message", has_text=CARD).last
            card.hover()
            card.locator(".tools button").first.click()
        box = pane.get_by_label(self.words["message"], exact=True)
        box.fill(text)
        box.press("Enter")
        expect(box).to_have_value("", timeout=PATIENCE)

    def press(self, actor: str, label: str) -> None:
        buttons = self._as(actor).locator(".messages").get_by_role("button", name=label, exact=True)
        buttons.last.click(timeout=PATIENCE)

    def send_thing(self, actor: str, kind: str) -> None:
        pane = self._as(actor)
        if kind == "sticker":
            pane.get_by_role("button", name=self.words["sticker"]).click()
            pane.get_by_role("menuitem").first.click()
        else:
            pane.locator("input.files").set_input_files(PICTURE)

    def move_clock(self, to: datetime) -> None:
        while (due := self._next_reminder()) is not None and due <= to:
            self._step("next")
            self.demo.wait(lambda due=due: self.demo.next_reminder() != due)
        for word, length in (("day", DAY), ("hour", HOUR)):
            while self._now() + length < to + NEARLY:
                self._step(word)

    def restart(self) -> None:
        self.settle()
        self.demo.kill_the_bot()
        expect(self.page.locator("#banner")).to_have_text(self.words["botDown"], timeout=PATIENCE)
        expect(self.page.locator("#banner")).to_be_hidden(timeout=PATIENCE)

    def shut_out(self, who: str) -> None:
        self._stand(who, "kicked", "block")

    def let_in(self, who: str) -> None:
        self._stand(who, "administrator", "unblock")

    def begin_act(self) -> None:
        self.settle()
        self.before = {side: self.page.evaluate(STANDING, side) for side in ("association", "municipality")}

    def news(self, where: str, *, wanted: str) -> str:
        if not wanted:
            self.settle()
        side, part = "municipality" if where == "D" else "association", 1 if where == "F" else 0
        before = self.before[side]
        with contextlib.suppress(Error):  # whoever asked compares the words and tells what came instead
            self.page.wait_for_function(CAME, arg=[side, part, before, spaced(wanted)], timeout=PATIENCE)
        standing: dict[str, list[str]] = self.page.evaluate(STANDING, side)
        fresh = [found for number, found in standing.items() if before.get(number) != found]
        return "\n\n".join(found[part] for found in fresh)

    def settle(self) -> None:
        """Wait until nothing is on its way and the page shows all that has come."""
        self.demo.wait(self.demo.is_quiet)
        for pane in (self.member, self.staff):
            shown = pane.get_attribute("data-chat")
            last = [message["message_id"] for message in self.demo.ask(f"/chats/{shown}/messages")][-1:]
            for number in last:
                pane.locator(f"[id$='-m{number}']").wait_for(state="attached", timeout=PATIENCE)

    def download(self, name: str) -> bytes:
        """Click a file in the member's chat and return what is saved."""
        with self.page.expect_download() as started:
            self.member.get_by_role("link", name=re.compile(re.escape(name))).last.click()
        assert started.value.suggested_filename == name
        return Path(started.value.path()).read_bytes()

    def _stand(self, who: str, status: str, act: str) -> None:
        chat = (self.member if who == "member" else self.staff).get_attribute("data-chat") or ""
        if who == "member":
            self.demo.act(int(chat), act)
        else:
            self.demo.ask(f"/chats/{chat}/bot", {"status": status})

    def _as(self, actor: str) -> Locator:
        if actor in NAVIGATORS:
            self.staff.get_by_label(self.words["writeAs"]).select_option(NAVIGATORS[actor])
            return self.staff
        return self.member

    def _pane(self, side: str) -> Locator:
        return self.page.locator(f".pane[data-side={side}]")

    def _now(self) -> datetime:
        return datetime.fromisoformat(self.page.locator("#now").get_attribute("datetime") or "")

    def _step(self, word: str) -> None:
        before = self._now()
        self.page.get_by_role("button", name=self.words[word], exact=True).click()
        self.page.wait_for_function(
            "(before) => Date.parse(document.getElementById('now').dateTime) > before + 60000",
            arg=before.timestamp() * 1000,
        )

    def _next_reminder(self) -> datetime | None:
        self.settle()
        return self.demo.next_reminder()


@contextlib.contextmanager
def a_page(demo: Demo, code: str, *, width: int = 1360, height: int = 860) -> Iterator[Page]:
    """The demo's page in Chromium, whose errors fail the test."""
    problems: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(locale=f"{code}-FI", viewport={"width": width, "height": height})
        page.on("pageerror", lambda problem: problems.append(str(problem)))
        page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
        page.goto(demo.url)
        page.locator("html[data-ready=yes]").wait_for()
        yield page
        browser.close()
    assert problems == []


def two_free_ports() -> int:
    """A port that nobody listens on, nor on the next one, where the demo's bot tells of its health."""
    while True:
        port = free_port()
        with contextlib.suppress(OSError), socket.socket() as following:
            following.bind(("127.0.0.1", port + 1))
            return port
