"""Long words wait for being read and so does their chat; nobody else waits, and nothing else changes."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.turns.reading_ahead import READ_KEPT, ReadingAhead, Rehearsal, letters
from dialogs.conversation.events import Chose, Commanded, Edited, Event, Said, Sender
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Heard, Outcome, Session, Snapshot
from dialogs.records.need import Need
from knowledge.remembered import begin_what_takes_long, forget, until_forgotten
from storage.database import Database
from tests.stages.alone import STAFF, HandlerAlone, context, counting, outgoing, put, received

HER = Sender(1, 1)
KEY = "a key for tests, long enough"
LONG = "lång text "


def handler(database: Database, ahead: ReadingAhead) -> HandlerAlone:
    return HandlerAlone(database, replace(context(counting), ahead=ahead))


def read_on(handler: HandlerAlone, ahead: ReadingAhead) -> list[int]:
    """Handle all that waits, reading whatever must be read first; return the updates in the order they were handled."""
    handled: list[int] = []
    while (played := handler.updates(50)).lines or played.unread:
        handled += [line.update for line in played.lines]
        for rehearsal in filter(ahead.begin, played.unread):
            rehearsal.play()
            ahead.end(rehearsal)
    return handled


def test_long_words_wait_with_what_follows_them_and_others_go_on(database: Database) -> None:
    ahead = ReadingAhead(5)
    alone = handler(database, ahead)
    put(database, (1, "a"), (1, LONG), (1, "b"), (2, "x"))
    batches = [alone.updates(50), alone.updates(50)]
    assert [[line.update for line in batch.lines] for batch in batches] == [[1, 4], []]
    ((unread,),) = filter(None, (batch.unread for batch in batches))
    assert (unread.update, [batch.idle for batch in batches]) == (2, [False, False])
    assert (ahead.begin(unread), ahead.waiting, alone.updates(50).lines) == (True, (1,), ())
    assert alone.updates(50).idle

    unread.play()
    ahead.end(unread)
    assert (read_on(alone, ahead), ahead.waiting) == ([2, 3], ())
    assert outgoing(database) == [(1, "a"), (2, "x"), (1, f"a{LONG}"), (1, f"a{LONG}b")]


def test_after_a_crash_what_was_to_be_read_still_waits(database: Database) -> None:
    put(database, (1, LONG), (1, "b"))
    lost = ReadingAhead(5)
    lost.begin(*handler(database, lost).updates(50).unread)

    ahead = ReadingAhead(5)
    assert read_on(handler(database, ahead), ahead) == [1, 2]


def test_a_chat_is_read_for_once_at_a_time() -> None:
    ahead, first, second = ReadingAhead(5), Rehearsal(1, 7, list), Rehearsal(2, 7, list)
    assert (ahead.begin(first), ahead.begin(first), ahead.begin(second)) == (True, False, False)
    ahead.end(first)
    assert (ahead.begin(first), ahead.begin(second)) == (False, True)


def test_what_was_read_is_known_for_a_while() -> None:
    ahead, said = ReadingAhead(5), Said(HER, LONG, 1)
    for number in range(1, READ_KEPT + 2):
        ahead.end(Rehearsal(number, 7, list))
    assert [ahead.wanted(number, said, Session(1, 1)) for number in (1, 2, READ_KEPT + 1)] == [True, False, False]


def test_a_reminder_and_short_words_are_never_read_first() -> None:
    assert not ReadingAhead(5).wanted(0, Said(HER, LONG, 1), Session(1, 1))
    assert not ReadingAhead(5).wanted(9, Said(HER, "kort", 1), Session(1, 1))
    assert not ReadingAhead(None).wanted(9, Said(HER, LONG, 1), Session(1, 1))


def test_everything_counts_that_is_read_for_an_event() -> None:
    session = Session(1, 1, need=Need("behov"), heard=Heard(1, text="hört"))
    events: list[Event] = [Said(HER, "abc", 2), Edited(HER, "ab", 1), Commanded(HER, "start", "a", 3)]
    assert [letters(event, session) for event in events] == [12, 11, 10]
    assert letters(Chose(HER, "s", 1, 0, 1), Session(1, 1, need=Need("behov"))) == 5


@until_forgotten(8)
def read_slowly(text: str) -> str:
    begin_what_takes_long()
    return text.upper()


def reading(session: Session, event: Event, world: object, now: datetime, snapshot: Snapshot) -> Outcome:
    """A step for which words of three letters and more take long to read, however few they are."""
    text = event.text if isinstance(event, Said) else ""
    said = read_slowly(text) if len(text) > 2 else text
    return Outcome(session, (Reply(said),))


def test_a_step_that_comes_upon_what_takes_long_is_left_and_others_go_on(database: Database) -> None:
    forget()
    ahead = ReadingAhead()
    alone = HandlerAlone(database, replace(context(reading), ahead=ahead))
    put(database, (1, "behov"), (1, "b"), (2, "x"))
    batches = [alone.updates(50), alone.updates(50)]
    assert [[line.update for line in batch.lines] for batch in batches] == [[3], []]
    assert [(one.update, one.chat) for batch in batches for one in batch.unread] == [(1, 1), (1, 1)]
    assert read_on(alone, ahead) == [1, 2]
    assert outgoing(database) == [(2, "x"), (1, "BEHOV"), (1, "b")]


def test_what_was_forgotten_meanwhile_is_read_in_its_turn(database: Database) -> None:
    forget()
    ahead = ReadingAhead()
    alone = HandlerAlone(database, replace(context(reading), ahead=ahead))
    put(database, (1, "behov"))
    (unread,) = alone.updates(50).unread
    ahead.begin(unread)
    unread.play()
    ahead.end(unread)
    forget()
    assert [line.update for line in alone.updates(50).lines] == [1]
    assert outgoing(database) == [(1, "BEHOV")]


def test_in_a_group_and_where_nobody_reads_ahead_it_is_read_in_its_turn(database: Database) -> None:
    forget()
    put(database, (STAFF, "behov"))
    everywhere = HandlerAlone(database, replace(context(reading), ahead=ReadingAhead()))
    assert [line.result for line in everywhere.updates(50).lines] == ["said"]
    with database.transaction() as work:
        work.inbox.remember([received(7, 1, "ett behov")])
    nobody = HandlerAlone(database, context(reading))
    assert [line.result for line in nobody.updates(50).lines] == ["said"]


@settings(max_examples=10)
@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["a", "bb", LONG, LONG * 2])), max_size=12))
def test_no_answer_is_another_one(said: list[tuple[int, str]]) -> None:
    answers = []
    for ahead in (ReadingAhead(None), ReadingAhead(5)):
        with TemporaryDirectory() as folder, closing(Database.open(f"sqlite:///{folder}/lots.db", KEY)) as database:
            database.upgrade()
            put(database, *said)
            assert sorted(read_on(handler(database, ahead), ahead)) == list(range(1, len(said) + 1))
            sent = outgoing(database)
            answers.append({chat: [text for to, text in sent if to == chat] for chat in (1, 2, 3)})
    assert answers[0] == answers[1]


@settings(max_examples=10)
@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["a", "behov", "tarve", "need"])), max_size=12))
def test_no_answer_is_another_one_for_having_been_left(said: list[tuple[int, str]]) -> None:
    answers = []
    for ahead in (ReadingAhead(None), ReadingAhead()):
        forget()
        with TemporaryDirectory() as folder, closing(Database.open(f"sqlite:///{folder}/lots.db", KEY)) as database:
            database.upgrade()
            put(database, *said)
            alone = HandlerAlone(database, replace(context(reading), ahead=ahead))
            assert sorted(read_on(alone, ahead)) == list(range(1, len(said) + 1))
            sent = outgoing(database)
            answers.append({chat: [text for to, text in sent if to == chat] for chat in (1, 2, 3)})
    assert answers[0] == answers[1]
