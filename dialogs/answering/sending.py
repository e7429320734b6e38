"""Sending an answer: once, only while it stands, and not before its writer knows what happened meanwhile."""

from dialogs import texts
from dialogs.answering import closing, correcting, moving
from dialogs.answering.drafting import act_of, having_seen, is_unfinished, left, refused_now, standing, utterances
from dialogs.answering.preview import as_seen, office_name, previewed
from dialogs.cards import what_follows
from dialogs.cards.languages import chat_language
from dialogs.conversation.effects import AddMessage, Effect
from dialogs.conversation.replies import Action, Offer, Receipt, Reply
from dialogs.conversation.session import AnswerDraft, Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.decisions import told
from dialogs.office import release
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_changes import after
from dialogs.records.case_states import CaseState
from dialogs.versions import reopening

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
    if is_unfinished(draft):
        return what_follows.say(turn, case, turn.say("desk.write_text", reference=case.reference))
    if told.wants_way(turn, case, draft):
        return closing.ask_way(turn, case, draft_id)
    if news := _news(turn, case, draft):
        return _asked_once_more(turn, case, draft, news)
    replies, effects = gone_out(turn, case, draft)
    turn = turn.at(desk=turn.session.desk.but(sent=_numbers(turn, draft)))
    turn = turn.at(desk=turn.session.desk.but(sent_to=correcting.sent_to(turn, case.reference, draft)))
    outcome = left(turn, case, _sent(turn, case, draft), effects)
    return outcome.but(replies=(*outcome.replies, *replies))


def gone_out(turn: Turn, case: Case, draft: AnswerDraft) -> tuple[tuple[Reply, ...], tuple[Effect, ...]]:
    """What is said and what must be done when a draft goes out as it is."""
    changed, said = _after(turn, case, draft), _kept(turn, case, draft)
    kept = what_follows.effects(turn, case, changed, act_of(draft))
    learned = moving.kept(turn, changed) if draft.office else ()
    over = release.unplanned(case) if draft.closing else ()
    effects = (
        *kept,
        *reopening.kept(case, draft),
        *(AddMessage(case.reference, item) for item in said),
        *learned,
        *over,
    )
    posted = what_follows.cards(turn, case, changed, act_of(draft))
    asked = moving.asked(turn, case, changed) if draft.office else ()
    offices = release.told(turn, case, changed.state) if draft.closing else ()
    return (*_to_association(turn, changed, draft), *asked, *posted, *offices), effects


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
    meanwhile = turn.say("desk.meanwhile", reference=case.reference, name=turn.event.sender.name, news=news)
    return before(meanwhile, previewed(turn, case, seen, anyway=True))


def _numbers(turn: Turn, draft: AnswerDraft) -> tuple[int, ...]:
    """The messages that the last answers were written in, with those of one that is sent now."""
    return (*turn.session.desk.sent, *draft.messages)[-SENT_KNOWN:]


def _after(turn: Turn, case: Case, draft: AnswerDraft) -> Case:
    if draft.office:
        offices, came_to = (draft.office,), case.came_to or case.need.offices
        moved = {"need": case.need.but(offices=offices), "came_to": came_to, "answered_at": turn.now}
        return after(case, act_of(draft), turn.now, **moved, **what_follows.acted(turn, case))
    owned = {} if case.owner else what_follows.owned(turn)
    said = {"written_at": None, "answered_at": turn.now if case.chat else None}
    ended = {**_decided(turn, case, draft), **release.released(turn, case)} if draft.closing else {}
    wanted = {"reopened": draft.reopens} if draft.reopens else {}
    own = what_follows.acted(turn, case.but(**owned))
    return after(case, act_of(draft), turn.now, **owned, **said, **ended, **wanted, **own)


def _decided(turn: Turn, case: Case, draft: AnswerDraft) -> dict[str, object]:
    return {"closing": told.last_words(turn, case, draft), "decision": told.decision_of(turn, case, draft)}


def _kept(turn: Turn, case: Case, draft: AnswerDraft) -> tuple[CaseMessage, ...]:
    """What was said, one message for each file, the words with the first; before it what the desk notes of it."""
    name = turn.event.sender.name
    first, *others = draft.files or (None,)
    text = told.last_words(turn, case, draft) if draft.closing else draft.text
    words = CaseMessage("navigator", text, turn.now, name=name, attachment=first, formatted=draft.formatted)
    files = (CaseMessage("navigator", "", turn.now, name=name, attachment=item) for item in others)
    return (*_noted(turn, case, draft), words, *files)


def _noted(turn: Turn, case: Case, draft: AnswerDraft) -> tuple[CaseMessage, ...]:
    """What the desk reads of it later: that a case was moved, or how it was decided."""
    if draft.office:
        return (moving.noted(turn, case, draft),)
    return told.noted(turn, case, draft) if draft.closing else reopening.noted(turn, case, draft)


def _to_association(turn: Turn, case: Case, draft: AnswerDraft) -> tuple[Reply, ...]:
    """The messages of an answer; whether all of it arrived is told under the card."""
    if not case.chat:
        return ()
    first, *others = draft.files or (None,)
    bodies = [(as_seen(turn, case, draft), first), *(("", item) for item in others)]
    receipt = _receipt(turn, case)
    *early, last = [Reply(text, chat=case.chat, about=case.reference, attachment=item) for text, item in bodies]
    if draft.closing:
        last = last.but(key=told.key_of(case))
    label = texts.plain(chat_language(turn, case), "cases.reply_to", reference=case.reference)
    offers = (*_open_again(turn, case, draft), Offer(label, Action("case.write", case.reference)))
    return *(reply.but(receipt=receipt.of_a_part) for reply in early), last.but(offers=offers, receipt=receipt)


def _open_again(turn: Turn, case: Case, draft: AnswerDraft) -> tuple[Offer, ...]:
    """The button that leads to the questions which a draft opens again."""
    if not draft.reopens:
        return ()
    return (Offer(texts.plain(chat_language(turn, case), "versions.open"), Action("versions.open", case.reference)),)


def _receipt(turn: Turn, case: Case) -> Receipt:
    closed = case.state == CaseState.CLOSED
    return Receipt(
        turn.event.sender.chat,
        turn.say("desk.delivered", reference=case.reference),
        turn.say("desk.undelivered", reference=case.reference),
        case.reference,
        turn.say("desk.doubtful", reference=case.reference, closed=closed),
        turn.say("desk.part_undelivered", reference=case.reference),
        shut_out=turn.say("desk.kept_for_later", reference=case.reference),
    )


def _sent(turn: Turn, case: Case, draft: AnswerDraft) -> str:
    if draft.office:
        office = office_name(turn, draft, turn.language)
        return turn.say("desk.sent_moved", reference=case.reference, office=office)
    key = "desk.sent_closed" if draft.closing else "desk.sent"
    return turn.say(key if case.chat else "desk.closed_gone", reference=case.reference)
