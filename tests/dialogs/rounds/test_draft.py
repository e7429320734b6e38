"""A decision for several cases: what belongs to it, and how it looks as the answer to one of them."""

from dialogs.conversation.session import Outcome, RoundDecision
from dialogs.decisions.other_ways import OWN
from dialogs.records.case import DecisionKind
from dialogs.rounds import draft
from knowledge.language import Language
from tests.dialogs.rounds.a_round import ENGLISH, FINNISH, GONE, NORA, ROUND, SWEDISH, at_desk

NO = RoundDecision(
    "d1",
    ROUND,
    ("K7WM4", "P3QX9", "J4HM6"),
    kind=DecisionKind.NOT_CHOSEN,
    reasons={"sv": "Det räckte inte.", "fi": "Ei riittänyt."},
    way=OWN,
    way_words={"sv": "Fråga byn.", "fi": "Kysykää kylältä."},
)


def test_a_button_of_an_older_decision_says_so() -> None:
    turn = at_desk(NORA.but(desk=NORA.desk.but(deciding=NO)))
    assert draft.standing(turn, "d1") == NO
    old = draft.standing(turn, "d0")
    assert isinstance(old, Outcome)
    assert old.session == turn.session


def test_its_cases_are_those_that_were_chosen_and_still_wait() -> None:
    assert draft.cases_of(at_desk(), NO) == (SWEDISH, FINNISH, GONE)
    assert draft.cases_of(at_desk(cases=(FINNISH, ENGLISH)), NO) == (FINNISH,)


def test_the_navigators_own_language_comes_first_and_the_gone_have_none() -> None:
    assert draft.languages_of(at_desk(), NO) == (Language.SV, Language.FI)
    assert draft.languages_of(at_desk(), NO.but(chosen=("J4HM6",))) == (Language.SV,)


def test_another_way_is_for_a_no_that_somebody_hears() -> None:
    asked = [NO, NO.but(kind=DecisionKind.CHOSEN), NO.but(chosen=("J4HM6",))]
    assert [draft.wants_way(at_desk(), one) for one in asked] == [True, False, False]


def test_each_case_hears_the_reason_and_the_way_in_its_language() -> None:
    swedish, finnish, gone = (draft.answer(at_desk(), NO, case) for case in (SWEDISH, FINNISH, GONE))
    assert [(one.text, one.way, one.way_words) for one in (swedish, finnish, gone)] == [
        ("Det räckte inte.", OWN, "Fråga byn."),
        ("Ei riittänyt.", OWN, "Kysykää kylältä."),
        ("Det räckte inte.", "", ""),
    ]
    assert {(one.id, one.closing, one.decision) for one in (swedish, finnish, gone)} == {
        ("d1", True, DecisionKind.NOT_CHOSEN)
    }


def test_the_shared_ways_are_those_open_to_everybody() -> None:
    assert draft.ways(at_desk(cases=()), NO) == ()
    assert {way.name for way in draft.ways(at_desk(), NO)} <= {
        way.name for way in draft.ways(at_desk(), NO.but(chosen=("K7WM4",)))
    }
