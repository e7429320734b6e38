"""A batch in one transaction: each event sees what the ones before it left."""

from datetime import datetime, timedelta
from typing import Any

from bot.raw_json import read_json
from bot.telegram.translate import BotIdentity, Moved, RightsLost, ShutOut, translate
from bot.turns.batch import Batch
from bot.turns.happening import Happening, Line
from bot.turns.new_ids import NewIds
from dialogs.conversation.effects import AddMessage, EraseChat, KeepLanguage, PlanReminders, SaveCase, SaveProposal
from dialogs.conversation.events import Event, Said, Sender
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import NO_CONSENT, AnswerDraft, Consent, Outcome, Session, Snapshot
from dialogs.records.case import Case, CaseMessage
from dialogs.records.need import Need
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder
from storage.database import Database
from tests.stages.alone import NOW, STAFF, context, counting, outgoing, received


def play(database: Database, step: Any, *said: tuple[int, str]) -> tuple[Line, ...]:
    """Play in one batch what was said in chats, and leave the messages in the outbox."""
    around = context(step)
    bot = BotIdentity(around.bot_name, around.staff.packs)
    bodies = [received(number, chat, text).body for number, (chat, text) in enumerate(said, 1)]
    happenings = [Happening(number, translate(read_json(body), bot)) for number, body in enumerate(bodies, 1)]
    with database.transaction() as work:
        lines, messages = Batch(around, NewIds(), work, NOW).play(happenings)
        work.outbox.add(messages)
    return lines


def test_an_event_sees_what_the_one_before_it_in_the_batch_left(database: Database) -> None:
    lines = play(database, counting, (1, "a"), (2, "x"), (1, "b"), (1, "raise"), (1, "c"))

    assert [(line.update, line.result) for line in lines] == [
        (1, "said"),
        (2, "said"),
        (3, "said"),
        (4, "failed"),
        (5, "said"),
    ]
    assert sorted(outgoing(database)) == [(1, "a"), (1, "ab"), (1, "abc"), (1, "sorry fi"), (2, "x")]
    with database.transaction() as work:
        assert work.sessions.load([(1, 1)])[(1, 1)].form == "abc"


def test_a_line_names_the_group_that_is_lost_and_no_person(database: Database) -> None:
    news = (ShutOut(STAFF), RightsLost(STAFF, ("administrator", "can_manage_topics")), ShutOut(1))
    with database.transaction() as work:
        lines, _ = Batch(context(counting), NewIds(), work, NOW).play([Happening(1, item) for item in news])
    assert [(line.result, line.lost) for line in lines] == [
        ("shut out", "vasa"),
        ("rights lost", "vasa: administrator can_manage_topics"),
        ("shut out", ""),
    ]


def test_a_group_that_moved_goes_on_with_the_sessions_that_it_had(database: Database) -> None:
    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        return Outcome(session.but(form=f"{session.form}, back"))

    to = STAFF - 1
    with database.transaction() as work:
        work.sessions.save([Session(STAFF, 0, form="of nobody"), Session(STAFF, STAFF, form="of the group")])
    with database.transaction() as work:
        lines, _ = Batch(context(step), NewIds(), work, NOW).play([Happening(1, Moved(STAFF, to))])
    with database.transaction() as work:
        kept = work.sessions.load([(to, 0), (to, to)])

    assert [line.result for line in lines] == ["moved"]
    assert {key: session.form for key, session in kept.items()} == {
        (to, 0): "of nobody, back",
        (to, to): "of the group",
    }


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

    play(database, step, (1, "a"), (1, "b"), (1, "c"))

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
    play(database, step, *((chat, "hur går det med k7wm4?") for chat in (1, 2, STAFF, -5)))

    assert seen == {1: True, 2: False, STAFF: True, -5: False}


def test_a_step_may_change_a_plan_twice_in_one_batch(database: Database) -> None:
    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        hours = int(event.text)  # type: ignore[union-attr]
        plan = (Reminder("k", 1, "draft", "p1", NOW + timedelta(hours=hours)),) if hours else ()
        proposal = Proposal("p1", 1, "vasa", "r", "sv", version=hours)
        return Outcome(session, (), (SaveProposal(proposal), PlanReminders("p1", plan)))

    play(database, step, (1, "5"), (1, "7"))

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

    play(database, erasing, (1, "a"), (-9, "talk"), (1, "delete"), (2, "b"))

    with database.transaction() as work:
        assert work.sessions.load([(1, 1), (-9, 9), (2, 2)]).keys() == {(2, 2)}
    assert sorted(outgoing(database)) == [(1, "gone"), (2, "b")]


def test_what_a_person_said_of_their_words_is_known_only_where_a_navigator_is_about_to_move_the_case(
    database: Database,
) -> None:
    seen: list[Consent] = []

    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        seen.append(snapshot.consent)
        return Outcome(session)

    moving = AnswerDraft("d1", office="culture-leisure")
    navigators = {7: {"K7WM4": moving}, 8: {"K7WM4": moving.but(office="")}, 9: {}, 10: {"C8RV2": moving}}
    with database.transaction() as work:
        for number, drafts in navigators.items():
            work.sessions.save([Session(STAFF, number, drafts=drafts)])
        work.sessions.save([Session(1, 1, consent=Consent(given=True))])
        work.cases.save(Case("K7WM4", "vasa", 1, "sv", "t", Need(), (), version=1), 0)
    events = [Said(Sender(STAFF, number, staff="vasa", private=False), "K7WM4", number) for number in navigators]
    with database.transaction() as work:
        Batch(context(step), NewIds(), work, NOW).play([Happening(event.message, event) for event in events])
        work.cases.erase(1)
    with database.transaction() as work:
        Batch(context(step), NewIds(), work, NOW).play([Happening(1, events[0])])
    assert seen == [Consent(given=True), *[NO_CONSENT] * 4]


def test_a_language_that_was_chosen_at_the_desk_is_known_to_the_person_everywhere_and_to_the_group(
    database: Database,
) -> None:
    seen: list[tuple[str, dict[str, str]]] = []

    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        seen.append((snapshot.own_language, snapshot.desk_languages))
        chosen = (KeepLanguage(7, 7, "fi"), KeepLanguage(STAFF, STAFF, "en")) if event.text == "choose" else ()  # type: ignore[union-attr]
        return Outcome(session, (Reply("ok"),), chosen)

    with database.transaction() as work:
        work.sessions.save([Session(7, 7, "sv", form="kept"), Session(8, 8, "sv")])
    sender = Sender(STAFF, 7, "Nora", staff="vasa", private=False)
    heard = [Said(sender, text, 1) for text in ("first", "choose", "then")]
    heard += [Said(sender.but(user=user), "others", 2) for user in (8, 9)]
    with database.transaction() as work:
        Batch(context(step), NewIds(), work, NOW).play([Happening(1, event) for event in heard])
    with database.transaction() as work:
        Batch(context(step), NewIds(), work, NOW).play([Happening(2, Said(sender, "later", 3))])
        kept = work.sessions.load([(7, 7), (STAFF, STAFF)])
    english = {"vasa": "en"}
    assert seen == [("", {}), ("", {}), ("fi", english), ("", english), ("", english), ("fi", english)]
    assert kept == {
        (7, 7): Session(7, 7, "fi", language_chosen=True, form="kept"),
        (STAFF, STAFF): Session(STAFF, STAFF, "en", language_chosen=True),
    }
