"""An answer that a navigator is writing: begun, written, written anew, dropped.

A draft belongs to the navigator who writes it and to one case. Each wording has an id, which the buttons of its
preview carry: what has been changed, sent or dropped since then is never sent from an older preview.
"""

from dialogs.conversation.effects import Effect
from dialogs.conversation.events import Edited, Said
from dialogs.conversation.session import AnswerDraft, Outcome
from dialogs.conversation.turn import Turn
from dialogs.desk.listing import case_at_hand
from dialogs.desk.preview import names_of_files, offer_of, previewed
from dialogs.desk.what_follows import say, why_not
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_changes import out_of_reach, refusal
from dialogs.records.case_states import CaseAct, CaseState, Refusal


def begin(turn: Turn, case: Case) -> Outcome:
    """Ask the navigator for the words to the association."""
    return _begin(turn, case, closing=False)


def begin_closing(turn: Turn, case: Case) -> Outcome:
    """Ask the navigator for the last words to the association; no case ends without them."""
    return _begin(turn, case, closing=True)


def drafted(turn: Turn, case: Case, text: str, attachment: Attachment | None = None) -> Outcome:
    """Show the answer as the association will see it, before it is sent.

    A file, and the words under it, join what was written already; words alone stand for it.
    """
    begun = turn.session.drafts.get(case.reference) or AnswerDraft("")
    draft = _with_words(turn, begun, text, attachment).but(id=turn.snapshot.new_id)
    if (refused := refused_now(turn, case, draft)) is not None:
        return refused
    if not draft.text and (draft.closing or not draft.files):
        drafts = {**turn.session.drafts, case.reference: draft}
        return turn.tell(turn.say("desk.write_text", reference=case.reference), drafts=drafts)
    heard = turn.session.heard
    heard = heard.but(place="desk.write", case=case.reference, text=draft.text) if heard else None
    return previewed(turn.at(heard=heard), case, draft)


def again(turn: Turn) -> Outcome:
    """Show the draft under way once more, nothing if there is none."""
    case = case_at_hand(turn, turn.session.case)
    shown = shown_again(turn, case) if case is not None else None
    return shown if shown is not None else Outcome(turn.session)


def shown_again(turn: Turn, case: Case) -> Outcome | None:
    """Show the draft of an answer to a case once more while a preview is in hand; None if there is none to show."""
    draft = turn.session.drafts.get(case.reference)
    if draft is None or turn.session.place != "desk.preview":
        return None
    return previewed(turn, case, draft.but(id=turn.snapshot.new_id))


def change(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Write a draft anew."""
    draft = standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    outcome = _begin(turn, case, closing=draft.closing)
    anew = outcome.session.drafts.get(case.reference)
    if anew is None:
        return outcome
    # Its writer has not seen more of the case by changing a word.
    drafts = {**outcome.session.drafts, case.reference: anew.but(seen=draft.seen, owner=draft.owner)}
    return outcome.but(session=outcome.session.but(drafts=drafts))


def cancel(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Drop a draft."""
    draft = standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    return left(turn, case, turn.say("desk.cancelled", reference=case.reference))


def forgotten(turn: Turn, outcome: Outcome) -> Outcome:
    """Drop the answers under way to somebody who has erased the chat: nobody can get them any more."""
    session, cases = outcome.session, {case.reference: case for case in turn.snapshot.cases}
    gone = {
        name for name, draft in session.drafts.items() if name in cases and out_of_reach(cases[name], act_of(draft))
    }
    if not gone:
        return outcome
    session = session.but(drafts={name: draft for name, draft in session.drafts.items() if name not in gone})
    if session.case in gone:
        session = session.but(place="desk", case="", offers=())
    heard = session.heard if session.heard and session.heard.case not in gone else None
    return outcome.but(session=session.but(heard=heard))


def standing(turn: Turn, case: Case, draft_id: str) -> AnswerDraft | Outcome:
    """The draft that a button belongs to, or what to say when it is no more."""
    draft = turn.session.drafts.get(case.reference)
    if draft is None:
        return say(turn, case, turn.say("desk.nothing_to_send", reference=case.reference))
    if draft.id != draft_id:
        return say(turn, case, turn.say("desk.draft_changed", reference=case.reference))
    return draft


def refused_now(turn: Turn, case: Case, draft: AnswerDraft) -> Outcome | None:
    """Why nothing can be sent to a case any more, with the draft once more, which is dropped; None if it can."""
    refused = refusal(case, act_of(draft), turn.event.sender.user)
    if refused is None:
        return None
    if refused is not Refusal.ENDED:
        return left(turn, case, why_not(turn, case, refused))
    files, withdrawn = names_of_files(turn, draft), case.state == CaseState.WITHDRAWN
    text = turn.say("desk.not_sent", reference=case.reference, withdrawn=withdrawn, text=draft.text, files=files)
    return left(turn, case, text)


def left(turn: Turn, case: Case, text: str, effects: tuple[Effect, ...] = ()) -> Outcome:
    """Leave a draft behind. Another one under way stays where it is, with its buttons."""
    drafts = {name: draft for name, draft in turn.session.drafts.items() if name != case.reference}
    if turn.session.case != case.reference:
        return turn.tell(text, effects=effects, drafts=drafts)
    return turn.ask(text, effects=effects, place="desk", case="", drafts=drafts)


def having_seen(draft: AnswerDraft, case: Case) -> AnswerDraft:
    """The draft of somebody who has seen how the case stands now."""
    return draft.but(seen=len(utterances(case)), owner=case.owner)


def utterances(case: Case) -> list[CaseMessage]:
    """What was said between the association and the desk."""
    return [item for item in case.messages if not item.internal and item.author != "lots"]


def act_of(draft: AnswerDraft) -> CaseAct:
    """What sending a draft does to its case."""
    return CaseAct.CLOSE if draft.closing else CaseAct.ANSWER


def _begin(turn: Turn, case: Case, *, closing: bool) -> Outcome:
    draft = having_seen(AnswerDraft(turn.snapshot.new_id, closing=closing), case)
    refused = refusal(case, act_of(draft), turn.event.sender.user)
    if refused is not None:
        text = why_not(turn, case, refused)
        return left(turn, case, text) if refused is Refusal.NO_CHAT else say(turn, case, text)
    key = "desk.write_close_gone" if not case.chat else "desk.write_close" if closing else "desk.write_answer"
    return turn.ask(
        turn.say(key, reference=case.reference, name=turn.event.sender.name),
        (offer_of(turn, case, draft, "common.cancel", "desk.cancel"),),
        place="desk.write",
        case=case.reference,
        heard=None,
        drafts={**turn.session.drafts, case.reference: draft},
    )


def _with_words(turn: Turn, draft: AnswerDraft, text: str, attachment: Attachment | None) -> AnswerDraft:
    """The draft with more: a file with its caption goes along, the rest of a text is its end, other words replace."""
    event, files = turn.event, (*draft.files, *((attachment,) if attachment else ()))
    number = event.message if isinstance(event, Said | Edited) else 0
    if not text.strip():
        return draft.but(files=files)
    if attachment and draft.text:
        return draft.but(text=f"{draft.text}\n\n{text}", files=files, messages=(*draft.messages, number))
    pieces = turn.session.heard.pieces if turn.session.heard else 1
    earlier = draft.messages if pieces > 1 else ()
    return draft.but(text=text, files=files, messages=(*earlier, number))
