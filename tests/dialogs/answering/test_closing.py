"""A case that ends: its kind, the reason, another way; nobody is told a no without them, and all is seen first."""

from dataclasses import replace

import pytest

from dialogs.answering import closing, drafting, sending
from dialogs.cards.card import card
from dialogs.conversation.effects import AddMessage, SaveCase
from dialogs.conversation.replies import Addressee
from dialogs.conversation.session import AnswerDraft, Outcome, Session
from dialogs.conversation.turn import Turn
from dialogs.desk import writing
from dialogs.records.case import Case, CaseMessage, Decision, DecisionKind
from dialogs.records.case_states import CaseState
from tests.stages.staff_answer import CASE, NOW, PLAN, to_association
from tests.stages.standing import STAFF, standing, verbs

NORA = Session(STAFF, 201, "sv", "vasa", "desk")
REASON = "Vi har pengar till fem idéer."


def at_desk(session: Session = NORA, case: Case = CASE, text: str = "") -> Turn:
    turn = standing(session, case=case, staff="vasa")
    return replace(turn, event=turn.event.but(text=text))


def decided(kind: str, *words: str, case: Case = CASE) -> Outcome:
    """What a navigator is shown after a kind was chosen and words were written."""
    asked = closing.begin(at_desk(case=case), case)
    outcome = closing.decide(at_desk(asked.session, case), case, f"p9 {kind}")
    for text in words:
        outcome = writing.said(at_desk(outcome.session, case, text), text)
    return outcome


def test_the_kinds_of_an_end_are_asked_for_and_can_be_typed() -> None:
    asked = closing.begin(at_desk(), CASE)
    [shown] = asked.replies
    assert shown.text == (
        "Anna, hur slutade ärende K7WM4? Välj, eller skriv det slutliga svaret med skäl. Du ser allt först."
    )
    assert [offer.label for offer in shown.offers] == [
        "Vald",
        "Inte vald",
        "Inte vår uppgift",
        "Inget svar kom",
        "På annat sätt",
        "Avbryt",
    ]
    assert verbs(asked)[1] == "desk.decide K7WM4 p9 not_chosen"
    assert (asked.session.place, shown.whom) == ("desk.closing", Addressee(201, "Anna"))


@pytest.mark.parametrize("kind", ["not_chosen", "not_ours"])
def test_a_no_asks_for_its_reason_then_for_another_way_and_is_seen_before_it_is_sent(kind: str) -> None:
    assert "skriv skälet" in decided(kind).replies[0].text
    asked = decided(kind, REASON)
    assert asked.replies[0].text == (
        "Anna, vilken annan väg har föreningen i ärende K7WM4? Välj en, eller skriv den själv. "
        "Föreningens språk är svenska."
    )
    assert (asked.session.place, to_association(asked.replies)) == ("desk.way", [])
    assert verbs(asked)[0] == "desk.way_is K7WM4 p9 office:welfare"
    assert [offer.label for offer in asked.replies[0].offers][-2:] == ["Skriv själv", "Avbryt"]
    shown = closing.choose_way(at_desk(asked.session), CASE, "p9 office:integration")
    assert shown.session.place == "desk.preview"
    assert f"Skäl: {REASON}\n\nEn annan väg: Integration. Fråga kontaktpersonen" in shown.replies[0].text
    assert [offer.label for offer in shown.replies[0].offers] == ["Skicka", "Ändra", "Byt väg", "Avbryt"]


def test_a_no_without_a_reason_or_without_another_way_is_not_sent() -> None:
    for begun in (decided("not_chosen"), decided("not_ours", REASON)):
        tried = sending.send(at_desk(begun.session), CASE, "p9")
        assert (tried.effects, to_association(tried.replies)) == ((), [])
    gone = decided("not_ours", REASON).session
    drafts = {"K7WM4": gone.drafts["K7WM4"].but(way="office:no-more")}
    asked = sending.send(at_desk(gone.but(drafts=drafts)), CASE, "p9")
    assert (asked.effects, asked.session.place) == ((), "desk.way")


def test_another_way_is_written_in_own_words_with_or_without_its_button() -> None:
    asked = decided("not_chosen", REASON)
    own = closing.choose_way(at_desk(asked.session), CASE, "p9 own")
    assert own.replies[0].text == (
        "Anna, skriv den andra vägen i ärende K7WM4. Vart kan föreningen gå, och vad finns där? "
        "Föreningens språk är svenska."
    )
    for before in (asked, own):
        shown = writing.said(at_desk(before.session, text="Leader\nNorden"), "Leader\nNorden")
        assert "En annan väg: Leader Norden" in shown.replies[0].text
        assert shown.session.drafts["K7WM4"].text == REASON


def test_what_says_enough_can_be_told_without_words() -> None:
    asked = decided("chosen")
    assert verbs(asked) == ["desk.no_words K7WM4 p9", "desk.cancel K7WM4 p9"]
    shown = closing.without_words(at_desk(asked.session), CASE, "p9")
    assert "Kommunen går vidare med er idé.\n\nÄrendet är avslutat." in shown.replies[0].text
    assert "Vi ringer på måndag." in decided("chosen", "Vi ringer på måndag.").replies[0].text
    refused = closing.without_words(at_desk(decided("other").session), CASE, "p9")
    assert refused.session.place == "desk.write"


def test_words_where_the_kind_is_asked_are_the_last_words_of_another_end() -> None:
    asked = closing.begin(at_desk(), CASE)
    shown = writing.said(at_desk(asked.session, text="Tack för samtalet."), "Tack för samtalet.")
    assert "Slutligt svar i ärende K7WM4 (Byalaget):\n\nTack för samtalet." in shown.replies[0].text


def test_a_decision_closes_the_case_and_is_kept_with_its_reason_and_the_way() -> None:
    shown = writing.said(at_desk(decided("not_chosen", REASON).session, text="Leader"), "Leader")
    done = sending.send(at_desk(shown.session), CASE, "p9")
    kept = Decision(DecisionKind.NOT_CHOSEN, REASON, "own", "Leader", NOW, "Anna")
    saved = done.effects[0]
    assert isinstance(saved, SaveCase)
    assert (saved.case.state, saved.case.decision, saved.case.closing) == (CaseState.CLOSED, kept, REASON)
    notes = [effect.message for effect in done.effects if isinstance(effect, AddMessage)]
    assert [(item.author, item.internal, item.text) for item in notes] == [
        ("lots", True, "Anna har avslutat ärende K7WM4: inte vald. En annan väg: Leader"),
        ("navigator", False, REASON),
    ]
    [message] = to_association(done.replies)
    assert message.text.startswith("Beslut i ärende K7WM4 (Byalaget):\n\nKommunen går inte vidare")
    assert message.key == "decision:K7WM4:1"
    assert f"Beslut: inte vald\nSvaret: {REASON}\nEn annan väg: Leader\n" in card(at_desk(), saved.case, STAFF).text
    back = saved.case.but(state=CaseState.CLAIMED)
    assert "Beslut:" not in card(at_desk(), back, STAFF).text


def test_a_changed_reason_keeps_its_kind_and_its_way_and_the_way_can_be_changed_alone() -> None:
    shown = writing.said(at_desk(decided("not_chosen", REASON).session, text="Leader"), "Leader")
    again = drafting.change(at_desk(shown.session), CASE, "p9")
    assert "skriv skälet" in again.replies[0].text
    changed = writing.said(at_desk(again.session, text="Pengarna är slut."), "Pengarna är slut.")
    assert "Skäl: Pengarna är slut.\n\nEn annan väg: Leader\n" in changed.replies[0].text
    ways = closing.ask_way(at_desk(changed.session), CASE, "p9")
    other = closing.choose_way(at_desk(ways.session), CASE, "p9 door:other-town")
    assert "Skäl: Pengarna är slut.\n\nEn annan väg: Det här hör nog till en annan kommun" in other.replies[0].text


def test_a_file_alone_is_no_reason() -> None:
    asked = decided("not_chosen")
    waiting = closing.said(at_desk(asked.session), CASE, "", PLAN)
    assert waiting.replies[0].text == "Skriv svaret i ärende K7WM4 med ord."
    assert waiting.session.drafts["K7WM4"].files == (PLAN,)


def test_a_case_whose_person_is_gone_ends_with_a_reason_that_is_kept() -> None:
    gone = CASE.but(chat=0)
    shown = decided("not_ours", "Regionen gör det.", case=gone)
    assert "Det sparas här och skickas inte till föreningen." in shown.replies[0].text
    done = sending.send(at_desk(shown.session, gone), gone, "p9")
    assert done.effects[0].case.decision == Decision(DecisionKind.NOT_OURS, "Regionen gör det.", at=NOW, by="Anna")
    assert to_association(done.replies) == []


def test_older_buttons_and_kinds_that_are_no_more_change_nothing() -> None:
    asked = closing.begin(at_desk(), CASE)
    for act, which in (
        (closing.decide, "d0 chosen"),
        (closing.without_words, "d0"),
        (closing.ask_way, "d0"),
        (closing.choose_way, "d0 own"),
    ):
        outcome = act(at_desk(asked.session), CASE, which)
        assert outcome.session == asked.session
        assert "har ändrats sedan dess" in outcome.replies[0].text
    assert closing.decide(at_desk(asked.session), CASE, "p9 eaten").replies == asked.replies


def test_the_last_word_of_a_draft_from_an_earlier_release_is_sent_as_it_was_meant() -> None:
    session = NORA.but(place="desk.preview", case="K7WM4", drafts={"K7WM4": AnswerDraft("d1", "Tack", closing=True)})
    done = sending.send(at_desk(session), CASE, "d1")
    assert done.effects[0].case.decision == Decision(DecisionKind.OTHER, "Tack", at=NOW, by="Anna")
    assert CaseMessage("navigator", "Tack", NOW, name="Anna") in [
        effect.message for effect in done.effects if isinstance(effect, AddMessage)
    ]
