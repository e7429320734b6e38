"""What the names in a ready-made text stand for: what a case tells, and nothing for what it does not."""

from datetime import UTC, datetime

from dialogs.answering.case_values import known, round_is_over, round_of
from knowledge.language import Language
from tests.dialogs.answering.test_canned import CASE, at_desk

ROUND = "partnership-2023"


def test_a_case_tells_what_it_knows_in_the_language_of_its_association() -> None:
    told = known(at_desk(), CASE, Language.FI)
    assert {name: told[name] for name in ("reference", "title", "who", "navigator", "municipality")} == {
        "reference": "K7WM4",
        "title": CASE.title,
        "who": "Byalaget rf",
        "navigator": "Anna",
        "municipality": "Vaasa",
    }
    assert ("2023" in told["deadline"], bool(told["promised"])) == (True, True)


def test_what_a_case_does_not_know_is_missing() -> None:
    told = known(at_desk(), CASE.but(answer_by="", title="", need=CASE.need.but(offices=())), Language.SV)
    assert {"title", "promised", "office"}.isdisjoint(told)


def test_an_idea_without_a_proposal_is_in_the_round_that_is_open_or_the_last() -> None:
    found = round_of(at_desk(), CASE.but(round=""))
    assert (found and found.id, round_is_over(at_desk(), CASE.but(round=""))) == (ROUND, False)


def test_a_round_is_over_when_its_last_day_has_passed() -> None:
    later = at_desk(now=datetime(2026, 12, 1, tzinfo=UTC))
    assert (round_is_over(at_desk(), CASE), round_is_over(later, CASE)) == (False, True)
