"""A case as the association sees it: status, owner's role, next step; adding to it, withdrawing it.

Words for a case are relayed at once and kept; several cases of one chat never mix, because each message names its own.
"""

from dialogs import desk, need, statements
from dialogs.card import OPEN_STATES, card
from dialogs.effects import AddMessage, SaveCase
from dialogs.events import Said, Unreadable
from dialogs.replies import Offer, Reply
from dialogs.session import Outcome
from dialogs.turn import Turn
from dialogs.values import Attachment, Case, CaseMessage


def offers(turn: Turn, case: Case) -> tuple[Offer, ...]:
    """What the association can do with its case."""
    write = turn.offer("cases.write", "case.write", case.reference)
    withdraw = (turn.offer("cases.withdraw", "case.withdraw", case.reference),) if case.state in OPEN_STATES else ()
    return (
        turn.offer("cases.show", "case", case.reference),
        write,
        *withdraw,
        turn.offer("cases.something_else", "go", "start"),
    )


def open_case(turn: Turn, reference: str) -> Outcome:
    """Show one case of this chat."""
    return turn.go("case", case=reference) if own(turn, reference) else turn.go("proposals")


def ask(turn: Turn) -> Outcome:
    """Show the status: state, who has it since when, what happens next."""
    case = own(turn, turn.session.case)
    if case is None:
        return turn.go("proposals")
    text = turn.say(
        "cases.status",
        reference=case.reference,
        title=case.title,
        state=statements.about_case(turn, case),
        taken=bool(case.owner),
        opened=case.opened_at.astimezone(turn.home.zone) if case.opened_at else turn.local,
        answer=statements.about_answer(turn, case),
        closing=case.closing,
    )
    return turn.ask(text, offers(turn, case))


def write(turn: Turn, reference: str) -> Outcome:
    """Ask for words to the contact person about this case."""
    return turn.go("case.write", case=reference) if own(turn, reference) else turn.go("proposals")


def ask_words(turn: Turn) -> Outcome:
    """Ask what to add to the case."""
    if own(turn, turn.session.case) is None:
        return turn.go("proposals")
    return turn.ask(
        turn.say("cases.write_now", reference=turn.session.case),
        (turn.offer("cases.done", "case", turn.session.case),),
    )


def said(turn: Turn, text: str) -> Outcome:
    """Relay words to the desk and keep them with the case."""
    case = own(turn, turn.session.case)
    if case is None:
        return turn.go("proposals")
    return relay(turn, case, text, turn.event.attachment if isinstance(turn.event, Said) else None)


def attached(turn: Turn, event: Unreadable) -> Outcome:
    """Relay a photo, a file or a voice message to the desk."""
    case = own(turn, turn.session.case)
    if case is None or event.attachment is None:
        return turn.present()
    return relay(turn, case, "", event.attachment)


def relay(turn: Turn, case: Case, text: str, attachment: Attachment | None) -> Outcome:
    """Pass something on to the navigators, under the card of its case."""
    message = CaseMessage("association", text, turn.now, attachment=attachment)
    chat = turn.snapshot.staff.get(case.municipality, 0)
    heard = desk.heard(turn, case)
    changed = heard is not case
    news = (card(turn, heard, chat),) if changed else ()
    forwarded = (*desk.from_association(turn, heard, text, attachment, chat), *news)
    effects = (*((SaveCase(heard, case.version),) if changed else ()), AddMessage(case.reference, message))
    turn = turn.at(case=case.reference)
    outcome = turn.ask(
        turn.say("cases.relayed", reference=case.reference), offers(turn, heard), effects=effects, place="case"
    )
    return outcome.but(replies=(*outcome.replies, *forwarded))


def stray(turn: Turn, text: str) -> Outcome:
    """Ask what words beside a case are meant for: the contact person, or a need of their own."""
    case = own(turn, turn.session.case)
    if case is None:
        return stray_to_need(turn.at(facts={**turn.session.facts, "stray": text}))
    choices = (
        turn.offer("cases.stray_to_case", "stray.case", case.reference, reference=case.reference),
        turn.offer("cases.stray_to_need", "stray.need"),
    )
    return turn.ask(turn.say("cases.stray"), choices, facts={**turn.session.facts, "stray": text})


def stray_to_case(turn: Turn, reference: str) -> Outcome:
    """Send the words that were asked about to the contact person."""
    text, kept = _stray(turn)
    return said(kept.at(case=reference), text) if text else write(turn, reference)


def stray_to_need(turn: Turn, _argument: str = "") -> Outcome:
    """Read the words that were asked about as a new need."""
    text, kept = _stray(turn)
    return need.heard(kept, text) if text else turn.go("need")


def _stray(turn: Turn) -> tuple[str, Turn]:
    facts = dict(turn.session.facts)
    text = facts.pop("stray", "")
    return text, turn.at(facts=facts)


def withdraw(turn: Turn, reference: str) -> Outcome:
    """Ask before a case is withdrawn."""
    if own(turn, reference) is None:
        return turn.go("proposals")
    sure = (
        turn.offer("cases.withdraw_yes", "case.withdrawn", reference),
        turn.offer("common.cancel", "case", reference),
    )
    return turn.ask(turn.say("cases.withdraw_ask", reference=reference), sure, place="case", case=reference)


def withdrawn(turn: Turn, reference: str) -> Outcome:
    """Withdraw a case and tell the desk."""
    case = own(turn, reference)
    if case is None or case.state not in OPEN_STATES:
        return turn.present()
    changed = case.but(state="withdrawn", closed_at=turn.now, version=case.version + 1)
    chat = turn.snapshot.staff.get(case.municipality, 0)
    posts: tuple[Reply, ...] = (
        (card(turn, changed, chat), *desk.note(turn, changed, "desk.withdrawn", chat)) if chat else ()
    )
    outcome = turn.ask(
        turn.say("cases.withdrawn", reference=reference),
        (turn.offer("cases.something_else", "go", "start"),),
        effects=(SaveCase(changed, case.version),),
        place="start",
        case="",
    )
    return outcome.but(replies=(*outcome.replies, *posts))


def own(turn: Turn, reference: str) -> Case | None:
    """Return a case of this chat by its reference; another chat's case is none of its business."""
    known = (turn.snapshot.case, *turn.snapshot.cases)
    return next(
        (item for item in known if item and item.reference == reference and item.chat == turn.session.chat),
        None,
    )
