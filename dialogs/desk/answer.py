"""The navigator's answer to an association: asked for, written, previewed, sent or dropped.

A draft belongs to the navigator who writes it and to one case. Each wording has an id, which the buttons of its
preview carry: what has been changed, sent or dropped since then is never sent from an older preview.
"""

from dialogs import texts
from dialogs.conversation.effects import AddMessage, Effect
from dialogs.conversation.events import Edited, Said
from dialogs.conversation.replies import Action, Offer, Receipt, Reply
from dialogs.conversation.session import Draft, Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.desk import what_follows
from dialogs.desk.acts import say, why_not
from dialogs.desk.card import chat_language
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_changes import after, out_of_reach, refusal
from dialogs.records.case_states import CaseAct, CaseState, Refusal
from knowledge.guard import guard

SENT_KNOWN = 30
"""How many messages that were sent are known again when they are edited, the newest: chosen by hand, some days."""
QUOTED = 300
"""In characters: so much of each message that came meanwhile is shown above a draft; the card has it whole."""


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
    begun = turn.session.drafts.get(case.reference) or Draft("")
    draft = _with_words(turn, begun, text, attachment).but(id=turn.snapshot.fresh_id)
    if (refused := _refused(turn, case, draft)) is not None:
        return refused
    if not draft.text and (draft.closing or not draft.files):
        drafts = {**turn.session.drafts, case.reference: draft}
        return turn.tell(turn.say("desk.write_text", reference=case.reference), drafts=drafts)
    heard = turn.session.heard
    heard = heard.but(place="desk.write", case=case.reference, text=draft.text) if heard else None
    return _previewed(turn.at(heard=heard), case, draft)


def again(turn: Turn, case: Case) -> Outcome | None:
    """Show the draft under way once more, None if there is none to show."""
    draft = turn.session.drafts.get(case.reference)
    if draft is None or turn.session.place != "desk.preview":
        return None
    return _previewed(turn, case, draft.but(id=turn.snapshot.fresh_id))


def send(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Send the answer that was previewed, and close the case if it was the last word."""
    draft = _standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    if (refused := _refused(turn, case, draft)) is not None:
        return refused
    if news := _news(turn, case, draft):
        return _asked_once_more(turn, case, draft, news)
    changed = _after(turn, case, draft)
    said = _kept(turn, draft)
    kept = what_follows.effects(turn, case, changed, _act(draft))
    effects = (*kept, *(AddMessage(case.reference, item) for item in said))
    turn = turn.at(desk=turn.session.desk.but(sent=_numbers(turn, draft)))
    outcome = _left(turn, case, turn.say(_sent_key(case, draft), reference=case.reference), effects)
    posted = what_follows.cards(turn, case, changed, _act(draft))
    return outcome.but(replies=(*outcome.replies, *_to_association(turn, changed, draft), *posted))


def was_sent(turn: Turn, message: int) -> bool:
    """Tell whether a message was part of one of the last answers that its writer sent."""
    return message in turn.session.desk.sent


def change(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Write a draft anew."""
    draft = _standing(turn, case, draft_id)
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
    draft = _standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    return _left(turn, case, turn.say("desk.cancelled", reference=case.reference))


def forgotten(turn: Turn, outcome: Outcome) -> Outcome:
    """Drop the answers under way to somebody who has erased the chat: nobody can get them any more."""
    session, cases = outcome.session, {case.reference: case for case in turn.snapshot.cases}
    gone = {name for name, draft in session.drafts.items() if name in cases and out_of_reach(cases[name], _act(draft))}
    if not gone:
        return outcome
    session = session.but(drafts={name: draft for name, draft in session.drafts.items() if name not in gone})
    if session.case in gone:
        session = session.but(place="desk", case="", offers=())
    heard = session.heard if session.heard and session.heard.case not in gone else None
    return outcome.but(session=session.but(heard=heard))


def _refused(turn: Turn, case: Case, draft: Draft) -> Outcome | None:
    """Why nothing can be sent to a case any more, with the draft once more, which is dropped; None if it can."""
    refused = refusal(case, _act(draft), turn.event.sender.user)
    if refused is None:
        return None
    if refused is not Refusal.ENDED:
        return _left(turn, case, why_not(turn, case, refused))
    files = [item.name or turn.plain(f"desk.kind_{item.kind}") for item in draft.files]
    withdrawn = case.state == CaseState.WITHDRAWN
    text = turn.say("desk.not_sent", reference=case.reference, withdrawn=withdrawn, text=draft.text, files=files)
    return _left(turn, case, text)


def _news(turn: Turn, case: Case, draft: Draft) -> list[dict[str, object]]:
    """What others have said to the association or to the desk, or done, since the writer saw how the case stands."""
    if draft.seen < 0:
        return []
    zone = turn.world.packs[case.municipality].zone
    said: list[dict[str, object]] = [
        {"author": item.author, "name": item.name, "at": item.at.astimezone(zone), "text": texts.cut(item.text, QUOTED)}
        for item in _utterances(case)[draft.seen :]
    ]
    taken = case.owner not in (0, draft.owner, turn.event.sender.user)
    return [*said, {"author": "", "name": case.owner_name}] if taken else said


def _asked_once_more(turn: Turn, case: Case, draft: Draft, news: list[dict[str, object]]) -> Outcome:
    """Tell a writer what has happened since, show the draft, and send it at the next press."""
    seen = _having_seen(draft.but(id=turn.snapshot.fresh_id), case)
    told = turn.say("desk.meanwhile", reference=case.reference, name=turn.event.sender.name, news=news)
    return before(told, _previewed(turn, case, seen, anyway=True))


def _having_seen(draft: Draft, case: Case) -> Draft:
    return draft.but(seen=len(_utterances(case)), owner=case.owner)


def _utterances(case: Case) -> list[CaseMessage]:
    """What was said between the association and the desk."""
    return [item for item in case.messages if not item.internal and item.author != "lots"]


def _begin(turn: Turn, case: Case, *, closing: bool) -> Outcome:
    draft = _having_seen(Draft(turn.snapshot.fresh_id, closing=closing), case)
    refused = refusal(case, _act(draft), turn.event.sender.user)
    if refused is not None:
        text = why_not(turn, case, refused)
        return _left(turn, case, text) if refused is Refusal.NO_CHAT else say(turn, case, text)
    key = "desk.write_close_gone" if not case.chat else "desk.write_close" if closing else "desk.write_answer"
    return turn.ask(
        turn.say(key, reference=case.reference, name=turn.event.sender.name),
        (_offer(turn, case, draft, "common.cancel", "desk.cancel"),),
        place="desk.write",
        case=case.reference,
        drafts={**turn.session.drafts, case.reference: draft},
    )


def _with_words(turn: Turn, draft: Draft, text: str, attachment: Attachment | None) -> Draft:
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


def _previewed(turn: Turn, case: Case, draft: Draft, *, anyway: bool = False) -> Outcome:
    send_key = "desk.send_anyway" if anyway else "desk.send"
    offers = (
        _offer(turn, case, draft, send_key if case.chat else "desk.close_gone", "desk.send"),
        _offer(turn, case, draft, "desk.change", "desk.change"),
        _offer(turn, case, draft, "common.cancel", "desk.cancel"),
    )
    drafts = {**turn.session.drafts, case.reference: draft}
    outcome = turn.ask(_preview(turn, case, draft), offers, place="desk.preview", case=case.reference, drafts=drafts)
    newest = draft.files[-1] if draft.files else None
    return outcome.but(replies=tuple(reply.but(attachment=newest) for reply in outcome.replies))


def _preview(turn: Turn, case: Case, draft: Draft) -> str:
    name = turn.event.sender.name
    if not case.chat:
        return turn.say("desk.preview_gone", reference=case.reference, name=name, text=draft.text)
    files = [item.name or turn.plain(f"desk.kind_{item.kind}") for item in draft.files]
    warned = [found.words for found in guard.seen(draft.text)]
    head = turn.say("desk.preview", reference=case.reference, name=name, files=files, warned=warned)
    return f"{head}\n\n{_seen(turn, case, draft)}"


def _standing(turn: Turn, case: Case, draft_id: str) -> Draft | Outcome:
    """The draft that a button belongs to, or what to say when it is no more."""
    draft = turn.session.drafts.get(case.reference)
    if draft is None:
        return say(turn, case, turn.say("desk.nothing_to_send", reference=case.reference))
    if draft.id != draft_id:
        return say(turn, case, turn.say("desk.draft_changed", reference=case.reference))
    return draft


def _numbers(turn: Turn, draft: Draft) -> tuple[int, ...]:
    """The messages that the last answers were written in, with those of one that is sent now."""
    return (*turn.session.desk.sent, *draft.messages)[-SENT_KNOWN:]


def _left(turn: Turn, case: Case, text: str, effects: tuple[Effect, ...] = ()) -> Outcome:
    """Leave a draft behind. Another one under way stays where it is, with its buttons."""
    drafts = {name: draft for name, draft in turn.session.drafts.items() if name != case.reference}
    if turn.session.case != case.reference:
        return turn.tell(text, effects=effects, drafts=drafts)
    return turn.ask(text, effects=effects, place="desk", case="", drafts=drafts)


def _after(turn: Turn, case: Case, draft: Draft) -> Case:
    sender = turn.event.sender
    owner, name = (case.owner, case.owner_name) if case.owner else (sender.user, sender.name)
    told = {"owner": owner, "owner_name": name, "written_at": None, "answered_at": turn.now if case.chat else None}
    last_words = {"closing": draft.text} if draft.closing else {}
    return after(case, _act(draft), turn.now, **told, **last_words)


def _kept(turn: Turn, draft: Draft) -> tuple[CaseMessage, ...]:
    """What was said, one message for each file, the words with the first."""
    name = turn.event.sender.name
    first, *others = draft.files or (None,)
    words = CaseMessage("navigator", draft.text, turn.now, name=name, attachment=first)
    return words, *(CaseMessage("navigator", "", turn.now, name=name, attachment=item) for item in others)


def _to_association(turn: Turn, case: Case, draft: Draft) -> tuple[Reply, ...]:
    """The messages of an answer; whether all of it arrived is told under the card."""
    if not case.chat:
        return ()
    first, *others = draft.files or (None,)
    bodies = [(_seen(turn, case, draft), first), *(("", item) for item in others)]
    receipt = _receipt(turn, case)
    *early, last = [Reply(text, chat=case.chat, about=case.reference, attachment=item) for text, item in bodies]
    label = texts.plain(chat_language(turn, case), "cases.reply_to", reference=case.reference)
    offers = (Offer(label, Action("case.write", case.reference)),)
    return *(reply.but(receipt=receipt.of_a_part) for reply in early), last.but(offers=offers, receipt=receipt)


def _receipt(turn: Turn, case: Case) -> Receipt:
    closed = case.state == CaseState.CLOSED
    return Receipt(
        turn.event.sender.chat,
        turn.say("desk.delivered", reference=case.reference),
        turn.say("desk.undelivered", reference=case.reference),
        case.reference,
        turn.say("desk.doubtful", reference=case.reference, closed=closed),
        turn.say("desk.part_undelivered", reference=case.reference),
    )


def _seen(turn: Turn, case: Case, draft: Draft) -> str:
    key = "cases.closed_with" if draft.closing else "cases.answer"
    return texts.say(chat_language(turn, case), key, reference=case.reference, title=case.title, text=draft.text)


def _sent_key(case: Case, draft: Draft) -> str:
    if not case.chat:
        return "desk.closed_gone"
    return "desk.sent_closed" if draft.closing else "desk.sent"


def _act(draft: Draft) -> CaseAct:
    return CaseAct.CLOSE if draft.closing else CaseAct.ANSWER


def _offer(turn: Turn, case: Case, draft: Draft, key: str, verb: str) -> Offer:
    return Offer(turn.plain(key), Action(verb, f"{case.reference} {draft.id}"))


DRAFT_ACTS = {"desk.send": send, "desk.change": change, "desk.cancel": cancel}
