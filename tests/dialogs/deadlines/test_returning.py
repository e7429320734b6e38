"""Who comes back after having shut Lots out is reminded again of what lies ahead, and told so once."""

import pytest

from dialogs.conversation.effects import EraseChat, PlanReminders
from dialogs.conversation.session import Outcome, Session
from dialogs.deadlines.returning import let_in, welcomed
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.records.proposal import Proposal
from tests.stages.in_memory import STAFF, at
from tests.stages.standing import standing, world

AWAY = Session(101, 101, "sv", "vasa", away=True, greeted=True)
ROUND = world().packs["vasa"].rounds[0].id
DRAFT = Proposal("p1", 101, "vasa", ROUND, "sv", created_at=at("2023-08-30T09:00"))
AHEAD = ["draft-5wd", "draft-2wd", "draft-day", "draft-3h", "receipt-1wd"]


def after(session: Session, *drafts: Proposal, answered: Outcome | None = None) -> Outcome:
    return welcomed(standing(session, *drafts), answered or Outcome(session))


def test_the_first_sign_of_life_plans_the_reminders_ahead_and_says_so() -> None:
    outcome = after(AWAY, DRAFT)
    [plan] = outcome.effects
    assert isinstance(plan, PlanReminders)
    assert (plan.subject, [item.kind for item in plan.reminders]) == ("p1", AHEAD)
    assert [reply.text for reply in outcome.replies] == [
        'Välkommen tillbaka. Påminnelserna kunde inte nå er. Nu påminner jag igen om "Utan namn".'
    ]
    assert outcome.session.away is False


@pytest.mark.parametrize(
    ("session", "drafts"),
    [
        (AWAY.but(away=False), (DRAFT,)),
        (AWAY, ()),
        (AWAY, (DRAFT.but(municipality="nowhere"),)),
    ],
    ids=["was not away", "no draft", "a municipality that is no more"],
)
def test_where_nothing_was_taken_away_nothing_is_planned(session: Session, drafts: tuple[Proposal, ...]) -> None:
    assert after(session, *drafts) == Outcome(session.but(away=False))


def test_whoever_stopped_reminders_is_planned_for_and_not_told() -> None:
    outcome = after(AWAY.but(muted=("deadline", "pitch")), DRAFT)
    assert ([type(effect) for effect in outcome.effects], outcome.replies) == ([PlanReminders], ())


def test_who_erases_everything_is_planned_nothing() -> None:
    erased = Outcome(AWAY, effects=(EraseChat(101),))
    assert after(AWAY, DRAFT, answered=erased) == Outcome(AWAY.but(away=False), effects=(EraseChat(101),))


def test_what_the_answer_plans_itself_is_not_planned_twice() -> None:
    planned = Outcome(AWAY, effects=(PlanReminders("p1", ()),))
    assert after(AWAY, DRAFT, answered=planned).effects == planned.effects


def test_a_staff_group_that_lets_lots_in_again_gets_the_reminders_of_its_open_cases() -> None:
    case = Case("K7WM4", "vasa", 101, "sv", "Köket", Need(), (), opened_at=at("2023-09-01T05:00"))
    waits = case.but(answer_by="2023-09-08")
    turn = standing(Session(STAFF, 201), cases=(waits,), staff="vasa")
    [plan] = let_in(turn).effects
    assert isinstance(plan, PlanReminders)
    assert (plan.subject, len(plan.reminders)) == ("K7WM4", 4)
