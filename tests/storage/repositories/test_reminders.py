"""A reminder fires once, when its time has come, however often it is planned."""

from contextlib import suppress
from datetime import timedelta

from storage.database import Database
from tests.storage.building import NOW, a_reminder

LATER = NOW + timedelta(hours=1)
BEFORE = NOW - timedelta(hours=1)


def test_reminders_are_due_in_the_order_of_their_times(database: Database) -> None:
    late, early, future = a_reminder("a"), a_reminder("b", due=BEFORE), a_reminder("c", due=LATER)
    with database.transaction() as work:
        work.reminders.plan("p1", [late, early, future])
    with database.transaction() as work:
        assert work.reminders.due(NOW, 10) == (early, late)
        assert work.reminders.next_due() == BEFORE


def test_a_transaction_tells_the_earliest_time_that_it_planned(database: Database) -> None:
    told = []
    with database.transaction() as work:
        told.append(work.reminders.earliest_planned)
        work.reminders.plan("p1", [a_reminder("a", due=LATER)])
        told.append(work.reminders.earliest_planned)
        work.reminders.add([a_reminder("b", due=NOW), a_reminder("c", due=LATER)])
        told.append(work.reminders.earliest_planned)
        work.reminders.postpone([a_reminder("b", due=BEFORE)])
        told.append(work.reminders.earliest_planned)
    assert told == [None, LATER, NOW, BEFORE]


def test_a_limit_never_parts_what_one_chat_is_due(database: Database) -> None:
    first, second, third = (
        a_reminder(f"{chat}:early", due=BEFORE, chat=chat, subject=f"p{chat}") for chat in (1, 2, 3)
    )
    rest = a_reminder("0:late", chat=1, subject="q1")
    with database.transaction() as work:
        plans = {"q1": [rest, a_reminder("0:future", due=LATER, subject="q1")], "p1": [first]}
        work.reminders.plan_all(plans | {"p2": [second], "p3": [third]})
    with database.transaction() as work:
        assert work.reminders.due(NOW, 2) == (first, second, rest)
        work.reminders.fired([first.key, second.key, rest.key], NOW)
        assert work.reminders.due(NOW, 2) == (third,)


def test_a_reminder_that_was_put_off_comes_once_more_and_then_no_more(database: Database) -> None:
    asleep, other = a_reminder("asleep"), a_reminder("other", subject="p2")
    later = a_reminder("asleep", due=LATER)
    with database.transaction() as work:
        work.reminders.plan_all({"p1": [asleep], "p2": [other]})
        work.reminders.fired([other.key], NOW)
        work.reminders.postpone([later])
        work.reminders.postpone([])
        assert (work.reminders.due(NOW, 10), work.reminders.next_due()) == ((), LATER)
    with database.transaction() as work:
        assert work.reminders.due(LATER, 10) == (later,)
        work.reminders.fired([later.key], LATER)
        work.reminders.plan("p1", [asleep])
        assert (work.reminders.due(LATER, 10), work.reminders.next_due()) == ((), None)


def test_a_plan_moves_or_takes_away_what_was_put_off(database: Database) -> None:
    with database.transaction() as work:
        work.reminders.plan("p1", [a_reminder("a"), a_reminder("b")])
        work.reminders.postpone([a_reminder("a", due=LATER), a_reminder("b", due=LATER)])
        work.reminders.plan("p1", [a_reminder("a", due=BEFORE)])
        assert work.reminders.due(LATER, 10) == (a_reminder("a", due=BEFORE),)


def test_what_was_said_is_not_put_off_any_more(database: Database) -> None:
    with database.transaction() as work:
        work.reminders.plan("p1", [a_reminder()])
        work.reminders.fired([a_reminder().key], NOW)
        work.reminders.postpone([a_reminder(due=LATER)])
        assert (work.reminders.due(LATER, 10), work.reminders.next_due()) == ((), None)


def test_a_crash_while_putting_off_leaves_a_reminder_due_as_it_was(database: Database) -> None:
    with database.transaction() as work:
        work.reminders.plan("p1", [a_reminder()])
    with suppress(ZeroDivisionError), database.transaction() as work:
        work.reminders.postpone([a_reminder(due=LATER)])
        raise ZeroDivisionError
    with database.transaction() as work:
        assert work.reminders.due(NOW, 10) == (a_reminder(),)


def test_a_reminder_that_fired_is_not_planned_again(database: Database) -> None:
    reminder, moved = a_reminder(), a_reminder(due=LATER)
    with database.transaction() as work:
        work.reminders.plan("p1", [reminder])
        work.reminders.fired([reminder.key], NOW)
        work.reminders.plan("p1", [moved])
        assert (work.reminders.due(LATER, 10), work.reminders.next_due()) == ((), None)


def test_a_new_plan_takes_the_place_of_what_waits(database: Database) -> None:
    gone, moved, strange = a_reminder("gone"), a_reminder("moved"), a_reminder("strange", subject="p2")
    with database.transaction() as work:
        work.reminders.plan("p2", [strange])
        work.reminders.plan("p1", [gone, moved])
        work.reminders.plan("p1", [a_reminder("moved", due=BEFORE), a_reminder("new", due=LATER)])
        assert work.reminders.due(LATER, 10) == (a_reminder("moved", due=BEFORE), strange, a_reminder("new", due=LATER))


def test_an_empty_plan_takes_away_what_waits_and_not_what_fired(database: Database) -> None:
    with database.transaction() as work:
        work.reminders.plan("p1", [a_reminder("fired"), a_reminder("waits")])
        work.reminders.fired(["fired"], NOW)
        work.reminders.plan("p1", [])
        assert [item["key"] for item in work.reminders.everything(1)] == ["fired"]


def test_plans_for_many_subjects_at_once(database: Database) -> None:
    plans = {f"p{number}": [a_reminder(f"{number}", subject=f"p{number}")] for number in range(3)}
    with database.transaction() as work:
        work.reminders.plan("p0", [a_reminder("old", subject="p0")])
        work.reminders.plan_all(plans)
        work.reminders.plan_all({})
        assert work.reminders.due(NOW, 10) == tuple(planned for (planned,) in plans.values())


def test_a_chat_that_blocked_the_bot_gets_no_more(database: Database) -> None:
    other = a_reminder("other", chat=2, subject="p2")
    with database.transaction() as work:
        work.reminders.plan("p1", [a_reminder()])
        work.reminders.plan("p2", [other])
        work.shut_out(1, NOW)
        assert work.reminders.due(NOW, 10) == (other,)


def test_one_more_reminder_leaves_the_others_of_its_subject_alone(database: Database) -> None:
    planned, more = a_reminder("a"), a_reminder("b", due=BEFORE)
    with database.transaction() as work:
        work.reminders.plan("p1", [planned])
        work.reminders.add([more])
        assert work.reminders.due(NOW, 9) == (more, planned)
        work.reminders.fired(["b"], NOW)
        work.reminders.add([more])
        assert work.reminders.due(NOW, 9) == (planned,)


def test_where_only_the_newest_counts_what_came_before_goes_said_or_not(database: Database) -> None:
    said, waiting, newest = a_reminder("1", subject="s"), a_reminder("2", subject="s"), a_reminder("3", subject="s")
    other = a_reminder("o", subject="t")
    with database.transaction() as work:
        work.reminders.plan_all({"s": [said, waiting, newest], "t": [other]})
        work.reminders.fired([said.key], NOW)
        work.reminders.forget_others([newest])
        work.reminders.forget_others([])
        assert work.reminders.due(NOW, 10) == (newest, other)
        assert len(work.reminders.everything(newest.chat)) == 2


def test_what_became_of_a_reminder_is_kept_with_it(database: Database) -> None:
    with database.transaction() as work:
        work.reminders.plan("p1", [a_reminder("a", zone="Europe/Helsinki"), a_reminder("b"), a_reminder("c")])
        work.reminders.fired(["a"], NOW, "say")
        work.reminders.fired(["b"], NOW, "muted")
        kept = {
            item["key"]: (item["outcome"], item["zone"]) for item in work.reminders.everything(a_reminder("a").chat)
        }
    assert kept == {"a": ("say", "Europe/Helsinki"), "b": ("muted", ""), "c": ("", "")}


def test_what_waits_on_the_clock_of_a_zone_is_found_in_portions(database: Database) -> None:
    listed = [a_reminder(name, zone="Europe/Helsinki") for name in "abc"]
    with database.transaction() as work:
        work.reminders.plan("p1", [*listed, a_reminder("d", zone="Europe/Stockholm")])
        work.reminders.fired(["b"], NOW)
        assert work.reminders.waiting_in("Europe/Helsinki", "", 1) == (listed[0],)
        assert work.reminders.waiting_in("Europe/Helsinki", "a", 5) == (listed[2],)
        assert work.reminders.reckoned("vasa") == ""
        work.reminders.note_reckoned("vasa", "one")
        work.reminders.note_reckoned("vasa", "two")
        assert (work.reminders.reckoned("vasa"), work.reminders.reckoned("vaxjo")) == ("two", "")
