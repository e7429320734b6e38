"""A change of words that were sent already: shown as an answer of its own, which its writer may send.

What the association has read stays as it is. The answer that puts it right says so in its first line.
"""

from dialogs.answering.drafting import act_of, having_seen
from dialogs.answering.preview import previewed
from dialogs.cards.case_at_hand import case_at_hand
from dialogs.conversation.events import Edited
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import AnswerDraft, Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.records.case_changes import refusal


def changed(turn: Turn, event: Edited) -> Outcome:
    """Ask whether the changed words are to be sent; where they cannot, or another answer is under way, say so."""
    reference, name = turn.session.desk.sent_to.get(str(event.message), ""), event.sender.name
    case = case_at_hand(turn, reference) if reference else None
    draft = AnswerDraft(
        turn.snapshot.new_id, event.text, messages=(event.message,), formatted=event.formatted, corrects=True
    )
    refused = case is None or refusal(case, act_of(draft), event.sender.user) is not None
    if case is None or refused or not event.text or case.reference in turn.session.drafts:
        return Outcome(turn.session, (Reply(turn.say("desk.edited_sent", name=name)),))
    asked = previewed(turn.at(heard=None), case, having_seen(draft, case))
    return before(turn.say("desk.edited_sent_ask", name=name, reference=case.reference), asked)


def sent_to(turn: Turn, reference: str, draft: AnswerDraft) -> dict[str, str]:
    """In which case each of the last messages went, with those of a draft that is sent now."""
    known = {**turn.session.desk.sent_to, **dict.fromkeys(map(str, draft.messages), reference)}
    return {number: known[number] for number in map(str, turn.session.desk.sent) if number in known}
