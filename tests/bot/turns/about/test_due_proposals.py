"""Who has drafts and no case needs little when something is due; everybody else is looked at as always."""

import pytest

from bot.turns.about.due_proposals import is_of_proposals_alone, of_proposals
from bot.turns.loaded import Wanted, load
from dialogs.conversation.events import ReminderDue, Seat, Sender
from dialogs.conversation.session import Snapshot
from dialogs.records.together.sharing import Participant, Role, Sharing
from storage.database import Database
from tests.storage.building import NOW, a_case, a_proposal

SHARED = Sharing("p1", (Participant(1, "Anna", Role.OWNER, NOW), Participant(2, "Bo", Role.EDIT, NOW)), version=1)
STAFF = {"vasa": -5}


def test_the_drafts_are_known_with_all_who_take_part(database: Database) -> None:
    with database.transaction() as work:
        work.proposals.save([a_proposal("p1")])
        work.sharings.save(SHARED, 0)
        loaded = load(work, Wanted(((2, 2),), {}))
    due = ReminderDue(Sender(2, 2), ())
    assert is_of_proposals_alone(due, loaded)
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
    assert not is_of_proposals_alone(ReminderDue(sender, ()), loaded)
