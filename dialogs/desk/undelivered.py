"""What did not arrive of the desk's cases: Telegram refused it, or nobody knows. Each goes once more or is let be.

Whatever a navigator does with it is noted in the case.
"""

from dialogs import texts
from dialogs.cards import access
from dialogs.cards.log import logged
from dialogs.conversation.effects import AddMessage, Effect, LetBe, SendAgain
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Outcome, Undelivered
from dialogs.conversation.turn import ABOUT_NOTHING, Turn, Words
from dialogs.conversation.typed import simplified
from dialogs.records.case import Case
from dialogs.records.for_a_time.access import LET_BE, SENT_AGAIN

COMMAND = "undelivered"
SEND, LEAVE = "undelivered.send", "undelivered.leave"
"""The verbs of its buttons; their argument is a reference and a place in the outbox."""
VERBS = frozenset({SEND, LEAVE})
SHOWN = 5
"""How many messages are shown at once, the oldest: two buttons each, one screen of a phone."""
LONGEST_SHOWN = 160
"""In characters: so much of each of them is shown, two or three lines."""
LONGEST_REASON = 200
"""In characters: so much of Telegram's own words is shown; they are seldom longer than a line."""


def is_asked_for(text: str) -> bool:
    """Tell whether words ask for what did not arrive, in any language."""
    return simplified(text) in texts.listed("undelivered.command_words")


def typed(turn: Turn, text: str) -> Outcome | None:
    """Show what did not arrive where words ask for it, None for other words."""
    return show(turn) if is_asked_for(text) else None


def show(turn: Turn, _argument: str = "") -> Outcome:
    """Show what did not arrive, with two buttons each that anybody of the group may press."""
    return _listed(turn, turn.snapshot.undelivered)


def send_again(turn: Turn, case: Case, number: str) -> Outcome:
    """Send a message once more. What comes of it is told under the card, where that was told before."""
    item = _standing(turn, case, number)
    return _done(turn, case, item, SendAgain(item.number), SENT_AGAIN) if item is not None else _gone(turn)


def let_be(turn: Turn, case: Case, number: str) -> Outcome:
    """Leave a message unsent: it is not shown any more, and what it said stands in the case."""
    item = _standing(turn, case, number)
    return _done(turn, case, item, LetBe(item.number), LET_BE) if item is not None else _gone(turn)


def _standing(turn: Turn, case: Case, number: str) -> Undelivered | None:
    found = (item for item in turn.snapshot.undelivered if item.reference == case.reference)
    return next((item for item in found if str(item.number) == number), None)


def _gone(turn: Turn) -> Outcome:
    return _listed(turn, turn.snapshot.undelivered, turn.say("undelivered.gone"))


def _done(turn: Turn, case: Case, item: Undelivered, effect: Effect, act: str) -> Outcome:
    """Do it, note it in the case, and show the others."""
    key = f"undelivered.{act}"
    others = tuple(other for other in turn.snapshot.undelivered if other != item)
    said = turn.say(key, reference=case.reference, name=turn.event.sender.name)
    noted = AddMessage(case.reference, logged(turn, case, key))
    outcome = _listed(turn, others, said)
    return outcome.but(effects=(effect, noted, *access.noted(turn, case, act)))


def _listed(turn: Turn, undelivered: tuple[Undelivered, ...], said: str = "") -> Outcome:
    shown = undelivered[:SHOWN]
    rows = [_row(turn, number, item) for number, item in enumerate(shown, 1)]
    text = turn.say("undelivered.list", rows=rows, more=len(undelivered) > SHOWN)
    # All that send come first: a number that is typed alone means the message that has it.
    both = ((SEND, "undelivered.send_again"), (LEAVE, "undelivered.let_it_be"))
    offers = tuple(_offer(turn, *one, number, item) for one in both for number, item in enumerate(shown, 1))
    session = turn.session if turn.meaning is Words.ANSWER else turn.session.but(offers=offers)
    whole = "\n\n".join(filter(None, (said, text)))
    return Outcome(session, (Reply(whole, offers, about=ABOUT_NOTHING if offers else ""),))


def _row(turn: Turn, number: int, item: Undelivered) -> dict[str, object]:
    office = turn.home.known_office(item.office) if item.office else None
    why = "doubtful" if item.doubtful else "shut_out" if item.shut_out else "refused"
    return {
        "number": number,
        "reference": item.reference,
        "office": turn.words(office.name) if office else item.office,
        "at": item.at.astimezone(turn.home.zone) if item.at else None,
        "text": texts.cut(" ".join(item.text.split()), LONGEST_SHOWN),
        "file": item.file,
        "why": turn.plain(f"undelivered.why_{why}", reason=texts.cut(item.reason, LONGEST_REASON)),
    }


def _offer(turn: Turn, verb: str, key: str, number: int, item: Undelivered) -> Offer:
    return turn.offer(key, verb, f"{item.reference} {item.number}", number=number)
