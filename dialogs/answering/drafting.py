"""An answer that a navigator is writing: begun, written, written anew, dropped.

A draft belongs to the navigator who writes it and to one case. Each wording has an id, which the buttons of its
preview carry: what has been changed, sent or dropped since then is never sent from an older preview.
"""

from collections.abc import Callable

from dialogs.answering.preview import names_of_files, offer_of, office_name, previewed
from dialogs.cards.case_at_hand import case_at_hand
from dialogs.cards.what_follows import say, why_not
from dialogs.conversation.effects import Effect
from dialogs.conversation.events import Edited, Said
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import AnswerDraft, Outcome
from dialogs.conversation.turn import Turn, below
from dialogs.decisions.told import wants_words
from dialogs.incoming.formatted import formatted_as, joined, marked
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_changes import out_of_reach, refusal
from dialogs.records.case_states import CaseAct, CaseState, Refusal

Show = Callable[[Turn, Case, AnswerDraft], Outcome]
"""What becomes of a draft that has its words."""


def begin(turn: Turn, case: Case) -> Outcome:
    """Ask the navigator for the words to the association."""
    return asked(turn, case, AnswerDraft(turn.snapshot.new_id))


def begin_moving(turn: Turn, case: Case, office_id: str) -> Outcome:
    """Ask the navigator for the reason why a case belongs to an office."""
    return asked(turn, case, AnswerDraft(turn.snapshot.new_id, office=office_id))


def drafted(turn: Turn, case: Case, text: str, attachment: Attachment | None = None, show: Show = previewed) -> Outcome:
    """Show the answer as the association will see it, before it is sent.

    A file, and the words under it, join what was written already; words alone stand for it. `show` may ask for more
    first.
    """
    begun = turn.session.drafts.get(case.reference) or AnswerDraft("")
    draft = _with_words(turn, begun, text, attachment).but(id=turn.snapshot.new_id)
    if (refused := refused_now(turn, case, draft)) is not None:
        return refused
    if is_unfinished(draft):
        drafts = {**turn.session.drafts, case.reference: draft}
        return turn.tell(turn.say("desk.write_text", reference=case.reference), drafts=drafts)
    heard = turn.session.heard
    known = {"case": case.reference, "text": draft.text, "formatted": draft.formatted}
    heard = heard.but(place="desk.write", **known) if heard else None
    return show(turn.at(heard=heard), case, draft)


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
    """Write a draft anew; the former words are shown, to be copied and changed."""
    draft = standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    emptied = draft.but(text="", formatted=(), files=(), messages=(), canned="", filled=())
    outcome = asked(turn, case, emptied.but(id=turn.snapshot.new_id))
    anew = outcome.session.drafts.get(case.reference)
    if anew is None:
        return outcome
    # Its writer has not seen more of the case by changing a word.
    drafts = {**outcome.session.drafts, case.reference: anew.but(seen=draft.seen, owner=draft.owner)}
    former = turn.say("desk.former", text=draft.text) if draft.text else ""
    return below(outcome.but(session=outcome.session.but(drafts=drafts)), former)


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
    if refused is None and draft.office and turn.home.known_office(draft.office) is None:
        return left(turn, case, turn.say("desk.no_such_office", reference=case.reference))
    if refused is None:
        return None
    if refused is not Refusal.ENDED:
        return left(turn, case, why_not(turn, case, refused))
    files, withdrawn = names_of_files(turn, draft), case.state == CaseState.WITHDRAWN
    words = marked(draft.text, draft.formatted)
    text = turn.say("desk.not_sent", reference=case.reference, withdrawn=withdrawn, text=words, files=files)
    return left(turn, case, text)


def left(turn: Turn, case: Case, text: str, effects: tuple[Effect, ...] = ()) -> Outcome:
    """Leave a draft behind. Another one under way stays where it is, with its buttons."""
    drafts = {name: draft for name, draft in turn.session.drafts.items() if name != case.reference}
    if turn.session.case != case.reference:
        return turn.tell(text, effects=effects, drafts=drafts)
    return turn.ask(text, effects=effects, place="desk", case="", drafts=drafts)


def is_unfinished(draft: AnswerDraft) -> bool:
    """Tell whether a draft wants words. A file alone is an answer, but no last word and no reason."""
    if draft.closing:
        return wants_words(draft)
    return not draft.text and bool(draft.office or draft.canned or draft.reopens or not draft.files)


def having_seen(draft: AnswerDraft, case: Case) -> AnswerDraft:
    """The draft of somebody who has seen how the case stands now."""
    return draft.but(seen=len(utterances(case)), owner=case.owner)


def utterances(case: Case) -> list[CaseMessage]:
    """What was said between the association and the desk."""
    return [item for item in case.messages if not item.internal and item.author != "lots"]


def act_of(draft: AnswerDraft) -> CaseAct:
    """What sending a draft does to its case."""
    if draft.office:
        return CaseAct.MOVE
    return CaseAct.CLOSE if draft.closing else CaseAct.ANSWER


def asked(
    turn: Turn, case: Case, draft: AnswerDraft, offers: tuple[Offer, ...] = (), place: str = "desk.write"
) -> Outcome:
    """Ask a navigator for the words of a draft that begins now, or say why it cannot."""
    draft = having_seen(draft, case)
    refused = refusal(case, act_of(draft), turn.event.sender.user)
    if refused is not None:
        text = why_not(turn, case, refused)
        return left(turn, case, text) if refused is Refusal.NO_CHAT else say(turn, case, text)
    plain_answer = act_of(draft) is CaseAct.ANSWER
    ready = (offer_of(turn, case, draft, "canned.button", "desk.canned"),) if plain_answer else ()
    return turn.ask(
        _asked(turn, case, draft),
        (*offers, *ready, offer_of(turn, case, draft, "common.cancel", "desk.cancel")),
        place=place,
        case=case.reference,
        heard=None,
        drafts={**turn.session.drafts, case.reference: draft},
    )


def _asked(turn: Turn, case: Case, draft: AnswerDraft) -> str:
    """What the navigator is to write."""
    known = {"reference": case.reference, "name": turn.event.sender.name}
    if draft.office:
        return turn.say("desk.write_move", **known, office=office_name(turn, draft, turn.language))
    if not draft.closing:
        return turn.say("versions.write" if draft.reopens else "desk.write_answer", **known)
    return turn.say(f"decisions.write_{draft.decision or 'any'}", **known, gone=not case.chat)


def _with_words(turn: Turn, draft: AnswerDraft, text: str, attachment: Attachment | None) -> AnswerDraft:
    """The draft with more: a file with its caption goes along, the rest of a text is its end, other words replace."""
    event, files = turn.event, (*draft.files, *((attachment,) if attachment else ()))
    number = event.message if isinstance(event, Said | Edited) else 0
    if not text.strip():
        return draft.but(files=files)
    runs = formatted_as(event, text)
    if attachment and draft.text:
        whole, runs = f"{draft.text}\n\n{text}", joined(draft.text, draft.formatted, "\n\n", text, runs)
        return draft.but(text=whole, files=files, messages=(*draft.messages, number), formatted=runs)
    pieces = turn.session.heard.pieces if turn.session.heard else 1
    earlier = draft.messages if pieces > 1 else ()
    written = draft.but(text=text, files=files, messages=(*earlier, number), formatted=runs)
    return written.but(canned="", filled=())
