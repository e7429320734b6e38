"""The end of a case about which offices are still asked: they need not answer, and are told so."""

from typing import Any

from dialogs import texts
from dialogs.conversation.effects import PlanReminders
from dialogs.conversation.replies import Reply
from dialogs.conversation.turn import Turn
from dialogs.deadlines.office_ladder import subject_of
from dialogs.office.question import chat_of, is_at_desk, language_of
from dialogs.records.case import Case
from dialogs.records.case_states import CaseState
from dialogs.records.offices.inquiries import waits
from dialogs.records.offices.inquiry import OfficeVerdict


def released(turn: Turn, case: Case) -> dict[str, Any]:
    """What changes in a case that ends, of the questions that wait: nobody is silent who was not waited for."""
    over = {"returned_at": turn.now, "verdict": OfficeVerdict.RELEASED.value}
    return {"inquiries": tuple(item.but(**over) if waits(item) else item for item in case.inquiries)}


def unplanned(case: Case) -> tuple[PlanReminders, ...]:
    """What takes away the reminders of the questions that wait. `case` is the one before its end."""
    return tuple(PlanReminders(subject_of(case.reference, number), ()) for number in _waiting(case))


def told(turn: Turn, case: Case, ended: CaseState) -> tuple[Reply, ...]:
    """What the offices are told whose answers were waited for; at the desk everybody sees the end itself."""
    asked = {case.inquiries[number].office for number in _waiting(case)}
    return tuple(_told(turn, case, office, ended) for office in sorted(asked) if not is_at_desk(turn, case, office))


def _told(turn: Turn, case: Case, office: str, ended: CaseState) -> Reply:
    language = language_of(turn, turn.world.packs[case.municipality], office)
    withdrawn = ended is CaseState.WITHDRAWN
    text = texts.say(language, "inquiry.case_ended", reference=case.reference, withdrawn=withdrawn)
    return Reply(text, chat=chat_of(turn, case, office), about=case.reference)


def _waiting(case: Case) -> list[int]:
    return [number for number, item in enumerate(case.inquiries) if waits(item)]
