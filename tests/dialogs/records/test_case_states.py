"""The table of a case: it has an answer to everything, and the ways out of an end are few."""

from dialogs.records.case_states import BACK, OPEN, TABLE, WAITING, ByOwner, CaseAct, CaseState, Follows, Move, Refusal

CHANGES = {act: row.moves for act, row in TABLE.items() if act is not CaseAct.SEND}
"""What may be done with a case that there is."""


def states(move: Move) -> frozenset[CaseState]:
    """The states that a move can lead to."""
    return frozenset({move.to.free, move.to.owned} if isinstance(move.to, ByOwner) else {move.to})


def test_every_act_in_every_state_leads_somewhere_or_has_a_reason_not_to() -> None:
    assert set(TABLE) == set(CaseAct)
    assert {act: set(moves) for act, moves in CHANGES.items()} == {act: set(CaseState) for act in CHANGES}


def test_a_case_begins_in_one_way_only() -> None:
    assert TABLE[CaseAct.SEND].moves == {None: Move(CaseState.NEW, Follows.CARD | Follows.REMINDERS | Follows.PROMISE)}


def test_the_only_way_out_of_an_end_is_that_the_association_writes() -> None:
    ended = set(CaseState) - OPEN
    ways_out = {
        (act, state): moves[state].to
        for act, moves in CHANGES.items()
        for state in ended
        if isinstance(moves[state], Move) and not states(moves[state]) <= {state}
    }
    assert ways_out == {(CaseAct.WRITE, state): BACK for state in ended}


def test_every_state_can_be_reached() -> None:
    reached = {
        to for row in TABLE.values() for move in row.moves.values() if isinstance(move, Move) for to in states(move)
    }
    assert reached == set(CaseState)


def test_a_day_is_promised_whenever_a_case_comes_to_wait_and_never_else() -> None:
    for act, row in TABLE.items():
        for state, move in row.moves.items():
            if isinstance(move, Move):
                begins_to_wait = state not in WAITING and states(move) <= WAITING
                assert (Follows.PROMISE in move.follows) == begins_to_wait, (act, state)


def test_reminders_are_planned_anew_whenever_a_case_begins_or_ends_to_wait() -> None:
    for act, row in TABLE.items():
        for state, move in row.moves.items():
            if isinstance(move, Move) and (state in WAITING) != (states(move) <= WAITING):
                assert Follows.REMINDERS in move.follows, (act, state)


def test_what_changes_where_a_case_stands_changes_its_card() -> None:
    for act, row in TABLE.items():
        for state, move in row.moves.items():
            if isinstance(move, Move) and states(move) != {state}:
                assert Follows.CARD in move.follows, (act, state)


def test_only_where_a_case_stands_can_refuse_in_the_table() -> None:
    reasons = {move for moves in CHANGES.values() for move in moves.values() if isinstance(move, Refusal)}
    assert reasons == {Refusal.ENDED}
