"""Transcripts on the whole bot: the local Bot API in one process, `lots run` in another, people over HTTP.

Here is what `tests/stages/` leaves out: HTTP, a database, processes that die. Waiting is for words to appear, never for
time to pass. The clock is a file, as in the demo. `Mortal` is the same
stage with a bot that is killed between all acts; every other act happens while it is dead.
"""

import json
import sys
import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.bot.forked.copies import ForkedLots
from tests.bot.running import TOKEN, LocalBotApi
from tests.journeys.on_step import OFFICE
from tests.journeys.transcript import INVITATION, spaced
from tests.stages.in_memory import STAFF

PATIENCE = 40.0
Messages = dict[int, dict[str, Any]]


class Bot(ForkedLots):
    """The production process."""

    def __init__(self, settings: Mapping[str, str], folder: Path) -> None:
        super().__init__(settings, folder)
        self._command = [sys.executable, "-m", "bot", "run"]

    @property
    def running(self) -> bool:
        """Tell whether the process lives."""
        return self._process is not None and self._process.poll() is None


class OverHttp:
    """A stage that plays everything over HTTP."""

    def __init__(self, telegram: LocalBotApi, lots: Bot, clock: Path, code: str) -> None:
        self.telegram, self.lots, self.clock, self.code = telegram, lots, clock, code
        self.people = {name: telegram.person(who, language_code=code) for name, who in PEOPLE.items()}
        telegram.group(self.people["N"], self.people["O"], id=STAFF)
        telegram.group(self.people["U"], id=OFFICE)
        self.before: dict[int, Messages] = {}

    @property
    def member(self) -> int:
        """The member's private chat."""
        return self.people["M"]

    def type(self, actor: str, text: str, *, to_card: bool) -> None:
        where = {} if actor == "M" else {"chat": self._chat(actor)}
        if to_card:
            where["reply_to"] = self._newest_question() if actor == "U" else self._newest_card()
        self.telegram.write(self.people[actor], text, **where)

    def press(self, actor: str, label: str) -> None:
        chat = self._chat(actor)
        message = self.telegram.wait(lambda: self._with_button(chat, label))
        where = {} if actor == "M" else {"chat": chat}
        self.telegram.act(self.people[actor], "press", message_id=message, button=label, **where)

    def _chat(self, actor: str) -> int:
        return {"M": self.member, "U": OFFICE}.get(actor, STAFF)

    def go(self, *acts: str) -> None:
        """Say and press what leads to a step; what is pressed stands in brackets."""
        for act in acts:
            if act.startswith("["):
                self.press("M", act[1:-1])
            else:
                self.type("M", act, to_card=False)
            self.settle()

    def send_thing(self, actor: str, kind: str) -> None:
        if kind.startswith("file "):
            name, _, size = kind.removeprefix("file ").rpartition(" ")
            self.telegram.send_file(self.people[actor], name, name.encode() * (int(size) // len(name.encode()) + 1))
            return
        act = {"photo": "notice", "sticker": "sticker"}[kind]
        self.telegram.act(self.people[actor], act, **({"kind": "photo"} if act == "notice" else {}))

    def move_clock(self, to: datetime) -> None:
        while (due := self._next_reminder()) is not None and due <= to:
            self._set(due + timedelta(seconds=1))
            self.telegram.wait(lambda due=due: self._next_reminder() != due)
        self._set(to)

    def restart(self) -> None:
        self.settle()
        self.lots.kill()
        self.lots.start()

    def invitation(self) -> str:
        said = [message.get("text", "") for _, message in sorted(self._messages(self.member).items())]
        return INVITATION.findall("\n".join(said))[-1]

    def shut_out(self, who: str) -> None:
        self._stand(who, "kicked", "block")

    def let_in(self, who: str) -> None:
        self._stand(who, "administrator", "unblock")

    def _stand(self, who: str, status: str, act: str) -> None:
        if who == "member":
            self.telegram.act(self.member, act)
        else:
            self.telegram.ask(f"/chats/{STAFF}/bot", {"status": status, "person": self.people["N"]})

    def begin_act(self) -> None:
        self.settle()
        self.remember()

    def remember(self) -> None:
        """Note what stands in the chats now, so that news are what came since."""
        self.before = {chat: self._messages(chat) for chat in (self.member, STAFF, OFFICE)}

    def news(self, where: str, *, wanted: str) -> str:
        if not wanted:
            self.settle()
        ends = time.monotonic() + PATIENCE
        while spaced(wanted) not in spaced(found := self._news(where)) and time.monotonic() < ends:
            self._wait_for_change()
        return found

    def settle(self) -> None:
        """Wait until nothing waits any more: no update, no message on its way."""
        self.telegram.wait(self._is_quiet)

    def _is_quiet(self) -> bool:
        underway = self.telegram.ask(f"/bot{TOKEN}/getWebhookInfo")["result"]["pending_update_count"]
        try:
            health = self.lots.health()
        except OSError:
            return False
        if "outbox" not in health:  # the database is slow to tell
            return False
        outbox = health["outbox"]
        return not (underway or health["waiting"] or outbox["pending"] or outbox["sending"])

    def _news(self, where: str) -> str:
        chat = {"D": STAFF, "Q": OFFICE}.get(where, self.member)
        before = self.before.get(chat, {})
        fresh = [message for number, message in self._messages(chat).items() if before.get(number) != message]
        if where == "F":
            return "\n".join(message["document"]["file_name"] for message in fresh if "document" in message)
        return "\n\n".join(message.get("text") or message.get("caption") or "" for message in fresh)

    def _messages(self, chat: int) -> Messages:
        return {message["message_id"]: message for message in self.telegram.messages(chat)}

    def _with_button(self, chat: int, label: str) -> int | None:
        for number, message in reversed(self._messages(chat).items()):
            rows = message.get("reply_markup", {}).get("inline_keyboard", [])
            if any(button["text"] == label for row in rows for button in row):
                return number
        return None

    def _newest_card(self) -> int:
        cards = [number for number, message in self._messages(STAFF).items() if CARD in message.get("text", "")]
        return max(cards)

    def _newest_question(self) -> int:
        return max(number for number, message in self._messages(OFFICE).items() if "reply_markup" in message)

    def _next_reminder(self) -> datetime | None:
        self.settle()
        found = self.lots.health()["next_reminder"]
        return datetime.fromisoformat(found) if found else None

    def _set(self, instant: datetime) -> None:
        set_clock(self.clock, instant)

    def _wait_for_change(self) -> None:
        seq = self.telegram.ask("/state")["seq"]
        self.telegram.ask(f"/changes?after={seq}&timeout=0.05")


class Mortal(OverHttp):
    """The same stage, where the bot is killed before every act; every other act happens while it is dead."""

    count = 0

    def begin_act(self) -> None:
        self.settle()
        self.lots.kill()
        self.count += 1
        if self.count % 2:
            self.lots.start()
        self.remember()

    def news(self, where: str, *, wanted: str) -> str:
        self._revive()
        return super().news(where, wanted=wanted)

    def move_clock(self, to: datetime) -> None:
        self._revive()
        super().move_clock(to)

    def restart(self) -> None:
        self._revive()

    def settle(self) -> None:
        self._revive()
        super().settle()

    def _revive(self) -> None:
        if not self.lots.running:
            self.lots.start()


def set_clock(file: Path, instant: datetime) -> None:
    """Move the bot's clock: write the file that it looks at."""
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps({"instant": instant.isoformat(), "set": time.time()}))
    fresh.replace(file)


PEOPLE = {"M": "Anna", "N": "Nora", "O": "Niko", "U": "Ulla"}
CARD = "Svara på kortet"
