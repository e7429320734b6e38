"""The rounds of the chaos suite: which site, which faults, how long; and one round from start to verdict."""

import asyncio
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.benchmarks.processes.builds import HERE, Build
from tests.chaos.faults import chats
from tests.chaos.faults.returns import Return, Returns
from tests.chaos.faults.schedule import Trouble
from tests.chaos.verdict import backup, database, ledger
from tests.chaos.world import several
from tests.chaos.world.people import TURNS, Association
from tests.chaos.world.script import Call, Expected, plain, references, words
from tests.chaos.world.site import Site, site
from tests.journeys.over_http import set_clock
from tests.stages.in_memory import STAFF

DAYS = tuple(datetime(2023, 9, day, 6, 0, 1, tzinfo=UTC) for day in (8, 13, 15))
"""When the reminders of a draft fall due: a week before, two days before, on the day."""
PATIENCE = 90.0
QUIET = 60.0
ON_ITS_WAY_SECONDS = 1.0
"""A call that a process made before it was killed may reach the Bot API so long after: the proxy passes it on."""


@dataclass(frozen=True)
class Round:
    """A round. `kills` and `seconds` are where its faults end, whichever comes first. `bots` live in the same
    processes, each with `people` of its own.
    """

    name: str
    database: str
    processes: int = 1
    webhook: bool = False
    kills: int = 0
    seconds: float = 60.0
    people: int = 12
    api: bool = True
    reorder: bool = False
    numbers: bool = False
    clock: bool = False
    outages: bool = False
    backup: bool = False
    oddities: bool = False
    lies: bool = False
    visitors: bool = False
    bots: int = 1


@dataclass
class Result:
    """What a round came to."""

    name: str
    seconds: float = 0.0
    people: int = 0
    messages: int = 0
    doubles: int = 0
    cards: int = 0
    reminders: int = 0
    doubts: int = 0
    aside: dict[str, int] = field(default_factory=dict)
    back: list[Return] = field(default_factory=list)
    struck: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)

    @property
    def back_shown(self) -> str:
        """How soon a bot was back: how many deaths were watched, the median and the longest wait in seconds, and the
        median load of the machine.
        """
        if not self.back:
            return "–"
        waits, loads = [one.seconds for one in self.back], [one.load for one in self.back]
        return f"{len(waits)}: {statistics.median(waits):.1f} / {max(waits):.1f}, {statistics.median(loads):.0f}"


async def rehearse(folder: Path, build: Build = HERE) -> Expected:
    """Let one association walk the whole way with nothing going wrong, and write down what it was told."""
    async with site(folder, "sqlite", build=build) as here:
        who = await here.village.newcomer()
        await here.village.walk(who, here.village.chance("rehearsal"))
        assert who.done, f"the rehearsal failed: {who.stuck}; {here.telegram.texts(who.chat)[-1:]}"
        await here.quiet(QUIET)
        calls = await _calls(here)
        talk = [call for call in calls if int(call["arguments"]["chat_id"]) == who.chat]
        at_desk = [call for call in calls if int(call["arguments"]["chat_id"]) == here.village.desk]
        desk = [words(call) for call in at_desk if references([call])]
        reminders = [await _reminded(here, who.chat, day) for day in DAYS]
        shown = here.village.ends(here.telegram.texts(who.chat))
        return Expected(tuple(map(words, talk)), tuple(reminders), tuple(desk), shown)


async def _reminded(here: Site, chat: int, day: datetime) -> tuple[str, str, str]:
    before = len(here.telegram.texts(chat))
    set_clock(here.clock, day)
    came = await here.telegram.wait(lambda: len(here.telegram.texts(chat)) > before or None, 20)
    assert came, f"no reminder on {day}"
    await here.quiet(QUIET)
    # The desk may hear of the same day after the association.
    return words([call for call in await _calls(here) if int(call["arguments"]["chat_id"]) == chat][-1])


async def play(round_: Round, seed: int, expected: Expected) -> Result:
    """Play a round and judge it: of several bots each by itself."""
    result, began = Result(round_.name), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="lots-chaos-") as folder:
        async with _built(round_, Path(folder), seed) as sites:
            first = sites[0]
            for here in sites:
                here.village.shown, here.village.patience = expected.shown, PATIENCE
            returns = Returns(sites)
            troubles = [Trouble(seed + number, here, returns) for number, here in enumerate(sites)]
            copy = await _work(round_, sites, troubles)
            await _days(round_, sites, troubles, expected)
            for here, trouble in zip(sites, troubles, strict=True):
                await _settled(here, result)
                result.violations += await trouble.visitors.untold()
            calls = [await _calls(here) for here in sites]
            people = [list(here.village.associations) for here in sites]
            if round_.oddities:
                result.violations += await chats.check(first)
            for keeper in first.keepers:
                await keeper.stop()
            for here, trouble, said, known in zip(sites, troubles, calls, people, strict=True):
                _judge(here, known, trouble, said, expected, result)
            result.back, result.violations = returns.found, result.violations + returns.unanswered
            if copy is not None:
                result.violations += await backup.check(copy, first, expected, seed)
    result.seconds = time.monotonic() - began
    return result


@asynccontextmanager
async def _built(round_: Round, folder: Path, seed: int) -> AsyncIterator[Sequence[Site]]:
    if round_.bots > 1:
        async with several.sites(folder, round_.database, round_.bots, round_.processes, seed) as found:
            yield found
    else:
        async with site(folder, round_.database, round_.processes, webhook=round_.webhook, seed=seed) as here:
            yield [here]


async def _work(round_: Round, sites: Sequence[Site], troubles: Sequence[Trouble]) -> backup.Copy | None:
    """People walk while things go wrong; returns the backup that was taken meanwhile."""
    ends, first = time.monotonic() + round_.seconds * 0.8, sites[0]
    more = _until(ends, first, round_.kills * 0.8)
    copying = asyncio.create_task(backup.take(first, round_.seconds * 0.3)) if round_.backup else None
    walks = [here.village.settle_in(round_.people, more) for here in sites]
    await asyncio.gather(*walks, *_troubles(round_, troubles, more))
    for trouble in troubles:
        await trouble.heal()
    return await copying if copying else None


def _troubles(round_: Round, troubles: Sequence[Trouble], more: Callable[[], bool]) -> list[Coroutine[Any, Any, None]]:
    """What goes wrong. Processes and the clock belong to all bots, so that the first trouble alone sees to those."""
    first = troubles[0]
    found = [first.kill(number, more) for number in range(round_.processes)] if round_.kills else []
    if round_.clock:
        found.append(first.disturb_clock(more))
    for trouble in troubles:
        if round_.api:
            found.append(trouble.disturb_api(more, reorder=round_.reorder))
        if round_.numbers:
            found.append(trouble.disturb_numbers(more))
        if round_.outages:
            found.append(trouble.disturb_database(more))
        if round_.lies:
            found.append(trouble.disturb_proxy(more))
        if round_.visitors:
            found.append(trouble.disturb_with_visitors(more))
    return found


async def _days(round_: Round, sites: Sequence[Site], troubles: Sequence[Trouble], expected: Expected) -> None:
    """Let the days come on which reminders are due, with the same troubles but for the clock's."""
    first = sites[0]
    for here in sites:
        await here.quiet(QUIET)
    for number, day in enumerate(DAYS):
        ends = time.monotonic() + max(2.0, round_.seconds * 0.2 / len(DAYS))
        more = _until(ends, first, round_.kills * (0.8 + 0.2 * (number + 1) / len(DAYS)))
        set_clock(first.clock, day)
        happening = asyncio.gather(*_troubles(_calmer(round_), troubles, more))
        if round_.clock:
            await _back_and_forth(first, day)
        await happening
        for trouble in troubles:
            await trouble.heal()
        await asyncio.gather(*(_all_reminded(here, expected.reminders[number][1]) for here in sites))


def _calmer(round_: Round) -> Round:
    return Round(round_.name, round_.database, round_.processes, kills=round_.kills, api=round_.api)


async def _back_and_forth(here: Site, day: datetime) -> None:
    await asyncio.sleep(0.7)
    set_clock(here.clock, day - timedelta(days=2))
    await asyncio.sleep(0.7)
    set_clock(here.clock, day)


async def _all_reminded(here: Site, text: str) -> None:
    """Wait until everybody has been reminded; who never is will be found by the ledger."""
    chats = [who.chat for who in here.village.associations if who.done]
    texts = here.telegram.texts

    def reminded() -> bool | None:
        return all(any(plain(said) == text for said in texts(chat)[-4:]) for chat in chats) or None

    await here.telegram.wait_in_turn(reminded, QUIET, TURNS)


def _until(ends: float, here: Site, kills: float) -> Callable[[], bool]:
    def more() -> bool:
        killed = sum(len(keeper.kills) for keeper in here.keepers)
        return time.monotonic() < ends and (not kills or killed < kills)

    return more


async def _settled(here: Site, result: Result) -> None:
    if not await here.quiet(QUIET):
        result.violations.append("it never became quiet")


async def _calls(here: Site) -> list[Call]:
    return ledger.spoken((await here.telegram.ask("/calls?limit=100000000"))["calls"])


def _judge(
    here: Site,
    people: Sequence[Association],
    trouble: Trouble,
    calls: Sequence[Call],
    expected: Expected,
    result: Result,
) -> None:
    ledger.mark_hidden(calls, here.proxy.hidden)
    found = ledger.judge(calls, people, STAFF, expected, len(DAYS))
    kills = [(instant, instant + ON_ITS_WAY_SECONDS) for keeper in here.keepers for instant in keeper.kills]
    doubts = here.place.doubts()
    result.violations += found.violations
    result.violations += ledger.unexplained(found, [*kills, *trouble.outages], doubts)
    result.violations += ledger.crossed(calls, people)
    result.violations += ledger.out_of_topic(calls, people, STAFF)
    result.violations += ledger.astray(calls, people) if here.name else []
    result.violations += database.lost(here.place.url, people, secret=here.secret)
    result.violations += [] if result.people else _tracebacks(here)
    result.aside = database.unmarked(here.place.url, here.secret)
    if result.aside["failed"] > trouble.struck["poison update"] + trouble.visitors.struck["a torn value"]:
        result.violations.append(f"updates failed that were no poison: {result.aside}")
    result.struck += trouble.struck + trouble.visitors.struck
    result.struck["lies"] += here.proxy.struck.total()
    result.told += ledger.told(calls)
    result.violations += ledger.left_in_silence(calls, people)
    if not result.people and (ended := sum(keeper.ended for keeper in here.keepers)):
        result.struck["ended by itself"] = ended
    result.people, result.messages = result.people + len(people), result.messages + found.messages
    result.doubles, result.doubts = result.doubles + len(found.doubles), result.doubts + doubts
    result.cards, result.reminders = result.cards + found.cards, result.reminders + found.reminders


def _tracebacks(here: Site) -> list[str]:
    """The last line of every traceback in the logs: the bot must end with a sentence or not at all."""
    lines = []
    for keeper in here.keepers:
        with suppress(OSError):
            log = keeper.process.log.read_text(errors="replace")
            lines += [f"a traceback in the log: {part.strip().splitlines()[-1][:200]}" for part in _raised(log)]
    return lines


def _raised(log: str) -> list[str]:
    parts = log.split("Traceback (most recent call last)")[1:]
    return [part.split("\n{", 1)[0] for part in parts if part.strip()]
