"""What is written in a staff group: part of an answer to an association, an internal note, or the navigators' own talk.

All of it stays at the desk, but for an answer that its writer has seen and sent.
"""

from dialogs.conversation.effects import AddMessage
from dialogs.conversation.events import Edited, Said, Unreadable
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.desk import drafting
from dialogs.desk.listing import case_at_hand
from dialogs.desk.sending import was_sent
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage


def said(turn: Turn, text: str) -> Outcome:
    """Take words or a file: part of the answer in hand, a note under the card that they reply to, or talk."""
    answered = _answered(turn)
    if answered is not None:
        return drafting.drafted(turn, answered, text, attached(turn))
    # What follows at once continues an answer only if these words were one.
    turn, case = turn.at(heard=None), case_at_hand(turn)
    if case is not None and turn.event.sender.reply_to:
        return keep_note(turn, case, text, attached(turn))
    return Outcome(turn.session)


def edited(turn: Turn, event: Edited) -> Outcome:
    """Take a change of the words that an answer in hand was written with; say so if it is no more in hand."""
    session = turn.session
    found = [name for name, draft in session.drafts.items() if event.message in draft.messages]
    case = next((item for item in turn.snapshot.cases if item.reference in found), None)
    heard = session.heard if session.heard and session.heard.message == event.message else None
    if case is not None and session.drafts[case.reference].messages == (event.message,):
        return drafting.drafted(turn.at(heard=heard), case, event.text)
    if not found and was_sent(turn, event.message):
        return Outcome(session, (Reply(turn.say("desk.edited_sent", name=event.sender.name)),))
    told = (Reply(turn.say("desk.edited", name=event.sender.name)),) if found or heard else ()
    return Outcome(session, told)


def keep_note(turn: Turn, case: Case, text: str, attachment: Attachment | None = None) -> Outcome:
    """Keep words or a file that were written under the card as an internal note."""
    name = turn.event.sender.name
    said = CaseMessage("navigator", text, turn.now, internal=True, name=name, attachment=attachment)
    return turn.tell(turn.say("desk.noted", reference=case.reference), effects=(AddMessage(case.reference, said),))


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
        return turn.session.place == "desk.write"
    event = turn.event
    return isinstance(event, Said | Unreadable) and event.attachment is not None and not event.sender.reply_to
