"""Which cases of a round wait for a decision, and how a round is named."""

import pytest

from dialogs.records.case import Decision, DecisionKind
from dialogs.rounds.undecided import asked_for, named, rounds, undecided
from tests.dialogs.rounds.a_round import ENGLISH, FINNISH, GONE, ROUND, SWEDISH, at_desk


def test_a_case_waits_while_it_is_open_in_the_round_and_nobody_has_decided_it() -> None:
    others = (
        SWEDISH.but(reference="Q7RV4", state="closed"),
        SWEDISH.but(reference="M6PQ3", state="withdrawn"),
        SWEDISH.but(reference="J5KM2", round=""),
        SWEDISH.but(reference="R8VW5", decision=Decision(DecisionKind.CHOSEN)),
    )
    turn = at_desk(cases=(SWEDISH, FINNISH.but(state="answered"), ENGLISH.but(state="claimed"), GONE, *others))
    assert [case.reference for case in undecided(turn, ROUND)] == ["K7WM4", "P3QX9", "C8RV2", "J4HM6"]
    assert [item.id for item in rounds(turn)] == [ROUND]
    assert rounds(at_desk(cases=others)) == ()


@pytest.mark.parametrize("words", ["partnership-2023", "Förslag till partnerskap 2023", "partnerskap", "KUMPPANUUS"])
def test_a_round_is_known_by_its_id_or_words_of_its_name_in_any_language(words: str) -> None:
    found = named(at_desk(), words)
    assert found is not None
    assert found.id == ROUND


@pytest.mark.parametrize("words", ["", "  ", "hösten 1999"])
def test_other_words_name_no_round(words: str) -> None:
    assert named(at_desk(), words) is None


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Besluta om omgången", ""),
        ("besluta om omgången partnerskap 2023", "partnerskap 2023"),
        ("Päätä hausta kumppanuus", "kumppanuus"),
        ("decide the round", ""),
        ("vi måste besluta om omgången i morgon", None),
        ("besluta", None),
        ("besluta om omgången " + "x" * 80, None),
    ],
)
def test_words_ask_for_it_only_where_they_begin_so(text: str, behind: str | None) -> None:
    assert asked_for(text) == behind
