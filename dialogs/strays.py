"""Words and files that nobody asked for while a case is open.

All of them are kept, in the order they came, until the person says where they belong: to which case, or to a new need.
A file that came where only words are read is offered to the cases in the same way.
"""

from dialogs import cases, need
from dialogs.card import OPEN_STATES
from dialogs.events import Said, Unreadable
from dialogs.replies import Offer
from dialogs.session import Outcome
from dialogs.turn import Turn, before, with_offers
from dialogs.values import Attachment, Case, Stray

MOST_CASES = 5
MOST_KEPT = 50
LONGEST_QUOTE = 300


def said(turn: Turn, text: str) -> Outcome:
    """Keep words that came beside a case, and ask where they belong."""
    return _kept(turn, cases.as_it_came(turn, text)) if _open_to(turn) else need.heard(turn, text)


def file_came(turn: Turn, event: Unreadable) -> Outcome:
    """Keep a file without words while a case is open, and ask where it belongs; without a case, say it is not kept."""
    if event.attachment is None or not _open_to(turn):
        return before(turn.say("common.file" if event.attachment else "common.unreadable"), turn.present())
    stray = Stray("", event.attachment, event.message)
    return _kept(turn, stray) if turn.session.place == "case" else _waiting(turn, turn.present(), stray)


def beside(turn: Turn, outcome: Outcome) -> Outcome:
    """Say what becomes of a file whose caption was read: it is kept for a case that is open, or it is not kept."""
    file = cases.as_it_came(turn, "")
    if file.attachment is None or _went_on(outcome, file.attachment):
        return outcome
    if not _open_to(turn):
        return before(turn.say("common.file_left"), outcome)
    return _waiting(turn, outcome, file)


def of_the_album(turn: Turn) -> Outcome | None:
    """Let a file go where the first of its album went, without another word; None if it is the first, or alone."""
    heard, event = turn.session.heard, turn.event
    if (
        heard is None
        or not isinstance(event, Said | Unreadable)
        or not event.album
        or heard.album != event.album
        or event.attachment is None
    ):
        return None
    text = event.text if isinstance(event, Said) else ""
    item = Stray(text, event.attachment, event.message)
    case = cases.own(turn, heard.case) if heard.place == "case.write" else None
    if case is not None:
        relayed = cases.relay(turn, case, (item,))
        return relayed.but(session=turn.session, replies=tuple(reply for reply in relayed.replies if reply.chat))
    if turn.session.strays and _open_to(turn):
        return Outcome(turn.session.but(strays=(*turn.session.strays, item)))
    return None if text else Outcome(turn.session)


def changed(turn: Turn, message: int, text: str) -> Outcome | None:
    """Take the new words of a message that waits; None if another one was changed."""
    waiting = turn.session.strays
    if not message or all(item.message != message for item in waiting):
        return None
    strays = tuple(item.but(text=text) if item.message == message else item for item in waiting)
    changed_turn = turn.at(strays=strays)
    again = _asked(changed_turn) if turn.session.place == "case" else changed_turn.present()
    return before(turn.say("common.edit_taken"), again)


def to_case(turn: Turn, reference: str) -> Outcome:
    """Send everything that was asked about to the contact person."""
    waiting, case = waiting_of(turn), cases.own(turn, reference)
    if case is None or not waiting:
        return cases.write(turn, reference)
    relay = cases.relay if turn.session.place in ("case", "case.write") else cases.relay_beside
    return relay(_without(turn), case, waiting)


def to_need(turn: Turn, _argument: str = "") -> Outcome:
    """Read the words that were asked about as a new need. A need has no files, and that is said."""
    waiting = waiting_of(turn)
    text = "\n".join(item.text for item in waiting if item.text)
    outcome = need.heard(_without(turn).at(case=""), text) if text else _without(turn).go("need")
    files = any(item.attachment for item in waiting)
    return before(turn.say("common.file_left"), outcome) if files else outcome


def dropped(turn: Turn, _argument: str = "") -> Outcome:
    """Forget what was asked about, and say so."""
    return before(turn.say("cases.stray_dropped"), _without(turn).present())


def waiting_of(turn: Turn) -> tuple[Stray, ...]:
    """What waits; an older program kept the last words only, among the facts."""
    older = turn.session.facts.get("stray", "")
    return (*((Stray(older),) if older else ()), *turn.session.strays)


def _kept(turn: Turn, stray: Stray) -> Outcome:
    if len(waiting_of(turn)) >= MOST_KEPT:
        return before(turn.say("cases.stray_too_many"), _asked(turn))
    return _asked(turn.at(strays=(*turn.session.strays, stray)))


def _waiting(turn: Turn, outcome: Outcome, stray: Stray) -> Outcome:
    """Keep a file beside the question in hand, with a button for each case that it can go to."""
    kept = outcome.but(session=outcome.session.but(strays=(*outcome.session.strays, stray)))
    return with_offers(before(turn.say("cases.file_waits"), kept), *_to_cases(turn))


def _asked(turn: Turn) -> Outcome:
    waiting = waiting_of(turn)
    words = "\n".join(item.text for item in waiting if item.text)
    choices = (
        *_to_cases(turn),
        *((turn.offer("cases.stray_to_need", "stray.need"),) if words else ()),
        turn.offer("cases.stray_drop", "stray.drop"),
    )
    files = sum(item.attachment is not None for item in waiting)
    return turn.ask(turn.say("cases.stray", words=_cut(words), files=files), choices)


def _to_cases(turn: Turn) -> tuple[Offer, ...]:
    return tuple(
        turn.offer("cases.stray_to_case", "stray.case", case.reference, reference=case.reference)
        for case in _open_to(turn)
    )


def _open_to(turn: Turn) -> tuple[Case, ...]:
    """The cases that something can be added to: the one in hand first, whatever its state, then the open ones."""
    hand = cases.own(turn, turn.session.case)
    others = [case for case in reversed(turn.snapshot.cases) if case.state in OPEN_STATES]
    listed = [*([hand] if hand and turn.session.place.startswith("case") else []), *others]
    mine = {case.reference: case for case in listed if case.chat == turn.session.chat}
    return tuple(mine.values())[:MOST_CASES]


def _went_on(outcome: Outcome, attachment: Attachment) -> bool:
    kept = any(item.attachment == attachment for item in outcome.session.strays)
    return kept or any(reply.attachment == attachment for reply in outcome.replies)


def _without(turn: Turn) -> Turn:
    return turn.at(strays=(), facts=turn.facts_without("stray"))


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE].rsplit(maxsplit=1)[0]} …"
