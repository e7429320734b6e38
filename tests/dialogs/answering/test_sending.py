"""An answer to an association: sent once, with its files, only while it stands and its writer knows what happened."""

import pytest

from dialogs.answering import closing, drafting, sending
from dialogs.cards.card import card
from dialogs.conversation.effects import AddMessage, NoteAccess, PlanReminders, SaveCase
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import AnswerDraft
from dialogs.records.case import CaseMessage, Decision, DecisionKind
from dialogs.records.case_states import CaseAct
from dialogs.records.for_a_time.access import Access
from tests.stages.staff_answer import CASE, DRAFT, NOW, PHOTO, PLAN, RECEIPT, SESSION, WRITE_BACK, to_association
from tests.stages.standing import STAFF, standing

NIKO_ANSWERED = CaseMessage("navigator", "Kom på torsdag", NOW, name="Niko")
ASSOCIATION_WROTE = CaseMessage("association", "Vi har hittat en lokal", NOW)


def test_an_answer_is_sent_once_and_kept() -> None:
    turn = standing(SESSION, case=CASE, staff="vasa")
    outcome = sending.send(turn, CASE, "d1")
    hers = {"owner": 201, "owner_name": "Anna", "owner_language": "sv"}
    answered = CASE.but(state="answered", version=1, answered_at=NOW, first_answered_at=NOW, acted_at=NOW, **hers)
    said = CaseMessage("navigator", "Kom på onsdag", NOW, name="Anna")
    noted = NoteAccess(Access(NOW, "K7WM4", 201, CaseAct.ANSWER))
    assert outcome.effects == (SaveCase(answered, 0), PlanReminders("K7WM4", ()), noted, AddMessage("K7WM4", said))
    told, answer, newest = outcome.replies
    assert told.text == "Svaret i ärende K7WM4 är på väg."
    text = "Svar i ärende K7WM4 (Byalaget):\n\nKom på onsdag"
    assert answer == Reply(text, WRITE_BACK, chat=101, about="K7WM4", receipt=RECEIPT)
    assert newest == card(turn, answered, STAFF)
    again = sending.send(standing(outcome.session, case=answered, staff="vasa"), answered, "d1")
    assert (again.effects, to_association(again.replies)) == ((), [])
    assert "finns inte längre" in again.replies[0].text


def test_a_draft_of_a_case_that_was_closed_meanwhile_is_not_sent() -> None:
    closed = CASE.but(state="closed", closed_at=NOW)
    outcome = sending.send(standing(SESSION, case=closed, staff="vasa"), closed, "d1")
    assert (outcome.effects, to_association(outcome.replies)) == ((), [])
    assert outcome.replies[0].text == (
        "Ärende K7WM4 är avslutat. Inget har skickats. Det här var ditt utkast:\n\nKom på onsdag"
    )
    assert (outcome.session.drafts, outcome.session.place) == ({}, "desk")
    withdrawn = closed.but(state="withdrawn")
    written = drafting.drafted(standing(SESSION, case=withdrawn, staff="vasa"), withdrawn, "Hej", PLAN)
    assert written.replies[0].text == (
        "Ärende K7WM4 är tillbakadraget. Inget har skickats. Det här var ditt utkast:\n\n"
        "Kom på onsdag\n\nHej\nFiler: plan.pdf"
    )


def test_files_join_the_answer_are_seen_and_go_along_once() -> None:
    turn = standing(SESSION, case=CASE, staff="vasa")
    with_plan = drafting.drafted(turn, CASE, "", PLAN)
    assert with_plan.replies[0].attachment == PLAN
    assert "Filer som går med: plan.pdf." in with_plan.replies[0].text
    both = drafting.drafted(standing(with_plan.session, case=CASE, staff="vasa"), CASE, "", PHOTO)
    assert "Filer som går med: plan.pdf, bild." in both.replies[0].text
    assert both.session.drafts == {"K7WM4": AnswerDraft("p9", "Kom på onsdag", (PLAN, PHOTO))}
    sent = sending.send(standing(both.session, case=CASE, staff="vasa"), CASE, "p9")
    first, last = to_association(sent.replies)
    assert (first.attachment, first.offers, first.receipt) == (PLAN, (), RECEIPT.of_a_part)
    assert last == Reply("", WRITE_BACK, chat=101, about="K7WM4", attachment=PHOTO, receipt=RECEIPT)
    kept = [effect.message for effect in sent.effects if isinstance(effect, AddMessage)]
    assert [(item.text, item.attachment) for item in kept] == [("Kom på onsdag", PLAN), ("", PHOTO)]


def test_a_case_without_a_chat_is_closed_with_words_that_are_kept_and_not_sent() -> None:
    gone = CASE.but(chat=0)
    asked = closing.begin(standing(SESSION, case=gone, staff="vasa"), gone)
    seen = drafting.drafted(standing(asked.session, case=gone, staff="vasa"), gone, "Vi ringde")
    assert "skickas inte till föreningen." in seen.replies[0].text
    done = sending.send(standing(seen.session, case=gone, staff="vasa"), gone, "p9")
    hers = {"owner": 201, "owner_name": "Anna", "owner_language": "sv"}
    decided = Decision(DecisionKind.OTHER, "Vi ringde", at=NOW, by="Anna")
    closed = gone.but(state="closed", closed_at=NOW, closing="Vi ringde", version=1, acted_at=NOW, **hers)
    assert done.effects[0] == SaveCase(closed.but(decision=decided), 0)
    assert [reply.receipt for reply in done.replies] == [None, None]
    assert done.replies[0].text == "Ärende K7WM4 är avslutat. Inget har skickats till föreningen."


def test_a_case_in_an_unknown_language_is_answered_like_one_in_the_desk_s_own() -> None:
    strange = CASE.but(language="xx")
    turn = standing(SESSION, case=strange, staff="vasa")
    assert sending.send(turn, strange, "d1").replies == sending.send(turn, CASE, "d1").replies


def test_what_to_do_about_a_doubtful_last_word_is_another_matter() -> None:
    session = SESSION.but(drafts={"K7WM4": DRAFT.but(closing=True)})
    [last] = to_association(sending.send(standing(session, case=CASE, staff="vasa"), CASE, "d1").replies)
    assert last.receipt == RECEIPT.but(
        doubtful="Jag vet inte om svaret i ärende K7WM4 kom fram. Jag har försökt flera gånger. "
        "Ring eller mejla föreningen och fråga."
    )


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"messages": (NIKO_ANSWERED,)}, "Niko svarade föreningen fredag 1 september kl. 09.00: Kom på torsdag"),
        ({"messages": (ASSOCIATION_WROTE,)}, "Föreningen skrev fredag 1 september kl. 09.00: Vi har hittat en lokal"),
        ({"owner": 202, "owner_name": "Niko", "state": "claimed"}, "Niko har tagit ärendet."),
    ],
)
@pytest.mark.parametrize("ends", [False, True])
def test_who_does_not_know_what_happened_meanwhile_is_told_and_asked_once(
    changes: dict[str, object], line: str, *, ends: bool
) -> None:
    act = closing.begin if ends else drafting.begin
    begun = act(standing(SESSION.but(drafts={}), case=CASE, staff="vasa"), CASE)
    shown = drafting.drafted(standing(begun.session, case=CASE, staff="vasa"), CASE, "Kom på onsdag")
    now = CASE.but(**changes)
    asked = sending.send(standing(shown.session, case=now, staff="vasa"), now, "p9")
    assert (asked.effects, to_association(asked.replies)) == ((), [])
    head = "Anna, inget har skickats än. Det här har hänt i ärende K7WM4 sedan du började:"
    assert asked.replies[0].text.splitlines()[:2] == [head, line]
    assert "Kom på onsdag" in asked.replies[0].text
    assert [offer.label for offer in asked.replies[0].offers] == ["Skicka ändå", "Ändra", "Avbryt"]
    sent = sending.send(standing(asked.session, case=now, staff="vasa"), now, "p9")
    assert ["Kom på onsdag" in reply.text for reply in to_association(sent.replies)] == [True]


def test_notes_and_what_was_said_before_need_no_second_question() -> None:
    before = CASE.but(messages=(ASSOCIATION_WROTE,), owner=202, owner_name="Niko", state="claimed")
    begun = drafting.begin(standing(SESSION.but(drafts={}), case=before, staff="vasa"), before)
    shown = drafting.drafted(standing(begun.session, case=before, staff="vasa"), before, "Kom på onsdag")
    noted = before.but(messages=(*before.messages, NIKO_ANSWERED.but(internal=True)))
    sent = sending.send(standing(shown.session, case=noted, staff="vasa"), noted, "p9")
    assert len(to_association(sent.replies)) == 1


def test_who_changes_a_draft_is_still_told_what_happened_since_it_was_begun() -> None:
    session = SESSION.but(drafts={"K7WM4": DRAFT.but(seen=0)})
    now = CASE.but(messages=(NIKO_ANSWERED,))
    changing = drafting.change(standing(session, case=now, staff="vasa"), now, "d1")
    assert changing.session.drafts == {"K7WM4": AnswerDraft("p9", seen=0)}
    shown = drafting.drafted(standing(changing.session, case=now, staff="vasa"), now, "Kom på fredag")
    asked = sending.send(standing(shown.session, case=now, staff="vasa"), now, "p9")
    assert (asked.effects, to_association(asked.replies)) == ((), [])
    assert "Niko svarade föreningen" in asked.replies[0].text
