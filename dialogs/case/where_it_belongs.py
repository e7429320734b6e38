"""The question where words or files belong that nobody asked for: to a case, to the question in hand, to a new need."""

from collections.abc import Mapping
from functools import cache

from dialogs import texts
from dialogs.case import follow, own_cases, relaying
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome, Session
from dialogs.conversation.turn import Turn, Words, before
from dialogs.conversation.typed import simplified
from dialogs.finding import need
from dialogs.incoming import phrases
from dialogs.records.case import Case, Stray
from dialogs.records.case_states import OPEN

MOST_CASES = 5
"""How many cases a choice offers, newest first, a button each: more are a page to read; a reference can be typed."""
LONGEST_QUOTE = 300
"""In characters: so much of what waits is said back, enough to know it again."""
_OF_A_CASE = {"case": follow.open_case, "case.write": follow.write, "case.withdraw": follow.withdraw}


def are_asked_about(session: Session) -> bool:
    """Whether the newest question is where something belongs."""
    return bool(session.offers) and session.offers[0].action.verb == "stray.case"


def answered(turn: Turn, text: str, chosen: tuple[Offer, ...]) -> Outcome | None:
    """Take an answer to the question where something belongs that is not one button's words; None for others."""
    if not are_asked_about(turn.session):
        return None
    meant = [offer.action.argument for offer in turn.session.offers if offer.action.verb == "stray.case"]
    picked = [offer.action.argument for offer in chosen if offer.action.verb == "stray.case"]
    if len(picked) > 1 and len(picked) == len(chosen):
        return to_cases(turn, " ".join(picked))
    agreed = phrases.agrees(text)
    if agreed is not None:
        return dropped(turn) if not agreed else to_case(turn, meant[0]) if len(meant) == 1 else ask(turn)
    way = _ways_of_a_case().get(simplified(text), "")
    hand = own_cases.own(turn, turn.session.case)
    if way == "go":
        return turn.go("start")
    return _OF_A_CASE[way](turn, hand.reference) if way and hand else None


def ask(turn: Turn) -> Outcome:
    """Ask where what waits belongs."""
    waiting = turn.session.strays
    words, each = words_of(waiting), ways_to_cases(turn)
    choices = (
        *each,
        *(_to_all(turn, each) if len(each) > 1 else ()),
        *(_elsewhere(turn) if words else ()),
        turn.offer("cases.stray_drop", "stray.drop"),
    )
    files = sum(item.attachment is not None for item in waiting)
    return turn.ask(turn.say("cases.stray", words=cut(words), files=files), choices)


def to_case(turn: Turn, reference: str) -> Outcome:
    """Send everything that was asked about to the contact person."""
    waiting, case = turn.session.strays, own_cases.own(turn, reference)
    if case is None or not waiting:
        return follow.write(turn, reference)
    relay = relaying.relay if turn.session.place in ("case", "case.write") else relaying.relay_beside
    return relay(without(turn), case, waiting)


def to_cases(turn: Turn, references: str) -> Outcome:
    """Send everything that was asked about to several contact persons."""
    waiting, names = turn.session.strays, references.split()
    meant = tuple(case for name in names if (case := own_cases.own(turn, name)))
    if len(meant) < 2:
        return to_case(turn, names[0])
    return relaying.relay_to_all(without(turn), meant, waiting) if waiting else turn.go("proposals")


def to_question(turn: Turn, _argument: str = "") -> Outcome:
    """Take the words that were asked about as the answer to the question in hand. A file is no answer."""
    waiting, place = turn.session.strays, turn.places[turn.session.place]
    outcome = place.said(without(turn), words_of(waiting))
    return _without_files(turn, waiting, outcome)


def to_need(turn: Turn, _argument: str = "") -> Outcome:
    """Read the words that were asked about as a new need. A need has no files, and that is said."""
    waiting = turn.session.strays
    text = words_of(waiting)
    outcome = need.heard(without(turn).at(case=""), text) if text else without(turn).go("need")
    return _without_files(turn, waiting, outcome)


def dropped(turn: Turn, _argument: str = "") -> Outcome:
    """Forget what was asked about, and say so."""
    return before(turn.say("cases.stray_dropped"), without(turn).present())


def ways_to_cases(turn: Turn) -> tuple[Offer, ...]:
    """A button for each case that something can be added to."""
    return tuple(
        turn.offer("cases.stray_to_case", "stray.case", case.reference, reference=case.reference)
        for case in open_to(turn)
    )


def open_to(turn: Turn) -> tuple[Case, ...]:
    """The cases that something can be added to, that of the newest message first.

    The open ones, and whatever their state the one in hand, the one that was answered last, and those that are named.
    """
    hand = own_cases.own(turn, turn.session.case) if turn.session.place.startswith("case") else None
    meant = {case.reference for case in (hand, own_cases.newest_answer(turn)) if case}
    meant |= {case.reference for case in own_cases.mentioned(turn, words_of(turn.session.strays))}
    mine = [case for case in reversed(turn.snapshot.cases) if case.chat == turn.session.chat]
    return own_cases.newest_first(case for case in mine if case.state in OPEN or case.reference in meant)[:MOST_CASES]


def words_of(waiting: tuple[Stray, ...]) -> str:
    """The words of what waits, a line each."""
    return "\n".join(item.text for item in waiting if item.text)


def cut(words: str) -> str:
    """As much of words as is said back."""
    return words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE].rsplit(maxsplit=1)[0]} …"


def without(turn: Turn) -> Turn:
    """The turn in which nothing waits."""
    return turn.at(strays=())


def _to_all(turn: Turn, each: tuple[Offer, ...]) -> tuple[Offer, ...]:
    names = [offer.action.argument for offer in each]
    key = "cases.stray_to_both" if len(names) == 2 else "cases.stray_to_all"
    return (turn.offer(key, "stray.all", " ".join(names), names=names),)


def _elsewhere(turn: Turn) -> tuple[Offer, ...]:
    """Where words can go but to a case: to the question in hand if it takes any, else to a new need."""
    if turn.meaning is Words.ANSWER:
        return (turn.offer("cases.stray_to_question", "stray.answer"),)
    return (turn.offer("cases.stray_to_need", "stray.need"),)


def _without_files(turn: Turn, waiting: tuple[Stray, ...], outcome: Outcome) -> Outcome:
    """Say of the files among what waited that only words were taken."""
    files = sum(item.attachment is not None for item in waiting)
    return before(turn.say("common.file_left", album=files > 1), outcome) if files else outcome


@cache
def _ways_of_a_case() -> Mapping[str, str]:
    """What a case's own buttons say in any language, and their verbs."""
    ways = {"withdraw": "case.withdraw", "done": "case", "show": "case", "write": "case.write", "something_else": "go"}
    return {simplified(label): verb for key, verb in ways.items() for label in texts.in_all(f"cases.{key}")}
