"""A desk knows whom a change is told and how its rounds stand only where it is about them."""

from bot.turns.plans.rounds_known import counts, told
from dialogs.conversation.events import Commanded, ReminderDue, Said, Sender
from dialogs.conversation.session import RoundCount, Session
from dialogs.conversation.world import World
from dialogs.deadlines.desk.round_ladder import planned
from dialogs.records.proposal import Proposal
from storage.database import Database
from tests.stages.called import BEGUN, VASA
from tests.stages.standing import world

DESK = Sender(-100, 201, "Nora", "sv", staff="vasa", private=False)
SESSION = Session(-100, 201)


def test_what_is_counted_for_a_desk_and_when(database: Database) -> None:
    seen = World({"vasa": VASA}, world().lexicon)
    rows = planned(VASA, -100, BEGUN)
    with database.transaction() as work:
        work.proposals.save([Proposal(f"p{chat}", chat, "vasa", "spring", "sv") for chat in (1, 2)])
    with database.transaction() as work:
        asked = Commanded(DESK, "calls", "", 1)
        assert told(work, seen, asked, SESSION, None) == {"spring": 2}
        assert told(work, seen, Said(DESK, "hej", 2), SESSION, None) == {}
        assert told(work, seen, Commanded(Sender(1, 1), "calls", "", 3), Session(1, 1), None) == {}
        assert counts(work, seen, ReminderDue(DESK, rows)) == {"spring": RoundCount(2)}
        assert counts(work, seen, ReminderDue(DESK, ())) == {}
        assert counts(work, seen, asked) == {}
