"""A case whose owner was quiet for too long while its association waits: it goes back to the desk, and all see it.

When it ends is `dialogs/deadlines/desk/quiet_time.py`'s; whether it still is so is judged here, when it is due.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dialogs.cards import what_follows
from dialogs.cards.card import offer
from dialogs.cards.languages import desk_language
from dialogs.cards.log import in_group, logged
from dialogs.conversation.effects import AddMessage, Effect
from dialogs.conversation.replies import Reply
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from dialogs.records.case_changes import after
from dialogs.records.case_states import CaseAct
from dialogs.records.reminder import Reminder


@dataclass(frozen=True, slots=True)
class Lapse:
    """A case that has lapsed: as it stands now, what is said, what must be done."""

    case: Case
    replies: tuple[Reply, ...]
    effects: tuple[Effect, ...]


def lapsed(turn: Turn, about: Iterable[tuple[Reminder, Case]]) -> tuple[Lapse, ...]:
    """Give cases back to the desk, each with a line under its card, where it can be taken at once."""
    return tuple(_lapsed(turn, case, f"reminder:{reminder.key}") for reminder, case in about)


def _lapsed(turn: Turn, case: Case, key: str) -> Lapse:
    pack = turn.world.packs[case.municipality]
    language = desk_language(turn, pack)
    changed = after(case, CaseAct.LAPSE, turn.now, **what_follows.FREE)
    known = {"name": case.owner_name, "days": str(pack.owner_quiet_days)}
    log, text = logged(turn, case, "rhythm.lapsed", **known), in_group(turn, case, "rhythm.lapsed", **known)
    offers = (offer(language, "desk.claim", "desk.claim", changed),)
    told = Reply(text, offers, about=case.reference, under_card=True, key=key)
    kept = what_follows.effects(turn, case, changed, CaseAct.LAPSE)
    posted = what_follows.cards(turn, case, changed, CaseAct.LAPSE)
    return Lapse(changed, (*posted, told), (*kept, AddMessage(case.reference, log)))
