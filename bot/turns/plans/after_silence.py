"""After a silence that was longer than Telegram keeps what people write: who was in the middle of something is told.

So is each desk, whatever it was about.

When Lots could last be reached stands in the database, in real time. It is noted anew only when everybody's row is
there, so a start that is interrupted begins again; a row has a key of the silence and the chat, so none comes twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.turns.plans.calls import CASES_KNOWN
from dialogs.deadlines import silence
from dialogs.records.agreements.draft import PREFIX as AGREEMENT
from knowledge.municipality.pack import Pack
from storage.unit_of_work import UnitOfWork

NO_DESKS: Mapping[str, int] = {}
PORTION = 200
"""How many drafts are looked at in one transaction: some hundredths of a second, so that nobody waits behind it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one look found. `silent_since` is None where there was no long silence, `told` are the new rows."""

    silent_since: datetime | None = None
    told: int = 0
    more: bool = False


class AfterSilence:
    """Goes through the people of some municipalities, a portion in each transaction. `desks` are their staff groups."""

    def __init__(self, packs: Mapping[str, Pack], desks: Mapping[str, int] = NO_DESKS) -> None:
        self._packs = packs
        self._desks = desks
        self._todo: list[tuple[str, str]] | None = None

    def some(self, work: UnitOfWork, wall: datetime, now: datetime) -> Step:
        """Look for a silence and plant a portion of its rows. `wall` is real time, `now` that of the reminders."""
        heard = work.inbox.heard_at()
        if heard is None or wall - heard <= silence.KEPT_BY_TELEGRAM:
            work.inbox.note_heard(wall)
            return Step()
        if self._todo is None:
            self._todo = [(name, "") for name in self._packs]
        if not self._todo:
            self._todo = None
            work.inbox.note_heard(wall)
            return Step(heard)
        name, after = self._todo.pop(0)
        if not after and (desk := self._desks.get(name)):
            work.reminders.add([silence.planted(desk, self._packs[name], heard, now, silence.OF_A_DESK)])
        chats, following = _concerned(work, name, after)
        if following:
            self._todo.insert(0, (name, following))
        work.reminders.add(silence.planted(chat, self._packs[name], heard, now) for chat in chats)
        return Step(heard, len(chats), more=True)


def _concerned(work: UnitOfWork, municipality: str, after: str) -> tuple[list[int], str]:
    """Return who answers a draft of a portion, with the first one whose case waits too, and where to go on."""
    drafts, following = work.proposals.portion(municipality, after, PORTION)
    cases = () if after else work.cases.open_in(municipality, CASES_KNOWN)
    ids = {name for item in drafts for name in (item.id, f"{AGREEMENT}{item.case}")}
    waiting = {case.chat for case in cases if silence.is_waiting(case)}
    chats = sorted({item.chat for item in drafts} | waiting)
    sessions = work.sessions.load([(chat, chat) for chat in chats])
    told = (
        chat
        for (chat, _), session in sessions.items()
        if (silence.is_asked(session) and session.proposal in ids) or (chat in waiting and not session.away)
    )
    return sorted(told), following
