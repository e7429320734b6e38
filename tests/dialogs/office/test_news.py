"""What the desk hears of an office, and what it can do next."""

import pytest

from dialogs.conversation.session import Session
from dialogs.office.news import of_a_change, of_an_answer, of_silence
from dialogs.records.offices.inquiry import Inquiry, OfficeVerdict
from tests.stages.asked_offices import CASE, NORA, STARTED
from tests.stages.in_memory import STAFF
from tests.stages.standing import standing

ASKED = CASE.but(inquiries=(Inquiry("integration", "?", STARTED, "2023-09-08"),))
ENDED = ASKED.but(state="closed", closed_at=STARTED)
TURN = standing(Session(STAFF, NORA, "sv", "vasa"), case=ASKED, staff="vasa")


@pytest.mark.parametrize(
    ("verdict", "text", "verbs"),
    [
        (OfficeVerdict.TAKEN, "Integration (Anna) tar ärende K7WM4.", ["desk.to", "desk.answer"]),
        (
            OfficeVerdict.DECLINED,
            "Integration (Anna): ärende K7WM4 är inte vårt. Skäl: så &lt;är&gt; det",
            ["desk.ask", "desk.answer"],
        ),
        (
            OfficeVerdict.ASKED_BACK,
            "Integration (Anna) frågar tillbaka i ärende K7WM4: så &lt;är&gt; det",
            ["desk.ask_office", "desk.answer"],
        ),
        (OfficeVerdict.OPINION, "Integration (Anna) svarar i ärende K7WM4: så &lt;är&gt; det", ["desk.answer"]),
    ],
)
def test_each_answer_is_told_with_its_next_steps(verdict: OfficeVerdict, text: str, verbs: list[str]) -> None:
    words = "" if verdict is OfficeVerdict.TAKEN else "så <är> det"
    told = of_an_answer(TURN, ASKED, 0, verdict, words, None)
    assert (told.text, told.about, told.under_card) == (text, "K7WM4", True)
    assert [offer.action.verb for offer in told.offers] == verbs
    assert of_an_answer(TURN, ENDED, 0, verdict, words, None).offers == ()


@pytest.mark.parametrize("verdict", sorted(set(OfficeVerdict) - {OfficeVerdict.RELEASED}))
def test_what_comes_after_its_day_says_so(verdict: OfficeVerdict) -> None:
    late = ASKED.but(inquiries=(ASKED.inquiries[0].but(returned_at=STARTED),))
    assert "efter dagen" in of_an_answer(TURN, late, 0, verdict, "så är det", None).text


@pytest.mark.parametrize("case", [ASKED.but(chat=0), ASKED.but(need=ASKED.need.but(offices=("integration",)))])
def test_a_case_that_cannot_be_moved_is_not_offered_to_be(case: object) -> None:
    told = of_an_answer(TURN, case, 0, OfficeVerdict.TAKEN, "", None)
    assert [offer.action.verb for offer in told.offers] == ["desk.answer"]


def test_silence_offers_to_ask_again() -> None:
    told = of_silence(TURN, ASKED, 0)
    assert told.text == "Integration har inte svarat i ärende K7WM4. Frågan är tillbaka hos er."
    assert [offer.label for offer in told.offers] == ["Fråga en gång till", "Svara föreningen"]


def test_a_change_is_told_with_who_changed() -> None:
    told = of_a_change(TURN, ASKED, "Integration · Ulla", "Kom på onsdag")
    assert told.text == "Integration · Ulla ändrade sitt svar i ärende K7WM4. Nu står det: Kom på onsdag"
