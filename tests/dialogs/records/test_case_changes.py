"""What becomes of a case by any acts in any order: its state, its owner and its end always agree."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.records.case import Case
from dialogs.records.case_changes import after, follows, refusal
from dialogs.records.case_states import OPEN, TABLE, WAITING, CaseAct, CaseState, Follows, Refusal
from dialogs.records.need import Need
from tests.stages.in_memory import at

NOW = at("2023-09-01T06:00")
NORA, NIKO = 201, 202
CASE = Case("K7WM4", "vasa", 101, "sv", "Byalaget", Need("Vi vill ses"), (), opened_at=NOW)
CHANGING = sorted(set(CaseAct) - {CaseAct.SEND})

acts = st.lists(st.tuples(st.sampled_from(CHANGING), st.sampled_from([NORA, NIKO])), max_size=30)


def done(case: Case, act: CaseAct, user: int) -> Case:
    """The case after an act, with what else the act changes of whose it is."""
    owners = {CaseAct.CLAIM: user, CaseAct.TAKE_OVER: user, CaseAct.RELEASE: 0, CaseAct.LAPSE: 0}
    owner = case.owner or user if act in (CaseAct.ANSWER, CaseAct.CLOSE) else owners.get(act, case.owner)
    chat = 0 if act is CaseAct.ERASE else case.chat
    return after(case, act, NOW + timedelta(hours=case.version), owner=owner, chat=chat)


@given(acts)
def test_whatever_is_done_state_owner_and_end_agree(made_up: list[tuple[CaseAct, int]]) -> None:
    case = CASE
    for act, user in made_up:
        before = case
        if refusal(case, act, user) is None:
            case = done(case, act, user)
            assert case.version == before.version + 1
        assert (case.state == CaseState.CLAIMED) == (case.state in WAITING and bool(case.owner))
        assert (case.closed_at is None) == (case.state in OPEN)
        if before.state == case.state:
            assert case.closed_at == before.closed_at


@given(acts)
def test_what_the_table_refuses_is_never_done(made_up: list[tuple[CaseAct, int]]) -> None:
    case = CASE
    for act, user in made_up:
        if refusal(case, act, user) is Refusal.ENDED:
            with pytest.raises(ValueError, match="it is closed or withdrawn"):
                done(case, act, user)
        elif refusal(case, act, user) is None:
            case = done(case, act, user)


@pytest.mark.parametrize(
    ("changes", "act", "reason"),
    [
        ({}, CaseAct.CLAIM, None),
        ({"owner": NORA}, CaseAct.CLAIM, Refusal.YOURS),
        ({"owner": NIKO}, CaseAct.CLAIM, Refusal.TAKEN),
        ({"owner": NIKO}, CaseAct.TAKE_OVER, None),
        ({"owner": NORA}, CaseAct.RELEASE, None),
        ({"owner": NIKO}, CaseAct.RELEASE, Refusal.ANOTHERS),
        ({}, CaseAct.RELEASE, Refusal.FREE),
        ({"chat": 0}, CaseAct.ANSWER, Refusal.NO_CHAT),
        ({"chat": 0}, CaseAct.CLOSE, None),
        ({"chat": 0, "state": CaseState.CLOSED}, CaseAct.ANSWER, Refusal.ENDED),
        ({"state": CaseState.WITHDRAWN}, CaseAct.CLAIM, Refusal.ENDED),
        ({"state": CaseState.WITHDRAWN}, CaseAct.WRITE, None),
    ],
)
def test_who_may_do_what_is_told_with_the_reason(
    changes: dict[str, object], act: CaseAct, reason: Refusal | None
) -> None:
    assert refusal(CASE.but(**changes), act, NORA) is reason


@pytest.mark.parametrize(("owner", "state"), [(0, CaseState.NEW), (NORA, CaseState.CLAIMED)])
@pytest.mark.parametrize("ended", [CaseState.ANSWERED, CaseState.CLOSED, CaseState.WITHDRAWN])
def test_words_of_the_association_bring_a_case_back_to_whoever_has_it(
    ended: CaseState, owner: int, state: CaseState
) -> None:
    case = CASE.but(state=ended, owner=owner, closed_at=None if ended in OPEN else NOW, version=3)
    again = after(case, CaseAct.WRITE, NOW, written_at=NOW)
    assert again == case.but(state=state, closed_at=None, written_at=NOW, version=4)


def test_what_follows_is_what_the_table_says_where_the_case_stands() -> None:
    assert follows(None, CaseAct.SEND) == Follows.CARD | Follows.REMINDERS | Follows.PROMISE
    for act in CHANGING:
        assert follows(CASE, act) == TABLE[act].moves[CaseState.NEW].follows, act  # type: ignore[union-attr]


def test_the_stored_words_of_the_states_stay_what_they_are() -> None:
    assert [str(state) for state in CaseState] == ["new", "claimed", "answered", "closed", "withdrawn"]


@pytest.mark.parametrize(
    ("changes", "act", "first"),
    [
        ({}, CaseAct.ANSWER, NOW),
        ({}, CaseAct.CLOSE, NOW),
        ({}, CaseAct.MOVE, None),
        ({}, CaseAct.CLAIM, None),
        ({"answered_at": NOW, "came_to": ("welfare",)}, CaseAct.ANSWER, NOW),
        ({"answered_at": NOW - timedelta(days=1)}, CaseAct.ANSWER, None),
        ({"first_answered_at": NOW - timedelta(days=1)}, CaseAct.ANSWER, NOW - timedelta(days=1)),
        ({"chat": 0}, CaseAct.CLOSE, None),
    ],
)
def test_when_the_association_was_first_answered_is_noted_once(
    changes: dict[str, object], act: CaseAct, first: datetime | None
) -> None:
    assert after(CASE.but(**changes), act, NOW).first_answered_at == first
