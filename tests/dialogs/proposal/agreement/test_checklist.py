"""The checklist as the association sees it: answers are saved with the case, and what is missing stops nothing."""

from dialogs.conversation import own_proposals
from dialogs.conversation.effects import AddMessage, SaveCase
from dialogs.conversation.session import Outcome
from dialogs.proposal import answering, overview
from dialogs.proposal.agreement import checklist
from dialogs.proposal.agreement.beginning import in_hand
from dialogs.proposal.agreement.outline_made import make
from dialogs.records.case import Case
from dialogs.records.proposal import Answer
from tests.dialogs.agreement.decided import ANNA, CHOSEN, at_home, given, opened
from tests.stages.in_memory import STAFF
from tests.stages.standing import verbs

HELD = ANNA.but(place="agreement", municipality="vasa", proposal="agreement:K7WM4", case="K7WM4")


def asked(case: Case, field: str) -> Outcome:
    return answering.change(at_home(case, HELD), field)


def saved_in(outcome: Outcome) -> Case:
    [saved] = [effect for effect in outcome.effects if isinstance(effect, SaveCase)]
    assert (saved.was, saved.case.version) == (3, 4)
    return saved.case


def test_it_counts_names_what_is_missing_and_leads_to_the_next_question() -> None:
    shown = checklist.ask(at_home(opened(), HELD))
    text = shown.replies[0].text
    assert text.startswith(
        "<b>Skede 2: Onsdagsköket</b>\nÄrende K7WM4. Klart: 0 av 38.\n\nSaknas:\n1 Parter och roller:"
    )
    assert text.endswith("Det som saknas stoppar ingenting. Kontaktpersonen ser samma lista.")
    assert verbs(shown)[:4] == ["proposal.next", "agreement.headings", "agreement.outline", "agreement.tell"]


def test_a_question_of_stage_2_is_asked_read_and_saved_like_any_other_but_with_the_case() -> None:
    case = opened()
    question = asked(case, "AG01")
    assert "Uppfyller ni stadens allmänna villkor för understöd?" in question.replies[0].text
    answered = answering.use(at_home(case, question.session), "På gång. Kassören skickar bokslutet")
    kept = saved_in(answered).agreement
    assert kept is not None
    assert kept.answers == {
        "AG01": Answer(
            "given",
            "På gång. Kassören skickar bokslutet",
            {"choice": "partly", "text": "Kassören skickar bokslutet"},
        )
    }
    assert answered.session.place == "agreement"
    assert "På gång: Allmänna villkor" in answered.replies[0].text


def test_going_back_pausing_and_the_summary_lead_to_the_checklist() -> None:
    case = opened()
    first = asked(case, "AG01").session
    for outcome in (
        answering.back(at_home(case, first)),
        answering.back(at_home(case, first.but(ways=(), asking="GU01"))),
        overview.pause(at_home(case, first)),
        overview.ask(at_home(case, first)),
    ):
        assert (outcome.session.place, outcome.effects) == ("agreement", ())
    assert overview.pause(at_home(case, first)).replies[0].text.startswith("Allt är sparat.")


def test_what_is_put_off_is_saved_with_the_case_and_the_next_question_follows() -> None:
    case = opened()
    turn = at_home(case, HELD.but(place="proposal.ask", asking="GU01"))
    later = answering.unknown(turn)
    kept = saved_in(later).agreement
    assert kept is not None
    assert (kept.answers, later.session.asking) == ({"GU01": Answer("unknown")}, "GU02")


def test_answers_are_seen_and_changed_heading_by_heading() -> None:
    case = opened(AG22=given({"choice": "no", "text": ""}))
    turn = at_home(case, HELD)
    assert verbs(checklist.headings(turn))[13] == "agreement.part limits"
    part = checklist.part(turn, "limits")
    assert "<b>14 Vad avtalet inte är</b>" in part.replies[0].text
    assert "Köp av tjänst: Nej" in part.replies[0].text
    assert verbs(part)[:4] == ["change AG21", "change AG22", "change AG23", "go agreement"]
    assert checklist.part(turn, "nothing").session.place == "agreement"


def test_the_name_of_an_item_opens_it_and_other_words_are_asked_again() -> None:
    turn = at_home(opened(), HELD)
    assert checklist.said(turn, "allmänna villkor").session.asking == "AG01"
    assert checklist.said(turn, "hej").replies[0].text.startswith("Tryck på raden ni vill ändra")


def test_the_desk_is_told_that_the_list_was_gone_through() -> None:
    told = checklist.tell(at_home(opened(), HELD))
    assert [reply.text for reply in told.replies if reply.chat == STAFF] == [
        "Föreningen har gått igenom listan i ärende K7WM4: 0 av 38 klart."
    ]
    assert len([effect for effect in told.effects if isinstance(effect, AddMessage)]) == 1


def test_nothing_is_asked_of_a_case_that_is_no_more_or_was_not_begun() -> None:
    gone = at_home(CHOSEN, HELD)
    for act in (checklist.ask, checklist.headings, checklist.tell, make):
        assert act(gone).session.place == "proposals"
    waiting = opened(begun=False)
    assert checklist.ask(at_home(waiting, HELD)).session.place == "agreement.start"
    assert own_proposals.in_hand(gone) is None


def test_a_proposal_in_hand_is_left_alone_when_an_agreement_is_taken_up() -> None:
    turn = in_hand(at_home(opened(), ANNA.but(proposal="p1")), opened())
    assert (turn.session.proposal, turn.proposal) == ("agreement:K7WM4", None)
