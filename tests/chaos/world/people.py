"""The people of the chaos suite: associations and navigators who wait for an answer before they go on.

Each goes as far as it is answered and reports where it was left waiting. Whether what it was told was right is judged
afterwards, from the ledger. They stand apart from `tests/stages/`: they talk over HTTP to processes that are killed.
"""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.chaos.world.script import ANSWERED, DESK, DESK_SHOWN, JOURNEY, plain, tag_of
from tests.chaos.world.telegram import T, Telegram, with_button

FIRST_CHAT = 710_000_000
"""Above the navigators' numbers, so that nobody ever gets the number of somebody else."""
TURNS = 1500
"""So many messages to others are a hundred for each of a dozen people: what has not come by then never will."""


@dataclass
class Association:
    """One association and its chat. `stuck` says what it was waiting for when its patience ended, `came` whether that
    has come since, `asks_again` that it has written to its case after the answer.
    """

    number: int
    chat: int
    done: bool = False
    stuck: str = ""
    asks_again: bool = False
    came: Callable[[], object] = bool

    @property
    def lost(self) -> bool:
        """Whether it was given up on: what it waited for has not come to this day."""
        return bool(self.stuck) and not self.came()

    @property
    def tag(self) -> str:
        """The mark of its words."""
        return tag_of(self.number)

    def said(self, line: str) -> str:
        """A line of the script in its own words."""
        return line.format(tag=self.tag)


@dataclass
class Village:
    """Everybody. `patience` is for how many seconds a bot may say nothing to anybody before a person who waits gives
    up on it; one who is passed over gives up after `turns` messages to others.
    """

    telegram: Telegram
    desk: int
    navigators: list[int]
    shown: tuple[str, ...] = ()
    patience: float = 90.0
    turns: int = TURNS
    seed: int = 0
    first: int = 1
    shifted: int = 0
    associations: list[Association] = field(default_factory=list)
    _busy: set[int] = field(default_factory=set)

    def chance(self, name: object) -> random.Random:
        """A source of chance of its own for somebody."""
        return random.Random(f"{self.seed}:{name}")

    def ends(self, texts: list[str]) -> tuple[str, ...]:
        """Of all that the rehearsal was told, the last words after each group of acts."""
        counts = [sum(map(len, JOURNEY[: number + 1])) for number in range(len(JOURNEY))]
        return tuple(plain(texts[count - 1]) for count in counts)

    async def settle_in(self, count: int, more: Callable[[], bool]) -> None:
        """Let `count` associations at a time walk the whole way, one after the other for as long as `more`."""
        await asyncio.gather(*(self._street(number, more) for number in range(count)))

    async def _street(self, number: int, more: Callable[[], bool]) -> None:
        chance = self.chance(number)
        while more():
            association = await self.newcomer()
            await self.walk(association, chance)

    async def newcomer(self) -> Association:
        """Somebody who has never written."""
        number = self.first + len(self.associations)
        association = Association(number, 0)
        self.associations.append(association)
        about = {"first_name": f"Anna{number}", "language_code": "sv", "id": FIRST_CHAT + number - self.shifted}
        association.chat = (await self.telegram.ask("/people", about))["id"]
        return association

    async def with_draft(self, groups: int) -> Association:
        """Somebody new who walks the first groups of acts and stops there. Raise `AssertionError` without answers."""
        association = await self.newcomer()
        for number, group in enumerate(JOURNEY[:groups]):
            await self._do(association, group)
            if not await self._shown(association, number):
                raise AssertionError(f"no answer to {group[-1]!r}")
        return association

    async def walk(self, association: Association, chance: random.Random) -> None:
        """Walk the whole way; ends early where no answer comes."""
        for number, group in enumerate(JOURNEY):
            await asyncio.sleep(chance.uniform(0, 0.4))
            await self._do(association, group)
            if not await self._shown(association, number):
                association.stuck = f"no answer to {group[-1]!r}"
                return
        await self.be_answered(association)

    async def go_on(self, who: Association, group: tuple[str, ...], wanted: str) -> bool:
        """Let somebody do a group of acts of the script; return whether an answer with these words came."""
        await self._do(who, group)
        return await self.is_told(who, wanted)

    async def is_told(self, who: Association, wanted: str) -> bool:
        """Return whether somebody is told something with these words."""
        return await self._sees(who, who.chat, lambda text: wanted in text)

    async def _do(self, who: Association, group: tuple[str, ...]) -> None:
        acts = []
        for line in group:
            if line.startswith("["):
                label = line[1:-1]
                message = with_button(self.telegram.shown.get(who.chat, {}), label)
                acts.append({"act": "press", "person": who.chat, "message_id": message, "button": label})
            else:
                acts.append({"act": "write", "person": who.chat, "text": who.said(line)})
        await self.telegram.act(*acts)

    async def _shown(self, who: Association, number: int) -> bool:
        if not self.shown:  # the rehearsal: whatever comes is right
            return await self._anything(who, sum(map(len, JOURNEY[: number + 1])))
        return await self._sees(who, who.chat, lambda text: plain(text) == self.shown[number])

    async def _anything(self, who: Association, count: int) -> bool:
        return await self._waits(who, lambda: len(self.telegram.texts(who.chat)) >= count or None) is not None

    async def _sees(self, who: Association, chat: int, right: Callable[[str], bool]) -> bool:
        return await self._waits(who, lambda: any(map(right, self.telegram.texts(chat))) or None) is not None

    async def _waits(self, who: Association, look: Callable[[], T | None]) -> T | None:
        """Wait for what somebody wants to see, as long as its patience lasts and the bot goes on with others."""
        who.came = look
        return await self.telegram.wait_in_turn(look, self.patience, self.turns)

    async def be_answered(self, who: Association) -> None:
        """A navigator takes the case and answers; the association waits for the answer."""
        navigator = await self._free_navigator()
        try:
            who.stuck = await self._serve(navigator, who)
        finally:
            self._busy.discard(navigator)
        if not who.stuck and not await self._sees(who, who.chat, lambda text: who.said(ANSWERED) in text):
            who.stuck = "no answer from the navigator"
        who.done = not who.stuck

    async def _free_navigator(self) -> int:
        while not (free := [one for one in self.navigators if one not in self._busy]):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        self._busy.add(free[0])
        return free[0]

    async def _serve(self, navigator: int, who: Association) -> str:
        reference = ""
        for line, wanted in zip(DESK, DESK_SHOWN, strict=True):
            await asyncio.sleep(0.2)
            act = await self._desk_act(navigator, who, line, reference)
            if act is None:
                return f"no button {line} at the desk"
            await self.telegram.act(act)
            reference = reference or self._reference(who)
            if not await self._sees(who, self.desk, lambda text, w=wanted, r=reference: w in text and r in text):
                return f"no answer to {line!r} at the desk"
        return ""

    async def _desk_act(self, navigator: int, who: Association, line: str, reference: str) -> dict[str, Any] | None:
        where = {"person": navigator, "chat": self.desk}
        if not line.startswith("["):
            return {"act": "write", "text": who.said(line), "thread": self._topic(who), **where}
        label = line[1:-1]
        message = await self._waits(who, lambda: self._desk_button(label, who.tag))
        return {"act": "press", "message_id": message, "button": label, **where} if message else None

    def _desk_button(self, label: str, words: str) -> int | None:
        return with_button(self.telegram.shown.get(self.desk, {}), label, words)

    def _topic(self, who: Association) -> int:
        """The topic in which an association's card stands, 0 in a group without topics."""
        card = self._desk_button("Svara föreningen", who.tag)
        return self.telegram.shown[self.desk][card].get("message_thread_id", 0) if card else 0

    def _reference(self, who: Association) -> str:
        card = self._desk_button("Svara föreningen", who.tag)
        text = self.telegram.shown[self.desk][card]["text"] if card else ""
        return text.split(" ", 1)[0]
