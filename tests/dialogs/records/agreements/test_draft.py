"""The agreement of a case as a draft: made of its case, and kept with it."""

from datetime import UTC, datetime

from dialogs.records.agreements import draft
from dialogs.records.agreements.agreement import Agreement
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.records.proposal import Answer

NOW = datetime(2026, 12, 1, tzinfo=UTC)
CASE = Case("K7WM4", "vasa", 101, "sv", "Köket", Need("Vi äter ihop"), (), version=3)
ANSWER = Answer("given", "Ja", {"choice": "yes", "text": ""})


def test_a_draft_is_made_of_the_case_and_its_answers_go_back_into_it() -> None:
    case = draft.opened(CASE, NOW)
    made = draft.draft_of(case)
    assert made is not None
    assert (made.id, made.case, made.need, made.answers) == ("agreement:K7WM4", "K7WM4", CASE.need, {})
    kept = draft.with_answers(case, made.but(answers={"AG01": ANSWER}))
    assert kept == case.but(agreement=Agreement({"AG01": ANSWER}, NOW, version=1))
    assert draft.draft_of(CASE) is None


def test_its_id_tells_it_from_a_proposal() -> None:
    assert (draft.is_agreement(draft.id_of(CASE)), draft.is_agreement("p1")) == (True, False)
    assert draft.reference_of("agreement:K7WM4") == "K7WM4"
