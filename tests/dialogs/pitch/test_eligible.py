"""Who said that both papers went in time may pitch; the desk sees of each what was sent to it, of others nothing."""

from datetime import timedelta

import pytest

from dialogs.pitch.eligible import in_order, may_pitch, pitching
from dialogs.records.case_states import CaseState
from dialogs.records.proposal import Proposal
from dialogs.records.staff.pitching import Pitching
from tests.stages.called import ANNA, BEGUN, VASA
from tests.stages.pitched import SENT, pitched

ROUND = VASA.rounds[0]
DRAFT = Proposal("p1", 1, "vasa", "spring", "sv", created_at=BEGUN)


@pytest.mark.covers("V17")
def test_only_who_sent_both_in_time_may_pitch() -> None:
    after = ROUND.deadline + timedelta(hours=1)
    said = [DRAFT, DRAFT.but(sent_at=SENT), DRAFT.but(unsent_at=after), DRAFT.but(sent_at=after, created_at=after)]
    assert [may_pitch(item, ROUND) for item in said] == [False, True, False, False]
    assert pitching(VASA, DRAFT, None, reached=True) is None
    assert pitching(VASA, DRAFT.but(sent_at=SENT, round="gone"), None, reached=True) is None


def test_the_desk_sees_what_was_sent_to_it_and_of_a_draft_only_that_there_is_one() -> None:
    stage = pitched()
    draft, case = stage.proposals[f"p{ANNA}"], stage.cases["K7WM4"]
    unknown = Pitching(f"p{ANNA}", SENT, reached=False)
    shown = unknown.but(
        reference="K7WM4", who="Förening 1", title="Idé 1", said="Anna, på svenska, 8 min", languages=("sv",)
    )
    assert pitching(VASA, draft, case, reached=False) == shown
    assert pitching(VASA, draft, None, reached=False) == unknown
    assert pitching(VASA, draft, case.but(state=CaseState.WITHDRAWN), reached=False) == unknown


def test_they_come_as_they_said_it() -> None:
    first, second = Pitching("b", SENT), Pitching("a", SENT + timedelta(minutes=1))
    assert in_order([second, first]) == (first, second)
