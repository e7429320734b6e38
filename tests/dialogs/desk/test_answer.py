"""An answer to an association: seen before it is sent, sent once, with its files, and only while it stands."""

import pytest

from dialogs.conversation.effects import AddMessage, PlanReminders, SaveCase
from dialogs.conversation.replies import Action, Addressee, Offer, Receipt, Reply
from dialogs.conversation.session import Draft, Session
from dialogs.desk import answer as desk_answer
from dialogs.desk.card import card
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.need import Need
from tests.dialogs.standing import STAFF, standing
from tests.journeys.stage import at

NOW = at("2023-09-01T06:00")
CASE = Case("K7WM4", "vasa", 101, "sv", "Byalaget", Need("Vi vill ses"), (("Förening", "Byalaget rf"),))
DRAFT = Draft("d1", "Kom på onsdag")
SESSION = Session(STAFF, 201, "sv", "vasa", "desk.preview", case="K7WM4", drafts={"K7WM4": DRAFT})
PLAN = Attachment("document", "file-1", "plan.pdf")
PHOTO = Attachment("photo", "file-2")
WRITE_BACK = (Offer("Svara K7WM4", Action("case.write", "K7WM4")),)
RECEIPT = Receipt(
    STAFF,
    "Levererat till föreningen, ärende K7WM4.",
    "Svaret i ärende K7WM4 nådde inte föreningen. Telegram tog inte emot det. Använd ett annat sätt.",
    "K7WM4",
    "Jag vet inte om svaret i ärende K7WM4 kom fram. Jag har försökt flera gånger. "
    "Skriv gärna en gång till, eller ring.",
    "En del av svaret i ärende K7WM4 har kanske inte kommit fram. Fråga föreningen.",
)


def to_association(outcome_replies: tuple[Reply, ...]) -> list[Reply]:
    return [reply for reply in outcome_replies if reply.chat == 101]


def test_a_preview_belongs_to_its_writer_and_its_buttons_to_its_wording() -> None:
    turn = standing(SESSION.but(place="desk.write", drafts={"K7WM4": Draft("d1")}), case=CASE, staff="vasa")
    outcome = desk_answer.drafted(turn, CASE, "Kom på onsdag")
    [shown] = outcome.replies
    assert (shown.about, shown.whom) == ("K7WM4", Addressee(201, "Anna"))
    assert [offer.action for offer in shown.offers] == [
        Action(f"desk.{verb}", "K7WM4 p9") for verb in ("send", "change", "cancel")
    ]
    assert outcome.session.drafts == {"K7WM4": Draft("p9", "Kom på onsdag", messages=(1,))}


def test_an_answer_is_sent_once_and_kept() -> None:
    turn = standing(SESSION, case=CASE, staff="vasa")
    outcome = desk_answer.send(turn, CASE, "d1")
    answered = CASE.but(state="answered", owner=201, owner_name="Anna", version=1, answered_at=NOW)
    said = CaseMessage("navigator", "Kom på onsdag", NOW, name="Anna")
    assert outcome.effects == (SaveCase(answered, 0), PlanReminders("K7WM4", ()), AddMessage("K7WM4", said))
    told, answer, newest = outcome.replies
    assert told.text == "Svaret i ärende K7WM4 är på väg."
    text = "Svar i ärende K7WM4 (Byalaget):\n\nKom på onsdag"
    assert answer == Reply(text, WRITE_BACK, chat=101, about="K7WM4", receipt=RECEIPT)
    assert newest == card(turn, answered, STAFF)
    again = desk_answer.send(standing(outcome.session, case=answered, staff="vasa"), answered, "d1")
    assert (again.effects, to_association(again.replies)) == ((), [])
    assert "finns inte längre" in again.replies[0].text


def test_an_older_wording_is_never_sent_changed_or_dropped() -> None:
    turn = standing(SESSION, case=CASE, staff="vasa")
    for act in desk_answer.DRAFT_ACTS.values():
        outcome = act(turn, CASE, "d0")
        assert (outcome.session, outcome.effects) == (turn.session, ())
        assert "har ändrats sedan dess. Inget har skickats" in outcome.replies[0].text


def test_dropping_one_draft_leaves_the_one_under_way_where_it_is() -> None:
    other = Draft("d2", "Vi ringer")
    session = SESSION.but(case="C8RV2", drafts={"K7WM4": DRAFT, "C8RV2": other}, offers=WRITE_BACK)
    outcome = desk_answer.cancel(standing(session, case=CASE, staff="vasa"), CASE, "d1")
    assert outcome.session == session.but(drafts={"C8RV2": other})


def test_a_draft_of_a_case_that_was_closed_meanwhile_is_not_sent() -> None:
    closed = CASE.but(state="closed", closed_at=NOW)
    outcome = desk_answer.send(standing(SESSION, case=closed, staff="vasa"), closed, "d1")
    assert (outcome.effects, to_association(outcome.replies)) == ((), [])
    assert outcome.replies[0].text == (
        "Ärende K7WM4 är avslutat. Inget har skickats. Det här var ditt utkast:\n\nKom på onsdag"
    )
    assert (outcome.session.drafts, outcome.session.place) == ({}, "desk")
    withdrawn = closed.but(state="withdrawn")
    written = desk_answer.drafted(standing(SESSION, case=withdrawn, staff="vasa"), withdrawn, "Hej", PLAN)
    assert written.replies[0].text == (
        "Ärende K7WM4 är tillbakadraget. Inget har skickats. Det här var ditt utkast:\n\n"
        "Kom på onsdag\n\nHej\nFiler: plan.pdf"
    )


def test_files_join_the_answer_are_seen_and_go_along_once() -> None:
    turn = standing(SESSION, case=CASE, staff="vasa")
    with_plan = desk_answer.drafted(turn, CASE, "", PLAN)
    assert with_plan.replies[0].attachment == PLAN
    assert "Filer som går med: plan.pdf." in with_plan.replies[0].text
    both = desk_answer.drafted(standing(with_plan.session, case=CASE, staff="vasa"), CASE, "", PHOTO)
    assert "Filer som går med: plan.pdf, bild." in both.replies[0].text
    assert both.session.drafts == {"K7WM4": Draft("p9", "Kom på onsdag", (PLAN, PHOTO))}
    sent = desk_answer.send(standing(both.session, case=CASE, staff="vasa"), CASE, "p9")
    first, last = to_association(sent.replies)
    assert (first.attachment, first.offers, first.receipt) == (PLAN, (), RECEIPT.of_a_part)
    assert last == Reply("", WRITE_BACK, chat=101, about="K7WM4", attachment=PHOTO, receipt=RECEIPT)
    kept = [effect.message for effect in sent.effects if isinstance(effect, AddMessage)]
    assert [(item.text, item.attachment) for item in kept] == [("Kom på onsdag", PLAN), ("", PHOTO)]


def test_a_file_alone_is_an_answer_but_no_last_word() -> None:
    writing = SESSION.but(place="desk.write", drafts={"K7WM4": Draft("d1")})
    alone = desk_answer.drafted(standing(writing, case=CASE, staff="vasa"), CASE, "", PHOTO)
    assert alone.session.place == "desk.preview"
    closing = writing.but(drafts={"K7WM4": Draft("d1", closing=True)})
    asked = desk_answer.drafted(standing(closing, case=CASE, staff="vasa"), CASE, "", PHOTO)
    assert asked.replies[0].text == "Skriv svaret i ärende K7WM4 med ord."
    assert asked.session.drafts["K7WM4"].files == (PHOTO,)


def test_who_has_erased_the_chat_is_not_written_to() -> None:
    gone = CASE.but(chat=0)
    turn = standing(SESSION, case=gone, staff="vasa")
    for outcome in (
        desk_answer.begin(turn, gone),
        desk_answer.drafted(turn, gone, "Hej"),
        desk_answer.send(turn, gone, "d1"),
    ):
        assert (outcome.session.drafts, outcome.session.place, outcome.effects) == ({}, "desk", ())
        [told] = outcome.replies
        assert "har raderat chatten" in told.text
        assert told.chat is None


def test_a_case_without_a_chat_is_closed_with_words_that_are_kept_and_not_sent() -> None:
    gone = CASE.but(chat=0)
    asked = desk_answer.begin_closing(standing(SESSION, case=gone, staff="vasa"), gone)
    seen = desk_answer.drafted(standing(asked.session, case=gone, staff="vasa"), gone, "Vi ringde")
    assert "skickas inte till föreningen." in seen.replies[0].text
    done = desk_answer.send(standing(seen.session, case=gone, staff="vasa"), gone, "p9")
    closed = gone.but(
        state="closed", closed_at=NOW, closing="Vi ringde", owner=201, owner_name="Anna", version=1, written_at=None
    )
    assert done.effects[0] == SaveCase(closed, 0)
    assert [reply.receipt for reply in done.replies] == [None, None]
    assert done.replies[0].text == "Ärende K7WM4 är avslutat. Inget har skickats till föreningen."


def test_a_case_in_an_unknown_language_is_answered_like_one_in_the_desk_s_own() -> None:
    strange = CASE.but(language="xx")
    turn = standing(SESSION, case=strange, staff="vasa")
    assert desk_answer.send(turn, strange, "d1").replies == desk_answer.send(turn, CASE, "d1").replies


def test_what_to_do_about_a_doubtful_last_word_is_another_matter() -> None:
    session = SESSION.but(drafts={"K7WM4": DRAFT.but(closing=True)})
    [last] = to_association(desk_answer.send(standing(session, case=CASE, staff="vasa"), CASE, "d1").replies)
    assert last.receipt == RECEIPT.but(
        doubtful="Jag vet inte om svaret i ärende K7WM4 kom fram. Jag har försökt flera gånger. "
        "Ring eller mejla föreningen och fråga."
    )


def test_a_preview_warns_of_what_points_at_one_person() -> None:
    turn = standing(SESSION, case=CASE, staff="vasa")
    shown = desk_answer.drafted(turn, CASE, "Lisa Berg har cancer, så vi flyttar mötet").replies[0].text
    assert "Se upp:" in shown
    assert "Se upp:" not in desk_answer.drafted(turn, CASE, "Vi flyttar mötet").replies[0].text


NIKO_ANSWERED = CaseMessage("navigator", "Kom på torsdag", NOW, name="Niko")
ASSOCIATION_WROTE = CaseMessage("association", "Vi har hittat en lokal", NOW)


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"messages": (NIKO_ANSWERED,)}, "Niko svarade föreningen fredag 1 september kl. 09.00: Kom på torsdag"),
        ({"messages": (ASSOCIATION_WROTE,)}, "Föreningen skrev fredag 1 september kl. 09.00: Vi har hittat en lokal"),
        ({"owner": 202, "owner_name": "Niko", "state": "claimed"}, "Niko har tagit ärendet."),
    ],
)
@pytest.mark.parametrize("closing", [False, True])
def test_who_does_not_know_what_happened_meanwhile_is_told_and_asked_once(
    changes: dict[str, object], line: str, *, closing: bool
) -> None:
    act = desk_answer.begin_closing if closing else desk_answer.begin
    begun = act(standing(SESSION.but(drafts={}), case=CASE, staff="vasa"), CASE)
    shown = desk_answer.drafted(standing(begun.session, case=CASE, staff="vasa"), CASE, "Kom på onsdag")
    now = CASE.but(**changes)
    asked = desk_answer.send(standing(shown.session, case=now, staff="vasa"), now, "p9")
    assert (asked.effects, to_association(asked.replies)) == ((), [])
    head = "Anna, inget har skickats än. Det här har hänt i ärende K7WM4 sedan du började:"
    assert asked.replies[0].text.splitlines()[:2] == [head, line]
    assert "Kom på onsdag" in asked.replies[0].text
    assert [offer.label for offer in asked.replies[0].offers] == ["Skicka ändå", "Ändra", "Avbryt"]
    sent = desk_answer.send(standing(asked.session, case=now, staff="vasa"), now, "p9")
    assert ["Kom på onsdag" in reply.text for reply in to_association(sent.replies)] == [True]


def test_notes_and_what_was_said_before_need_no_second_question() -> None:
    before = CASE.but(messages=(ASSOCIATION_WROTE,), owner=202, owner_name="Niko", state="claimed")
    begun = desk_answer.begin(standing(SESSION.but(drafts={}), case=before, staff="vasa"), before)
    shown = desk_answer.drafted(standing(begun.session, case=before, staff="vasa"), before, "Kom på onsdag")
    noted = before.but(messages=(*before.messages, NIKO_ANSWERED.but(internal=True)))
    sent = desk_answer.send(standing(shown.session, case=noted, staff="vasa"), noted, "p9")
    assert len(to_association(sent.replies)) == 1


def test_who_changes_a_draft_is_still_told_what_happened_since_it_was_begun() -> None:
    session = SESSION.but(drafts={"K7WM4": DRAFT.but(seen=0)})
    now = CASE.but(messages=(NIKO_ANSWERED,))
    changing = desk_answer.change(standing(session, case=now, staff="vasa"), now, "d1")
    assert changing.session.drafts == {"K7WM4": Draft("p9", seen=0)}
    shown = desk_answer.drafted(standing(changing.session, case=now, staff="vasa"), now, "Kom på fredag")
    asked = desk_answer.send(standing(shown.session, case=now, staff="vasa"), now, "p9")
    assert (asked.effects, to_association(asked.replies)) == ((), [])
    assert "Niko svarade föreningen" in asked.replies[0].text
