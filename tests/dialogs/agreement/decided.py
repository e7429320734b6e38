"""A case that was chosen, and the same with stage 2 open: what the tests of agreements begin with."""

from dataclasses import replace

from dialogs.conversation.events import ReminderDue
from dialogs.conversation.session import Session
from dialogs.conversation.turn import Turn
from dialogs.records.agreements.agreement import Agreement
from dialogs.records.case import Case, Decision, DecisionKind
from dialogs.records.case_states import CaseState
from dialogs.records.need import Need
from dialogs.records.proposal import Answer
from dialogs.records.reminder import Reminder
from knowledge.answers.result import Json
from tests.stages.in_memory import at
from tests.stages.standing import STAFF, standing

NOW = at("2023-09-01T06:00")
CHOSEN = Case(
    "K7WM4",
    "vasa",
    101,
    "sv",
    "Onsdagsköket",
    Need("Vi vill äta ihop"),
    (),
    state=CaseState.CLOSED,
    decision=Decision(DecisionKind.CHOSEN),
    version=3,
)
TERM = Answer("given", "1.1.2024-31.12.2025", {"start": "2024-01-01", "end": "2025-12-31", "dates": []})
DISCUSSION = Answer("given", "15.10.2024", {"day": "2024-10-15"})
PARTS = Answer("given", "Köket", [{"goal": "Köket", "start": "2024-01-01", "end": "2024-12-31", "sum": 12000}])
NORA, ANNA = Session(STAFF, 201, "sv", "vasa", "desk"), Session(101, 101, "sv", "vasa", "start")


def given(value: Json, said: str = "") -> Answer:
    """An answer that was understood."""
    return Answer("given", said, value)


def opened(*, begun: bool = True, **answers: Answer) -> Case:
    """The case with stage 2 open, with answers by the ids of their fields."""
    return CHOSEN.but(agreement=Agreement(answers, NOW, NOW if begun else None))


def at_desk(case: Case = CHOSEN, session: Session = NORA, text: str = "") -> Turn:
    """The turn of a navigator who presses something of a case, or writes."""
    turn = standing(session, case=case, cases=(case,), staff="vasa")
    return replace(turn, event=turn.event.but(text=text)) if text else turn


def at_home(case: Case, session: Session = ANNA) -> Turn:
    """The turn of somebody of the association."""
    return standing(session, cases=(case,))


def due_turn(turn: Turn, *reminders: Reminder) -> Turn:
    """The same turn at the time of reminders."""
    return replace(turn, event=ReminderDue(turn.event.sender, reminders))
