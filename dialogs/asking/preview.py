"""A question as its offices will see it, before it is asked: exactly that, its buttons, and what it warns of."""

from dialogs.asking.draft import names_of, offer_of, with_draft
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.office.question import as_seen, is_at_desk, language_of
from dialogs.records.case import Case
from dialogs.records.offices.inquiry import Inquiry, InquiryDraft
from knowledge.guard.nameless import LEFT_OUT, without_names


def inquiries_of(turn: Turn, draft: InquiryDraft) -> tuple[Inquiry, ...]:
    """Return what a draft becomes when it is asked: a question to each of its offices."""
    name = turn.event.sender.name
    return tuple(Inquiry(office, draft.text, turn.now, draft.due, asked_by=name) for office in draft.offices)


def previewed(turn: Turn, case: Case, draft: InquiryDraft) -> Outcome:
    """Show a draft to its writer as each of its offices will see it."""
    asked = inquiries_of(turn, draft)
    seen = [as_seen(turn, case, one, language_of(turn, turn.home, one.office)) for one in asked]
    head = turn.say(
        "inquiry.preview",
        reference=case.reference,
        name=turn.event.sender.name,
        offices=names_of(turn, draft),
        here=is_at_desk(turn, case, draft.offices[0]),
        warned=without_names(draft.text) != draft.text,
        left_out=LEFT_OUT if any(LEFT_OUT in one for one in seen) else "",
    )
    text = "\n\n".join((head, *seen))
    offers = (
        offer_of(turn, case, draft, "inquiry.send", "desk.ask_send"),
        offer_of(turn, case, draft, "desk.change", "desk.ask_change"),
        offer_of(turn, case, draft, "inquiry.another", "desk.ask_more"),
        offer_of(turn, case, draft, "inquiry.other_day", "desk.ask_when"),
        offer_of(turn, case, draft, "common.cancel", "desk.ask_cancel"),
    )
    kept = with_draft(turn, case, draft)
    return turn.ask(text, offers, place="desk.ask_preview", case=case.reference, desk=kept, heard=None)
