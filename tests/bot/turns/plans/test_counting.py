"""Drafts and undecided cases are counted by round, and nothing of them is told."""

from bot.turns.plans.counting import counted
from dialogs.conversation.session import RoundCount
from dialogs.records.proposal import Proposal
from storage.database import Database
from tests.stages.called import BEGUN
from tests.storage.building import a_case


def test_a_round_is_counted_by_what_was_said_of_it(database: Database) -> None:
    sent = {"p2": {"sent_at": BEGUN}, "p3": {"sent_at": BEGUN, "receipt_at": BEGUN}}
    with database.transaction() as work:
        listed = [
            Proposal(f"p{chat}", chat, "vasa", "spring", "sv", **sent.get(f"p{chat}", {})) for chat in range(1, 4)
        ]
        work.proposals.save(
            [*listed, Proposal("p9", 9, "vasa", "other", "sv"), Proposal("q", 8, "vaxjo", "spring", "sv")]
        )
        work.cases.save(a_case("K7WM4", 1, version=1, round="spring", opened_at=BEGUN), 0)
    with database.transaction() as work:
        assert counted(work, "vasa") == {"spring": RoundCount(3, 2, 1, 1), "other": RoundCount(1)}
        assert counted(work, "goteborg") == {}
