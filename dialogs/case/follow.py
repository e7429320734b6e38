"""A case as the association sees it: status, owner's role, next step; adding to it, withdrawing it.

Words for a case are relayed at once and kept; several cases of one chat never mix, because each message names its own.
"""

import re
from collections.abc import Iterable

from dialogs import texts
from dialogs.conversation import statements
from dialogs.conversation.effects import AddMessage, Effect
from dialogs.conversation.events import Said, Unreadable
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Heard, Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.desk import from_association, what_follows
from dialogs.desk.card import desk_language
from dialogs.records.case import Case, CaseMessage, Stray
from dialogs.records.case_changes import after, refusal
from dialogs.records.case_states import CaseAct


def offers(turn: Turn, case: Case) -> tuple[Offer, ...]:
    """What the association can do with its case."""
    write = turn.offer("cases.write", "case.write", case.reference)
    withdraw = turn.offer("cases.withdraw", "case.withdraw", case.reference)
    return (
        turn.offer("cases.show", "case", case.reference),
        write,
        *((withdraw,) if refusal(case, CaseAct.WITHDRAW) is None else ()),
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
    return _passed_on(turn, as_it_came(turn, text))


def as_it_came(turn: Turn, text: str) -> Stray:
    """Words with the file that they stood under and the number of their message."""
    event = turn.event
    return Stray(text, event.attachment if isinstance(event, Said) else None, getattr(event, "message", 0))


def attached(turn: Turn, event: Unreadable) -> Outcome:
    """Relay a photo, a file or a voice message to the desk."""
    return _passed_on(turn, Stray("", event.attachment, event.message))


def relay(turn: Turn, case: Case, items: tuple[Stray, ...]) -> Outcome:
    """Pass something on to the navigators, item by item, under the card of its case."""
    turn = turn.at(case=case.reference, heard=_went_to(turn, case))
    said_so = turn.say("cases.relayed", reference=case.reference)
    heard = from_association.heard(turn, case)
    outcome = turn.ask(said_so, offers(turn, heard), effects=_added(turn, case, items), place="case")
    return outcome.but(replies=(*outcome.replies, *_forwarded(turn, case, items)))


def relay_beside(turn: Turn, case: Case, items: tuple[Stray, ...]) -> Outcome:
    """Pass something on and return to the question in hand, which has nothing to do with the case."""
    asked = before(turn.say("cases.relayed", reference=case.reference), turn.present())
    outcome = also(asked, *_added(turn, case, items))
    return outcome.but(replies=(*outcome.replies, *_forwarded(turn, case, items)))


def relay_to_all(turn: Turn, meant: tuple[Case, ...], items: tuple[Stray, ...]) -> Outcome:
    """Pass the same on to several cases, and return to the question in hand."""
    said_so = [turn.say("cases.relayed", reference=case.reference) for case in meant]
    outcome = before("\n".join(said_so), turn.present())
    effects = [effect for case in meant for effect in _added(turn, case, items)]
    replies = [reply for case in meant for reply in _forwarded(turn, case, items)]
    return also(outcome, *effects).but(replies=(*outcome.replies, *replies))


def newest_answer(turn: Turn) -> Case | None:
    """The case whose answer from a navigator is the newest thing in the chat; None if something was asked since."""
    asked = turn.session.asked_at
    answered = [case for case in turn.snapshot.cases if case.answered_at and asked and case.answered_at > asked]
    mine = [case for case in answered if case.chat == turn.session.chat]
    return max(mine, key=lambda case: case.answered_at or turn.now, default=None)


def newest_first(listed: Iterable[Case]) -> tuple[Case, ...]:
    """Cases in the order of their newest messages, the newest first."""
    return tuple(sorted(listed, key=_touched, reverse=True))


def named(turn: Turn, text: str) -> tuple[tuple[Case, ...], str]:
    """The cases of this chat whose references a text begins with, in its order, and the words that follow them."""
    found: tuple[Case, ...] = ()
    while (case := _named_first(turn, text)) is not None:
        found, text = (*found, case[0]), case[1]
    return tuple(dict.fromkeys(found)), text


def mentioned(turn: Turn, text: str) -> tuple[Case, ...]:
    """The cases of this chat whose references stand anywhere in a text."""
    words = set(re.findall(r"\w+", text.upper()))
    return tuple(case for case in turn.snapshot.cases if case.reference in words and own(turn, case.reference))


def changed(turn: Turn, message: int, text: str) -> Outcome | None:
    """Tell the desk that words which were relayed were changed; None if the message went to no case of this chat."""
    for case in turn.snapshot.cases:
        told = [item for item in case.messages if item.message == message and item.author == "association"]
        if message and told and own(turn, case.reference):
            return _changed(turn, case, told[-1], text)
    return None


def _changed(turn: Turn, case: Case, told: CaseMessage, text: str) -> Outcome:
    language = desk_language(turn.world.packs[case.municipality])
    words = texts.plain(language, "desk.changed_words", text=text)
    if told.text in (text, words):
        return Outcome(turn.session)
    chat = turn.desk_of(case.municipality)
    outcome = turn.tell(
        turn.say("cases.change_relayed", reference=case.reference),
        effects=(AddMessage(case.reference, told.but(text=words, at=turn.now, attachment=None)),),
    )
    return outcome.but(replies=(*outcome.replies, *from_association.passed_on(turn, case, words, None, chat)))


def _passed_on(turn: Turn, item: Stray) -> Outcome:
    case = own(turn, turn.session.case)
    return relay(turn, case, (item,)) if case else turn.go("proposals")


def _went_to(turn: Turn, case: Case) -> Heard | None:
    heard = turn.session.heard
    return heard.but(place="case.write", case=case.reference) if heard else None


def _added(turn: Turn, case: Case, items: tuple[Stray, ...]) -> tuple[Effect, ...]:
    heard = from_association.heard(turn, case)
    said_so = (
        CaseMessage("association", item.text, turn.now, attachment=item.attachment, message=item.message)
        for item in items
    )
    saved = what_follows.effects(turn, case, heard, CaseAct.WRITE) if heard is not case else ()
    return (*saved, *(AddMessage(case.reference, message) for message in said_so))


def _forwarded(turn: Turn, case: Case, items: tuple[Stray, ...]) -> tuple[Reply, ...]:
    chat, heard = turn.desk_of(case.municipality), from_association.heard(turn, case)
    each = (from_association.passed_on(turn, heard, item.text, item.attachment, chat) for item in items)
    news = what_follows.cards(turn, case, heard, CaseAct.WRITE) if heard is not case else ()
    return (*(reply for replies in each for reply in replies), *news)


def _touched(case: Case) -> float:
    moments = (case.opened_at, case.written_at, case.answered_at)
    return max((moment.timestamp() for moment in moments if moment), default=0.0)


def _named_first(turn: Turn, text: str) -> tuple[Case, str] | None:
    """The case whose reference a text begins with, and the words that follow it; None if it begins otherwise."""
    leading = f"{turn.plain('cases.naming_words')},{turn.plain('cases.joining_words')}"
    before_it = "|".join(re.escape(word) for word in leading.split(","))
    for case in turn.snapshot.cases:
        match = re.match(rf"(?:(?:{before_it})\W+)*{case.reference}\b\W*", text, re.IGNORECASE)
        if match and own(turn, case.reference):
            return case, text[match.end() :]
    return None


def withdraw(turn: Turn, reference: str) -> Outcome:
    """Ask before a case is withdrawn. One that cannot be withdrawn any more is shown, and its state says why."""
    case = own(turn, reference)
    if case is None or refusal(case, CaseAct.WITHDRAW) is not None:
        return open_case(turn, reference)
    sure = (
        turn.offer("cases.withdraw_yes", "case.withdrawn", reference),
        turn.offer("common.cancel", "case", reference),
    )
    return turn.ask(turn.say("cases.withdraw_ask", reference=reference), sure, place="case", case=reference)


def withdrawn(turn: Turn, reference: str) -> Outcome:
    """Withdraw a case and tell the desk."""
    case = own(turn, reference)
    if case is None or refusal(case, CaseAct.WITHDRAW) is not None:
        return open_case(turn, reference)
    changed = after(case, CaseAct.WITHDRAW, turn.now)
    news = what_follows.note(turn, changed, "desk.withdrawn", turn.desk_of(case.municipality))
    outcome = turn.ask(
        turn.say("cases.withdrawn", reference=reference),
        (turn.offer("cases.something_else", "go", "start"),),
        effects=what_follows.effects(turn, case, changed, CaseAct.WITHDRAW),
        place="start",
        case="",
    )
    posted = what_follows.cards(turn, case, changed, CaseAct.WITHDRAW)
    return outcome.but(replies=(*outcome.replies, *posted, *news))


def own(turn: Turn, reference: str) -> Case | None:
    """Return a case of this chat by its reference; another chat's case is none of its business."""
    known = (turn.snapshot.case, *turn.snapshot.cases)
    return next(
        (item for item in known if item and item.reference == reference and item.chat == turn.session.chat),
        None,
    )
