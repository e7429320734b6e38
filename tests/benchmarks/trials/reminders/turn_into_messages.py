"""A program for this room, run with any build: fills a database with reminders, or turns those that are due into
messages of the outbox, batch after batch as the ticker does, and tells what that took.

Nothing is sent meanwhile: the limits of sending would be measured.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec

Some = Callable[[], int]
"""Plays the next batch, and returns how many chats it was about."""

KILOBYTES = 1024
COLLECTED_AT = (10_000, 20, 20)
"""How many objects of each generation make the garbage collector look, as in `lots run` of both builds."""
SECONDS_OF_A_DAY = 36_000
"""Over how many seconds of a day reminders are spread that are not due yet: ten hours."""
FEWEST, MOST = 3, 7
"""How many answers a draft has."""
LATER = timedelta(minutes=5)
"""How long after their time the reminders are due, as far as the program is told."""


def fill(url: str, due: int, planned: int) -> None:
    """Fill an empty database with so many people who each have a draft and a reminder that is due, and reminders of
    later days up to so many in all.
    """
    filling = _filling()
    filling.draft = _each_another(filling.draft)
    filling.fill_due(url, due)
    filling.pour(url, "reminders", (_later(filling, number, due) for number in range(planned - due)))
    filling._analyse(url)


def spread(url: str, count: int, milliseconds: int) -> None:
    """Fill an empty database with so many people whose reminders are due one after the other within a time."""
    filling = _filling()
    of_one_moment = filling._due

    def apart(planned: Any, number: int) -> tuple[Any, ...]:
        row = list(of_one_moment(planned, number))
        row[4] = filling.NOW + timedelta(milliseconds=milliseconds * number / count)
        return tuple(row)

    filling._due = apart
    filling.fill_due(url, count)


def claim(url: str, wanted: int) -> dict[str, float]:
    """Turn so many that are due into messages; return how many rows, and the seconds and memory that it took."""
    some = _some(url)
    filled = _resident()
    some()  # what is loaded and compiled once is no part of a row
    began, before, rows = time.perf_counter(), time.process_time(), 0
    while rows < wanted and (count := some()):
        rows += count
    used, took = time.process_time() - before, time.perf_counter() - began
    return {"rows": rows, "cpu": used, "wall": took, "grown": _resident() - filled}


def _each_another(draft: Callable[[int], Any]) -> Callable[[int], Any]:
    """Drafts as people leave them: each with its own name, and with few answers or many."""

    def own(number: int) -> Any:
        known = draft(number)
        name, *others = known.answers.items()
        title = msgspec.structs.replace(name[1], said=f"{name[1].said} {number}")
        kept = others[: FEWEST - 1 + number % (MOST - FEWEST + 1)]
        return msgspec.structs.replace(known, answers={name[0]: title, **dict(kept)})

    return own


def _later(filling: Any, number: int, owners: int) -> tuple[Any, ...]:
    owner, rung = number % owners, number // owners
    due = filling.NOW + timedelta(days=1 + rung, seconds=owner % SECONDS_OF_A_DAY)
    name = filling._name(owner)
    key = f"{name}:later-{rung}"
    return key, filling.FIRST_CHAT + owner, "draft-5wd", name, due, "2023-09-08T09:00", "2023-09-15T15:45"


def _some(url: str) -> Some:
    try:
        found = _of_this_tree(url)
    except ModuleNotFoundError:
        found = _of_the_former(url)
    gc.freeze()
    gc.set_threshold(*COLLECTED_AT)
    return found


def _of_this_tree(url: str) -> Some:
    from bot.process.lean_start import lean_start

    with lean_start():
        from bot.clock import wall
        from bot.process.dialog_setup import sorry
        from bot.process.ticker import BATCH
        from bot.sending.commit_ride import CommitRide
        from bot.staff_groups import StaffChats
        from bot.turns.handler import Handler
        from bot.turns.happening import StepContext
        from dialogs.conversation.world import World
        from dialogs.step import step
        from knowledge.municipality.load import load_packs
        from knowledge.needs.model.load import load_lexicon
        from storage.database import Database
    filling = _filling()
    world, now = World(load_packs(), load_lexicon()), filling.NOW + LATER
    handler = Handler(StepContext(step, world, lambda: now, "lots_bot", sorry, StaffChats({})))
    database = Database.open(url, filling.KEY)
    return lambda: len(handler.reminders(BATCH, CommitRide(database, wall())).lines)


def _of_the_former(url: str) -> Some:
    # The rooms of the commit that figures are shown beside, which are not there any more.
    from importlib import import_module as load

    from dialogs.step import step
    from storage.database import Database

    filling, former = _filling(), load("bot.batch")
    now, staff = filling.NOW + LATER, load("bot.staff").StaffChats({})
    world = load("dialogs.world").World(load("knowledge.load").load_packs(), load("knowledge.matcher").load_lexicon())
    around = load("bot.translate").Surroundings("lots_bot", staff.packs)
    context = former.House(step, world, lambda: now, around, load("bot.mind").sorry, staff)
    handler = load("bot.handle").Handler(Database.open(url, filling.KEY), context)
    return lambda: len(handler.reminders(load("bot.remind").BATCH).lines)


def _filling() -> Any:
    try:
        from tests.benchmarks.databases import filling
    except ModuleNotFoundError:
        from importlib import import_module

        return import_module("tests.benchmarks.filling")
    return filling


def _resident() -> float:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / KILOBYTES


if __name__ == "__main__":
    what, address, *numbers = sys.argv[1:]
    if what == "claim":
        sys.stdout.write(json.dumps(claim(address, int(numbers[0]))))
    else:
        {"fill": fill, "spread": spread}[what](address, *map(int, numbers))
