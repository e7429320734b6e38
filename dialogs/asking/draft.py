"""The questions to offices that a navigator is writing, one a case: found, kept, left behind."""

from dialogs.cards.case_at_hand import is_told_there
from dialogs.cards.what_follows import say
from dialogs.conversation.replies import Action, Offer, Reply
from dialogs.conversation.session import AtDesk, Outcome, Session
from dialogs.conversation.turn import Turn
from dialogs.office.question import name_of
from dialogs.records.case import Case
from dialogs.records.offices.inquiry import InquiryDraft


def draft_of(turn: Turn, case: Case) -> InquiryDraft | None:
    """The question about a case that is being written, None if there is none."""
    return turn.session.desk.inquiries.get(case.reference)


def with_draft(turn: Turn, case: Case, draft: InquiryDraft) -> AtDesk:
    """What is remembered at the desk, with a draft."""
    desk = turn.session.desk
    return desk.but(inquiries={**desk.inquiries, case.reference: draft})


def standing(turn: Turn, case: Case, draft_id: str) -> InquiryDraft | Outcome:
    """The draft that a button belongs to, or what to say when it is no more."""
    draft = draft_of(turn, case)
    if draft is None:
        return say(turn, case, turn.say("inquiry.no_draft", reference=case.reference))
    if draft.id != draft_id:
        return say(turn, case, turn.say("inquiry.draft_changed", reference=case.reference))
    return draft


def without_draft(turn: Turn, case: Case) -> Session:
    """The session without a draft. Whatever else is under way stays where it is, with its buttons."""
    session, desk = turn.session, turn.session.desk
    kept = desk.but(inquiries={name: one for name, one in desk.inquiries.items() if name != case.reference})
    if session.case != case.reference or not session.place.startswith("desk.ask_"):
        return session.but(desk=kept)
    return session.but(desk=kept, place="desk", case="", offers=())


def left(turn: Turn, case: Case, text: str) -> Outcome:
    """Leave a draft behind, and say why or that it is so."""
    told = Reply(text, about=case.reference, under_card=is_told_there(turn, case))
    return Outcome(without_draft(turn, case), (told,))


def names_of(turn: Turn, draft: InquiryDraft) -> list[str]:
    """What the offices of a draft are called, as the navigator speaks."""
    return [name_of(turn.home, office, turn.language) for office in draft.offices]


def offer_of(turn: Turn, case: Case, draft: InquiryDraft, key: str, verb: str) -> Offer:
    """A button that belongs to one wording of a draft."""
    return Offer(turn.plain(key), Action(verb, f"{case.reference} {draft.id}"))
