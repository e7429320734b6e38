"""The desk opens stage 2 of a case: what the association will hear is seen first, and it is told once."""

from dialogs import texts
from dialogs.cards import what_follows
from dialogs.cards.languages import chat_language
from dialogs.conversation.replies import Action, Offer, Receipt, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.agreements import draft
from dialogs.records.case import Case, DecisionKind
from dialogs.records.case_changes import after, refusal
from dialogs.records.case_states import CaseAct
from knowledge.agreement.checklist import has_stage_2
from knowledge.language import words

AGREED = frozenset({DecisionKind.CHOSEN, DecisionKind.OTHER})
"""The decisions after which stage 2 may be opened: the proposal was chosen, or ended in some other way than a no."""


def may_open(turn: Turn, case: Case) -> bool:
    """Tell whether stage 2 of a case can be opened: its municipality has one, and the case was not refused."""
    decided = case.decision is not None and case.decision.kind in AGREED
    return decided and has_stage_2(turn.pack_of(case))


def ask(turn: Turn, case: Case) -> Outcome:
    """Show what the association will hear when stage 2 is opened, with the button that opens it."""
    if (refused := _refused(turn, case)) is not None:
        return refused
    offers = (
        turn.offer("agreement.open_it", "desk.agree_open", case.reference),
        turn.offer("common.cancel", "desk.agree_not", case.reference),
    )
    known = {"reference": case.reference, "name": turn.event.sender.name}
    head = turn.say("agreement.preview", **known, language_name=_language_name(turn, case))
    return what_follows.ask_under_card(turn.at(case=case.reference), case, f"{head}\n\n{told(turn, case)}", offers)


def open_it(turn: Turn, case: Case) -> Outcome:
    """Open stage 2 and tell the association, if nobody has done so meanwhile."""
    if (refused := _refused(turn, case)) is not None:
        return refused
    if case.agreement is not None:
        return what_follows.say(turn, case, turn.say("agreement.is_open", reference=case.reference))
    changed = draft.opened(after(case, CaseAct.AGREE, turn.now), turn.now)
    outcome = what_follows.done(turn, case, changed, CaseAct.AGREE, "agreement.opened_noted")
    return outcome.but(replies=(*outcome.replies, _to_association(turn, changed)))


def not_now(turn: Turn, case: Case) -> Outcome:
    """Leave stage 2 closed."""
    return what_follows.say(turn, case, turn.say("agreement.not_opened", reference=case.reference))


def told(turn: Turn, case: Case) -> str:
    """What the association hears, in its language, as HTML."""
    language, pack = chat_language(turn, case), turn.pack_of(case)
    known = {"reference": case.reference, "title": case.title, "municipality": words(pack.name, language)}
    return texts.say(language, "agreement.opened", **known)


def receipt(turn: Turn, case: Case) -> Receipt:
    """What the desk hears of a message to the association: that it arrived, or that it did not."""
    known = {"reference": case.reference}
    delivered, refused = turn.say("desk.delivered", **known), turn.say("desk.undelivered", **known)
    doubtful = turn.say("desk.doubtful", **known, closed=False)
    return Receipt(turn.event.sender.chat, delivered, refused, case.reference, doubtful)


def _refused(turn: Turn, case: Case) -> Outcome | None:
    refused = refusal(case, CaseAct.AGREE, turn.event.sender.user)
    if refused is not None:
        return what_follows.say(turn, case, what_follows.why_not(turn, case, refused))
    if may_open(turn, case) or case.agreement is not None:
        return None
    key = "not_chosen" if has_stage_2(turn.pack_of(case)) else "none_here"
    return what_follows.say(turn, case, turn.say(f"agreement.{key}", reference=case.reference))


def _to_association(turn: Turn, case: Case) -> Reply:
    label = texts.plain(chat_language(turn, case), "agreement.begin_now")
    offers = (Offer(label, Action("agreement", case.reference)),)
    key = f"agreement:{case.reference}"
    return Reply(told(turn, case), offers, case.chat, about=case.reference, key=key, receipt=receipt(turn, case))


def _language_name(turn: Turn, case: Case) -> str:
    return turn.plain(f"desk.language_{chat_language(turn, case)}")
