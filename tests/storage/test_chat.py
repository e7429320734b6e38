"""What is kept about a chat can be shown, taken away and moved as a whole."""

import json

import pytest
from sqlalchemy import select

from dialogs.conversation.session import Post
from dialogs.records.for_a_time.access import Access
from storage.database import Database
from storage.engine.tables import metadata
from storage.unit_of_work import UnitOfWork
from tests.storage.building import (
    NOW,
    OFFERS,
    a_case,
    a_change,
    a_correction,
    a_mail,
    a_proposal,
    a_reminder,
    a_session,
    a_sharing,
    outgoing,
    received,
    said,
)

CHAT, OTHER = 4_711_471_147, 5_822_582_258


def fill(work: UnitOfWork, chat: int, mark: str) -> None:
    work.inbox.remember([received(chat % 100, chat, "oläslig")])
    work.inbox.fail(work.inbox.claim(1)[0].seq, "ValueError")
    work.sessions.save([a_session(chat)])
    work.proposals.save([a_proposal(f"p{mark}", chat)])
    work.cases.save(a_case(mark, chat), 0)
    work.cases.add_messages([(mark, said("hej")), (mark, said("för oss", "navigator", internal=True))])
    work.corrections.save([a_correction(f"c{mark}", chat)])
    work.accesses.add([Access(NOW, mark, 5, "show")])
    work.reminders.plan(f"p{mark}", [a_reminder(f"p{mark}:x", chat=chat, subject=f"p{mark}")])
    work.reminders.plan(f"q{mark}", [a_reminder(f"q{mark}:x", chat=chat, subject=f"q{mark}")])
    work.reminders.fired([f"q{mark}:x"], NOW)
    work.outbox.add([outgoing(chat, about=mark, offers=OFFERS), outgoing(chat)])
    work.sharings.save(a_sharing(f"p{mark}", chat), 0)
    work.answer_changes.add([a_change(f"p{mark}", chat)])
    work.mails.add([a_mail(f"m{mark}", chat, f"p{mark}")], NOW)
    claimed = {parcel.chat: parcel.seq for parcel in work.outbox.claim(NOW, 5)}
    work.outbox.sent({claimed[chat]: 500})


@pytest.fixture
def filled(database: Database) -> Database:
    with database.transaction() as work:
        fill(work, CHAT, "A")
        fill(work, OTHER, "B")
    return database


def test_the_export_holds_all_of_this_chat_and_nothing_of_others(filled: Database) -> None:
    with filled.transaction() as work:
        found = work.everything(CHAT)
    assert {name: len(rows) for name, rows in found.items()} == {
        "sessions": 1,
        "proposals": 1,
        "cases": 1,
        "reminders": 2,
        "received": 1,
        "unsent": 1,
        "messages": 1,
        "mails": 1,
        "corrections": 1,
        "accesses": 1,
        "shared": 1,
        "earlier_answers": 1,
    }
    words = json.dumps(found, ensure_ascii=False)
    assert [word in words for word in ("Kaffe och prat", "oläslig", "hej", "för oss", str(OTHER), "pB")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_the_export_does_not_say_who_the_navigators_are(database: Database) -> None:
    with database.transaction() as work:
        work.cases.save(a_case("A", CHAT, state="answered", owner=99_887_766, owner_name="Nora Norrgård"), 0)
        work.cases.add_messages([("A", said("ett svar", "navigator", name="Nora Norrgård"))])
        (case,) = work.everything(CHAT)["cases"]
    words = json.dumps(case, ensure_ascii=False)
    assert [word in words for word in ("ett svar", '"author": "navigator"', "99887766", "Nora")] == [
        True,
        True,
        False,
        False,
    ]


def test_erasing_leaves_no_trace_of_the_chat_but_its_cases(filled: Database) -> None:
    with filled.transaction() as work:
        others = work.everything(OTHER)
        work.erase(CHAT)
    with filled.transaction() as work:
        assert {name: rows for name, rows in work.everything(CHAT).items() if rows} == {}
        assert work.everything(OTHER) == others
        assert work.cases.by_reference(["A"])["A"] == a_case("A", 0, version=1).but(
            messages=(said("hej"), said("för oss", "navigator", internal=True))
        )
        assert str(CHAT) not in _plainly(work)


def test_a_message_that_came_after_erasing_is_still_handled(filled: Database) -> None:
    with filled.transaction() as work:
        work.inbox.remember([received(1, CHAT)])
        work.erase(CHAT)
        assert [item.update_id for item in work.inbox.claim(5)] == [1]


def test_goodbye_is_said_after_erasing(filled: Database) -> None:
    with filled.transaction() as work:
        work.erase(CHAT)
        work.outbox.add([outgoing(CHAT, "allt är borta")])
        texts = [parcel.payload["text"] for parcel in work.outbox.claim(NOW, 5) if parcel.chat == CHAT]
        assert texts == ["allt är borta"]


def test_a_group_goes_on_as_a_supergroup(filled: Database) -> None:
    to = -100_471_147
    with filled.transaction() as work:
        work.posts.keep([((CHAT, 7), Post("A", ()), False)])
        work.move_chat(CHAT, to)
    with filled.transaction() as work:
        assert work.sessions.load([(to, to), (to, CHAT), (CHAT, CHAT)]) == {(to, to): a_session(to, to)}
        assert work.proposals.of([to, CHAT]) == {to: (a_proposal("pA", to),), CHAT: ()}
        assert work.cases.of([to]) == {to: (a_case("A", to, version=1),)}
        assert [item.chat for item in work.reminders.due(NOW, 1)] == [to]
        assert [item["message"] for item in work.outbox.everything(to)] == [{"chat_id": to, "text": "hej"}]
        assert work.posts.of([(CHAT, 7), (to, 7)]) == {(CHAT, 7): Post("A", ())}


def test_a_session_in_the_new_group_is_not_overwritten(database: Database) -> None:
    with database.transaction() as work:
        work.sessions.save([a_session(-1, 5, form="gammalt"), a_session(-2, 5, form="nytt")])
        work.move_chat(-1, -2)
        assert work.sessions.load([(-1, 5), (-2, 5)]) == {(-2, 5): a_session(-2, 5, form="nytt")}


def _plainly(work: UnitOfWork) -> str:
    """All that stands in the database, with the encrypted cases opened."""
    rows = [tuple(row) for table in metadata.sorted_tables for row in work._connection.execute(select(table))]
    return repr(rows) + repr(work.cases.by_reference(["A"]))
