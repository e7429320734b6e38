"""The words of a question to offices: asked for, taken, changed, dropped. One that is too long is told, and kept."""

from dialogs.asking.draft import draft_of, left, names_of, offer_of, standing, with_draft
from dialogs.asking.preview import previewed
from dialogs.cards.case_at_hand import case_at_hand
from dialogs.conversation.events import Edited, Said
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.office.question import LONGEST_QUESTION, is_at_desk
from dialogs.records.case import Case
from dialogs.records.offices.inquiry import InquiryDraft

VERBS = "desk.ask_"
"""What the verbs begin with of all buttons under the messages to a navigator who is asking."""


def ask_words(turn: Turn, case: Case, draft: InquiryDraft) -> Outcome:
    """Ask for the question; how long it may be is said before anything is typed."""
    text = turn.say(
        "inquiry.write",
        name=turn.event.sender.name,
        reference=case.reference,
        offices=names_of(turn, draft),
        here=is_at_desk(turn, case, draft.offices[0]),
        most=LONGEST_QUESTION,
    )
    return _asked(turn, case, draft, text)


def taken(turn: Turn, text: str) -> Outcome | None:
    """Take words as the question that is being written; None if they are none.

    They are if they reply to what was asked or shown, or follow what was asked and reply to nothing.
    """
    case = _case_meant(turn)
    draft = draft_of(turn, case) if case is not None else None
    if case is None or draft is None:
        return None
    event = turn.event
    if not isinstance(event, Said) or event.attachment is not None:
        return turn.tell(turn.say("inquiry.words_alone", name=event.sender.name, reference=case.reference))
    return with_words(turn, case, draft.but(messages=(event.message,)), text)


def with_words(turn: Turn, case: Case, draft: InquiryDraft, text: str) -> Outcome:
    """Show a draft with these words, or say that they are too many; they are kept until they are changed."""
    written = draft.but(text=text.strip(), id=turn.snapshot.new_id)
    if len(written.text) <= LONGEST_QUESTION:
        return previewed(turn, case, written)
    length = len(written.text)
    told = turn.say("inquiry.too_long", reference=case.reference, most=LONGEST_QUESTION, length=length)
    return _asked(turn, case, written, told)


def edited(turn: Turn, event: Edited) -> Outcome | None:
    """Take a change of the message that a question is written in; None if it is another message."""
    for case in turn.snapshot.cases:
        draft = draft_of(turn, case)
        if draft is not None and event.message in draft.messages and event.text:
            return with_words(turn, case, draft, event.text)
    return None


def again(turn: Turn) -> Outcome:
    """Show the draft under way once more, nothing if there is none."""
    case = case_at_hand(turn, turn.session.case)
    draft = draft_of(turn, case) if case is not None else None
    return previewed(turn, case, draft.but(id=turn.snapshot.new_id)) if case and draft else Outcome(turn.session)


def change(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Write a question anew."""
    draft = standing(turn, case, draft_id)
    return draft if isinstance(draft, Outcome) else ask_words(turn, case, draft)


def cancel(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Drop a question that was not asked."""
    draft = standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    return left(turn, case, turn.say("inquiry.dropped", reference=case.reference))


def _asked(turn: Turn, case: Case, draft: InquiryDraft, text: str) -> Outcome:
    offers = (
        offer_of(turn, case, draft, "inquiry.another", "desk.ask_more"),
        offer_of(turn, case, draft, "common.cancel", "desk.ask_cancel"),
    )
    kept = with_draft(turn, case, draft)
    return turn.ask(text, offers, place="desk.ask_write", case=case.reference, desk=kept, heard=None)


def _case_meant(turn: Turn) -> Case | None:
    """The case whose question words belong to."""
    post, sender = turn.snapshot.post, turn.event.sender
    if sender.reply_to is None:
        return _in_hand(turn) if turn.session.place == "desk.ask_write" else None
    own = post is not None and post.whom is not None and post.whom.user == sender.user
    asks = post is not None and any(offer.action.verb.startswith(VERBS) for offer in post.offers)
    return case_at_hand(turn, post.about) if post is not None and own and asks else None


def _in_hand(turn: Turn) -> Case | None:
    known = (case_at_hand(turn), *turn.snapshot.cases)
    return next((case for case in known if case is not None and case.reference == turn.session.case), None)
