"""A batch in one transaction: each event sees what the ones before it left."""

from datetime import datetime, timedelta
from typing import Any

from dialogs.conversation.effects import AddMessage, EraseChat, PlanReminders, SaveCase, SaveProposal
from dialogs.conversation.events import Event, Said
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome, Session, Snapshot
from dialogs.records.case import Case, CaseMessage
from dialogs.records.need import Need
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder
from storage.database import Database
from tests.bot.turns.alone import NOW, STAFF, HandlerAlone, context, counting, outgoing, put


def test_an_event_sees_what_the_one_before_it_in_the_batch_left(database: Database) -> None:
    put(database, (1, "a"), (2, "x"), (1, "b"), (1, "raise"), (1, "c"))

    lines = HandlerAlone(database, context(counting)).updates(50).lines

    assert [(line.update, line.result) for line in lines] == [
        (1, "said"),
        (2, "said"),
        (3, "said"),
        (4, "failed"),
        (5, "said"),
    ]
    assert sorted(outgoing(database)) == [(1, "a"), (1, "ab"), (1, "abc"), (1, "sorry fi"), (2, "x")]
    with database.transaction() as work:
        assert work.inbox.counts() == {"waiting": 0, "failed": 1}
        assert work.sessions.load([(1, 1)])[(1, 1)].form == "abc"


def test_a_case_made_and_changed_in_one_batch_is_kept_once_with_its_talk(database: Database) -> None:
    seen: list[Case | None] = []

    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        seen.append(snapshot.case)
        said = CaseMessage("association", event.text, now)  # type: ignore[union-attr]
        if snapshot.case is None:
            case = Case(snapshot.new_reference, "vasa", 1, "sv", "t", Need(), (), version=1)
            return Outcome(session.but(case=case.reference), (), (SaveCase(case, 0), AddMessage(case.reference, said)))
        case = snapshot.case.but(version=snapshot.case.version + 1)
        return Outcome(session, (), (SaveCase(case, snapshot.case.version), AddMessage(case.reference, said)))

    put(database, (1, "a"), (1, "b"), (1, "c"))
    HandlerAlone(database, context(step)).updates(50)

    assert [(case.version, len(case.messages)) for case in seen if case] == [(1, 1), (2, 2)]
    with database.transaction() as work:
        (case,) = work.cases.of([1])[1]
        kept = work.cases.by_reference([case.reference])[case.reference]
    assert (kept.version, [message.text for message in kept.messages]) == (3, ["a", "b", "c"])


def test_only_its_own_people_see_a_case(database: Database) -> None:
    seen: dict[int, bool] = {}

    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        seen[event.sender.chat] = snapshot.case is not None
        return Outcome(session)

    with database.transaction() as work:
        work.cases.save(Case("K7WM4", "vasa", 1, "sv", "t", Need(), (), version=1), 0)
    put(database, *((chat, "hur går det med k7wm4?") for chat in (1, 2, STAFF, -5)))
    HandlerAlone(database, context(step)).updates(50)

    assert seen == {1: True, 2: False, STAFF: True, -5: False}


def test_a_step_may_change_a_plan_twice_in_one_batch(database: Database) -> None:
    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        hours = int(event.text)  # type: ignore[union-attr]
        plan = (Reminder("k", 1, "draft", "p1", NOW + timedelta(hours=hours)),) if hours else ()
        proposal = Proposal("p1", 1, "vasa", "r", "sv", version=hours)
        return Outcome(session, (), (SaveProposal(proposal), PlanReminders("p1", plan)))

    put(database, (1, "5"), (1, "7"))
    HandlerAlone(database, context(step)).updates(50)

    with database.transaction() as work:
        assert work.reminders.next_due() == NOW + timedelta(hours=7)
        assert [item.version for item in work.proposals.of([1])[1]] == [7]


def test_who_is_erased_leaves_no_row_and_who_is_not_answered_gets_none(database: Database) -> None:
    def erasing(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        assert isinstance(event, Said)
        match event.text:
            case "delete":
                return Outcome(Session(session.chat, session.user), (Reply("gone"),), (EraseChat(session.chat),))
            case "talk":
                return Outcome(session.but(language="sv"))
        return Outcome(session.but(form=event.text), (Reply(event.text),))

    put(database, (1, "a"), (-9, "talk"), (1, "delete"), (2, "b"))
    HandlerAlone(database, context(erasing)).updates(50)

    with database.transaction() as work:
        assert work.sessions.load([(1, 1), (-9, 9), (2, 2)]).keys() == {(2, 2)}
    assert sorted(outgoing(database)) == [(1, "gone"), (2, "b")]
