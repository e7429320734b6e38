"""Who may pitch, from the database: those who sent both in time, with what the desk was sent and whether they hear."""

from bot.turns.plans.pitching import in_round
from dialogs.conversation.session import Session
from dialogs.records.proposal import Proposal
from dialogs.records.staff.pitching import Pitching
from storage.database import Database
from tests.stages.called import BEGUN, VASA
from tests.stages.pitched import SENT
from tests.storage.building import a_case


def test_each_is_known_as_far_as_the_desk_was_told_of_it(database: Database) -> None:
    with database.transaction() as work:
        sent = {"round": "spring", "document_language": "sv", "created_at": BEGUN, "sent_at": SENT}
        work.proposals.save(
            [
                Proposal("p1", 1, "vasa", case="K7WM4", **sent),
                Proposal("p2", 2, "vasa", **sent),
                Proposal("p3", 3, "vasa", **{**sent, "sent_at": None}),
                Proposal("p4", 4, "vasa", **{**sent, "round": "other"}),
            ]
        )
        work.sessions.save([Session(2, 2, muted=("news",))])
        work.cases.save(a_case("K7WM4", 1, version=1, round="spring", opened_at=BEGUN, who="Byalaget"), 0)
        assert in_round(work, VASA, "spring") == (
            Pitching("p1", SENT, reference="K7WM4", who="Byalaget", title="Kaffe och prat"),
            Pitching("p2", SENT, reached=False),
        )
