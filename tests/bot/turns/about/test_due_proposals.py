"""Who has drafts and no case needs little when something is due; everybody else is looked at as always."""

import pytest

from bot.turns.about.due_proposals import is_of_proposals_alone, of_proposals
from bot.turns.loaded import Loaded, Wanted, load
from dialogs.conversation.events import ReminderDue, Seat, Sender
from dialogs.conversation.session import Session, Snapshot
from dialogs.records.offices.inquiry import AwaitedWords
from dialogs.records.reminder import Reminder
from dialogs.records.together.sharing import Participant, Role, Sharing
from storage.database import Database
from storage.errors import DamagedValue
from tests.storage.building import NOW, a_case, a_proposal

SHARED = Sharing("p1", (Participant(1, "Anna", Role.OWNER, NOW), Participant(2, "Bo", Role.EDIT, NOW)), version=1)
STAFF = {"vasa": -5}


def test_the_drafts_are_known_with_all_who_take_part(database: Database) -> None:
    with database.transaction() as work:
        work.proposals.save([a_proposal("p1")])
        work.sharings.save(SHARED, 0)
        loaded = load(work, Wanted(((2, 2),), {}))
    due = ReminderDue(Sender(2, 2), (about("p1"), about("call:vasa:partnership-2026")))
    assert is_of_proposals_alone(due, Session(2, 2), loaded)
    assert of_proposals(due, loaded, STAFF) == Snapshot(
        proposals=(a_proposal("p1"),), staff=STAFF, sharings={"p1": SHARED}
    )


@pytest.mark.parametrize(
    "sender",
    [Sender(1, 1), Sender(-5, 0, staff="vasa", private=False), Sender(3, 3, seat=Seat("vasa", "welfare"))],
    ids=["who has a case", "a desk", "an office"],
)
def test_others_are_looked_at_as_always(database: Database, sender: Sender) -> None:
    with database.transaction() as work:
        work.cases.save(a_case(), 0)
        loaded = load(work, Wanted(((sender.chat, sender.user),), {}))
    session = Session(sender.chat, sender.user)
    assert not is_of_proposals_alone(ReminderDue(sender, (about("p1"),)), session, loaded)


def test_what_is_about_a_case_is_looked_at_as_always() -> None:
    assert not is_of_proposals_alone(ReminderDue(Sender(2, 2), (about("p1"), about("K7WM4"))), Session(2, 2), Loaded())


@pytest.mark.parametrize(
    "session", [Session(2, 2, case="K7WM4"), Session(2, 2, awaited=AwaitedWords("K7WM4", 1, "yes"))]
)
def test_who_has_a_case_in_hand_is_looked_at_as_always(session: Session) -> None:
    assert not is_of_proposals_alone(ReminderDue(Sender(2, 2), (about("p1"),)), session, Loaded())


def test_where_something_is_damaged_all_are_looked_at_as_always() -> None:
    loaded = Loaded()
    loaded.damage.note(DamagedValue("sessions", (3, 3), "its bytes were changed"), 3)
    assert not is_of_proposals_alone(ReminderDue(Sender(2, 2), (about("p1"),)), Session(2, 2), loaded)


def about(subject: str) -> Reminder:
    return Reminder(f"{subject}:draft-5wd", 2, "draft-5wd", subject, NOW)
