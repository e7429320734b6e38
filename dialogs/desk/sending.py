"""Sending an answer: once, only while it stands, and not before its writer knows what happened meanwhile."""

from dialogs import texts
from dialogs.conversation.effects import AddMessage
from dialogs.conversation.replies import Action, Offer, Receipt, Reply
from dialogs.conversation.session import AnswerDraft, Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.desk import what_follows
from dialogs.desk.card import chat_language
from dialogs.desk.drafting import act_of, having_seen, left, refused_now, standing, utterances
from dialogs.desk.preview import as_seen, previewed
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_changes import after
from dialogs.records.case_states import CaseState

SENT_KNOWN = 30
"""How many messages that were sent are known again when they are edited, the newest: chosen by hand, some days."""
QUOTED = 300
"""In characters: so much of each message that came meanwhile is shown above a draft; the card has it whole."""


def send(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Send the answer that was previewed, and close the case if it was the last word."""
    draft = standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    if (refused := refused_now(turn, case, draft)) is not None:
        return refused
    if news := _news(turn, case, draft):
        return _asked_once_more(turn, case, draft, news)
    changed = _after(turn, case, draft)
    said = _kept(turn, draft)
    kept = what_follows.effects(turn, case, changed, act_of(draft))
    effects = (*kept, *(AddMessage(case.reference, item) for item in said))
    turn = turn.at(desk=turn.session.desk.but(sent=_numbers(turn, draft)))
    outcome = left(turn, case, turn.say(_sent_key(case, draft), reference=case.reference), effects)
    posted = what_follows.cards(turn, case, changed, act_of(draft))
    return outcome.but(replies=(*outcome.replies, *_to_association(turn, changed, draft), *posted))


def was_sent(turn: Turn, message: int) -> bool:
    """Tell whether a message was part of one of the last answers that its writer sent."""
    return message in turn.session.desk.sent


def _news(turn: Turn, case: Case, draft: AnswerDraft) -> list[dict[str, object]]:
    """What others have said to the association or to the desk, or done, since the writer saw how the case stands."""
    if draft.seen < 0:
        return []
    zone = turn.world.packs[case.municipality].zone
    said: list[dict[str, object]] = [
        {"author": item.author, "name": item.name, "at": item.at.astimezone(zone), "text": texts.cut(item.text, QUOTED)}
        for item in utterances(case)[draft.seen :]
    ]
    taken = case.owner not in (0, draft.owner, turn.event.sender.user)
    return [*said, {"author": "", "name": case.owner_name}] if taken else said


def _asked_once_more(turn: Turn, case: Case, draft: AnswerDraft, news: list[dict[str, object]]) -> Outcome:
    """Tell a writer what has happened since, show the draft, and send it at the next press."""
    seen = having_seen(draft.but(id=turn.snapshot.new_id), case)
    told = turn.say("desk.meanwhile", reference=case.reference, name=turn.event.sender.name, news=news)
    return before(told, previewed(turn, case, seen, anyway=True))


def _numbers(turn: Turn, draft: AnswerDraft) -> tuple[int, ...]:
    """The messages that the last answers were written in, with those of one that is sent now."""
    return (*turn.session.desk.sent, *draft.messages)[-SENT_KNOWN:]


def _after(turn: Turn, case: Case, draft: AnswerDraft) -> Case:
    sender = turn.event.sender
    owner, name = (case.owner, case.owner_name) if case.owner else (sender.user, sender.name)
    told = {"owner": owner, "owner_name": name, "written_at": None, "answered_at": turn.now if case.chat else None}
    last_words = {"closing": draft.text} if draft.closing else {}
    return after(case, act_of(draft), turn.now, **told, **last_words)


def _kept(turn: Turn, draft: AnswerDraft) -> tuple[CaseMessage, ...]:
    """What was said, one message for each file, the words with the first."""
    name = turn.event.sender.name
    first, *others = draft.files or (None,)
    words = CaseMessage("navigator", draft.text, turn.now, name=name, attachment=first)
    return words, *(CaseMessage("navigator", "", turn.now, name=name, attachment=item) for item in others)


def _to_association(turn: Turn, case: Case, draft: AnswerDraft) -> tuple[Reply, ...]:
    """The messages of an answer; whether all of it arrived is told under the card."""
    if not case.chat:
        return ()
    first, *others = draft.files or (None,)
    bodies = [(as_seen(turn, case, draft), first), *(("", item) for item in others)]
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


def _sent_key(case: Case, draft: AnswerDraft) -> str:
    if not case.chat:
        return "desk.closed_gone"
    return "desk.sent_closed" if draft.closing else "desk.sent"
