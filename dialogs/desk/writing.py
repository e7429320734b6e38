"""What is written in a staff group: part of an answer to an association, an internal note, or the navigators' own talk.

All of it stays at the desk, but for an answer that its writer has seen and sent.
"""

from dialogs.answering import closing, correcting, drafting
from dialogs.answering.sending import was_sent
from dialogs.cards import access, what_follows
from dialogs.cards.case_at_hand import case_at_hand, case_of_words
from dialogs.conversation.effects import AddMessage
from dialogs.conversation.events import Edited, Said, Unreadable
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.decisions import day as decision_day
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_changes import after
from dialogs.records.case_states import OPEN, CaseAct
from dialogs.rhythm import snoozing

AWAITING = frozenset({"desk.write", "desk.reopen", "desk.canned", "desk.closing", "desk.way", "desk.way_own"})
"""The places where a navigator's words belong to an answer under way."""


def said(turn: Turn, text: str) -> Outcome:
    """Take words or a file: part of the answer in hand, a note in the topic of a case or under its card, or talk."""
    answered = _answered(turn)
    if answered is not None:
        return closing.said(turn, answered, text, attached(turn))
    # What follows at once continues an answer only if these words were one.
    turn, case = turn.at(heard=None), case_of_words(turn)
    if case is not None:
        return keep_note(turn, case, text, attached(turn))
    return Outcome(turn.session)


def day_said(turn: Turn, text: str) -> Outcome:
    """Take the day until which a case is put off; other words are a note or talk, as always."""
    case = case_at_hand(turn, turn.session.case) if attached(turn) is None else None
    taken = snoozing.said(turn, case, text) if case is not None else None
    return taken if taken is not None else said(turn, text)


def decision_day_said(turn: Turn, text: str) -> Outcome:
    """Take the day by which a case is decided; other words are a note or talk, as always."""
    case = case_at_hand(turn, turn.session.case) if attached(turn) is None else None
    taken = decision_day.said(turn, case, text) if case is not None else None
    return taken if taken is not None else said(turn, text)


def edited(turn: Turn, event: Edited) -> Outcome:
    """Take a change of the words that an answer in hand was written with; say so if it is no more in hand."""
    session = turn.session
    found = [name for name, draft in session.drafts.items() if event.message in draft.messages]
    case = next((item for item in turn.snapshot.cases if item.reference in found), None)
    heard = session.heard if session.heard and session.heard.message == event.message else None
    draft = session.drafts[case.reference] if case is not None else None
    if case is not None and draft is not None and draft.messages == (event.message,) and not draft.canned:
        return drafting.drafted(turn.at(heard=heard), case, event.text)
    if not found and was_sent(turn, event.message):
        return correcting.changed(turn, event)
    if not found and heard is None and (noted := _noted(turn, event)) is not None:
        return noted
    told = (Reply(turn.say("desk.edited", name=event.sender.name)),) if found or heard else ()
    return Outcome(session, told)


def _noted(turn: Turn, event: Edited) -> Outcome | None:
    """Keep what a note was changed to beside it; None if no note was written in that message."""
    case = case_at_hand(turn)
    notes = [item for item in case.messages if item.internal and item.message == event.message != 0] if case else []
    if case is None or not notes or not event.text:
        return None
    words = turn.plain("desk.note_words", text=event.text)
    kept = AddMessage(case.reference, notes[-1].but(text=words, at=turn.now, attachment=None))
    noted = access.noted(turn, case, CaseAct.NOTE)
    return turn.tell(turn.say("desk.note_changed", reference=case.reference), effects=(*noted, kept))


def keep_note(turn: Turn, case: Case, text: str, attachment: Attachment | None = None) -> Outcome:
    """Keep words or a file that were written under the card, or in the case's topic, as an internal note.

    In the topic everything is one, so that is said once a day and not of each.
    """
    name, own = turn.event.sender.name, what_follows.acted(turn, case)
    number = turn.event.message if isinstance(turn.event, Said | Unreadable) else 0
    said = CaseMessage("navigator", text, turn.now, internal=True, name=name, attachment=attachment, message=number)
    noted = after(case, CaseAct.NOTE, turn.now, **own) if own and case.state in OPEN else case
    changed = noted is not case
    kept = what_follows.effects(turn, case, noted, CaseAct.NOTE) if changed else access.noted(turn, case, CaseAct.NOTE)
    effects = (*kept, AddMessage(case.reference, said))
    if not turn.snapshot.here:
        return turn.tell(turn.say("desk.noted", reference=case.reference), effects=effects)
    today = turn.local.date().isoformat()
    if turn.session.desk.told_noted == today:
        return Outcome(turn.session, effects=effects)
    told = turn.say("desk.noted_here", reference=case.reference)
    return turn.tell(told, effects=effects, desk=turn.session.desk.but(told_noted=today))


def not_noted(turn: Turn) -> Outcome:
    """Say that what was sent in reply to a card, or in a case's topic, cannot be kept as a note; all else is talk."""
    case = case_of_words(turn)
    if case is None:
        return Outcome(turn.session)
    return turn.tell(turn.say("desk.not_noted", name=turn.event.sender.name, reference=case.reference))


def attached(turn: Turn) -> Attachment | None:
    """The file that came, None if none did."""
    return turn.event.attachment if isinstance(turn.event, Said | Unreadable) else None


def to_a_draft(turn: Turn) -> bool:
    """Tell whether somebody's own question or preview was answered, not a card."""
    post = turn.snapshot.post
    return bool(turn.event.sender.reply_to) and post is not None and post.whom is not None


def _answered(turn: Turn) -> Case | None:
    """The case that words are an answer in: of the writer's own draft that they reply to, or of the one under way."""
    session, post = turn.session, turn.snapshot.post
    if to_a_draft(turn) and post is not None and post.whom is not None:
        own = post.whom.user == turn.event.sender.user and post.about in session.drafts
        return case_at_hand(turn, post.about) if own else None
    if not _is_awaited(turn):
        return None
    if turn.event.sender.reply_to and post is not None:
        return case_at_hand(turn, session.case)
    return next(
        (case for case in (case_at_hand(turn), *turn.snapshot.cases) if case and case.reference == session.case), None
    )


def _is_awaited(turn: Turn) -> bool:
    """Whether what comes belongs to the answer under way: its first words, then only files that reply to nothing.

    What else is said beside a preview is talk. A change of the draft begins with its button, or replies to it.
    """
    if turn.session.place != "desk.preview":
        return turn.session.place in AWAITING
    event = turn.event
    return isinstance(event, Said | Unreadable) and event.attachment is not None and not event.sender.reply_to
