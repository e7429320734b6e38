"""A law: two bots of one process whose people have the same numbers, in any order of what happens, keep and send each
exactly what they keep and send alone.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.process.bots.one_bot import BotSetup
from bot.process.dialog_setup import set_up_bots
from bot.sending.commit_ride import CommitRide
from bot.settings_of_bots import BotSettings, _OfATable
from bot.staff_groups import StaffChats
from bot.turns.handler import Handler
from bot.turns.happening import StepContext
from bot.turns.new_ids import NewIds
from storage.database import Database
from storage.engine.tables import KEY, metadata
from storage.inspection import _readers
from tests.stages.alone import NOW, received
from tests.stages.in_memory import REFERENCES, STAFF

ANNA, BO, ALL_AT_ONCE = 101, 102, 50
NEED = "gubbarna i byn sitter hemma hela vintern"
WORDS = ("/start vasa", NEED, "1", "2", "3", "Byalaget rf", "/delete")
"""Each button can be typed as its number."""
AT_THE_DESK = (f"Ta ärendet {REFERENCES[-1]}", f"Svara föreningen {REFERENCES[-1]}", "Vi hjälper gärna till", "1")
MADE_BY_CHANCE = {"claimed_by"}
"""A process draws its number anew at each start."""
Act = tuple[int, int, str]
"""Which bot, in which chat, what is written."""


class Counted(NewIds):
    """The same ids and references for whoever begins anew."""

    def __init__(self) -> None:
        super().__init__()
        self._references = list(REFERENCES)
        self._ids = [f"{number:016x}" for number in range(500)]


class Bot:
    """One of the bots of a process, from its inbox to its outbox, on a database of its own."""

    def __init__(self, setup: BotSetup, folder: Path) -> None:
        dialogs, own = setup.dialogs, setup.settings
        self.database = Database.open(f"sqlite:///{folder}/{setup.name}.db", own.secret_key.get_secret_value())
        self.database.upgrade()
        staff = StaffChats(own.staff_chats)
        self._handler = Handler(StepContext(dialogs.step, dialogs.world, lambda: NOW, setup.name, dialogs.sorry, staff))
        self._handler._new_ids = Counted()
        self._number = 0
        self.sent: list[tuple[int, str, Any]] = []

    def hear(self, chat: int, text: str) -> None:
        """Take in what somebody wrote, answer it and send the answers."""
        self._number += 1
        self._handler.arrived([received(self._number, chat, text)], None, CommitRide(self.database, NOW))
        with self.database.transaction() as work:
            while parcels := work.outbox.claim(NOW + timedelta(days=1), ALL_AT_ONCE):
                self.sent += [(parcel.chat, parcel.kind, parcel.payload) for parcel in parcels]
                work.outbox.sent({parcel.seq: 1000 + parcel.seq for parcel in parcels})

    def kept(self) -> dict[str, list[Any]]:
        """Every row of every table, its values opened."""
        with self.database.transaction() as work:
            readers = _readers(work)
            return {
                name: [_opened(row, readers.get(name, {})) for row in work._connection.execute(select(table))]
                for name, table in metadata.tables.items()
            }


def _opened(row: Any, readers: Any) -> dict[str, Any]:
    if getattr(row, "name", "") == KEY:
        return {}
    plain = {name: value for name, value in row._asdict().items() if name not in readers and name not in MADE_BY_CHANCE}
    return plain | {name: repr(read(row)) for name, read in readers.items()}


def setups() -> Sequence[BotSetup]:
    """Two bots with the same municipality, the same number of its staff group, and contacts of their own."""
    tables = [
        {"secret_key": f"a key of {name}, long enough", "packs": ("vasa",), "staff_chats": {"vasa": STAFF},
         "contacts": {"vasa": {"registrar": f"{name}@example.org"}}}
        for name in ("one", "other")
    ]  # fmt: skip
    named = zip(("one", "other"), tables, strict=True)
    return set_up_bots([BotSettings(name, at, _OfATable(**table)) for at, (name, table) in enumerate(named)])


SETUPS = setups()


def played(acts: Sequence[Act], bots: Sequence[int]) -> Iterator[tuple[dict[str, list[Any]], list[Any]]]:
    """Play what concerns some bots, side by side; return of each what it keeps and what it sent."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as open_ones:
        living = {number: Bot(SETUPS[number], Path(folder)) for number in bots}
        for bot in living.values():
            open_ones.callback(bot.database.close)
        for number, chat, text in acts:
            if number in living:
                living[number].hear(chat, text)
        yield from [(bot.kept(), bot.sent) for bot in living.values()]


somebody = st.tuples(st.sampled_from((0, 1)), st.sampled_from((ANNA, BO)), st.sampled_from(WORDS))
at_the_desk = st.tuples(st.sampled_from((0, 1)), st.just(STAFF), st.sampled_from(AT_THE_DESK))
SENT: list[Act] = [(bot, ANNA, text) for text in ("/start vasa", NEED, "1", "2", "Byalaget rf", "1") for bot in (0, 1)]
"""Where both desks have got a case of the same number."""


@settings(max_examples=8)
@given(st.booleans(), st.lists(st.one_of(somebody, somebody, at_the_desk), max_size=8))
def test_each_bot_keeps_and_sends_what_it_does_alone(sent: bool, acts: list[Act]) -> None:
    whole = SENT * sent + acts
    together = list(played(whole, (0, 1)))
    alone = [*played(whole, (0,)), *played(whole, (1,))]
    assert together == alone


def test_the_law_looks_at_what_people_wrote_and_at_what_each_bot_answers() -> None:
    one, other = played([*SENT, *((1, STAFF, text) for text in AT_THE_DESK)], (0, 1))
    assert [len(kept["cases"]) for kept, _ in (one, other)] == [1, 1]
    assert "Vi hjälper gärna till" in repr(other)
    assert "Vi hjälper gärna till" not in repr(one)
