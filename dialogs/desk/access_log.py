"""The log of a case: who at the municipality saw it or did something with it, and when."""

from dialogs.cards import access
from dialogs.cards.case_at_hand import case_at_hand
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.desk.listing import case_named
from dialogs.records.case import Case
from dialogs.records.for_a_time.access import DAYS_OF_A_YEAR, KEPT, LOG, Access

COMMAND = "log"
SHOWN = 30
"""How many entries are shown, the newest: two screens of a phone; whoever needs older ones asks the operator."""


def show(turn: Turn, wanted: str = "") -> Outcome:
    """Show the log of the case that is named or whose message is answered; without one, of what concerned all cases.

    Whoever looks at that of a case stands in it from then on.
    """
    case = case_meant(turn, wanted)
    if case is None:
        text = turn.say("access.which") if wanted.strip() else _log(turn, "")
        return Outcome(turn.session, (Reply(text),))
    shown = Reply(_log(turn, case.reference), about=case.reference, under_card=True)
    return Outcome(turn.session, (shown,), access.noted(turn, case, LOG))


def case_meant(turn: Turn, wanted: str) -> Case | None:
    """The case whose log is wanted, None if it is that of all cases, or of none that there is."""
    if wanted.strip():
        return case_named(turn, wanted)
    return case_at_hand(turn) if turn.event.sender.reply_to is not None else None


def _log(turn: Turn, reference: str) -> str:
    listed, years = turn.snapshot.accesses, KEPT.days // DAYS_OF_A_YEAR
    zone = turn.world.packs[turn.event.sender.staff].zone
    rows = [(item.at.astimezone(zone), _who(turn, item), _did(turn, item)) for item in listed[:SHOWN]]
    return turn.say("access.log", reference=reference, rows=rows, more=len(listed) > SHOWN, years=years)


def _who(turn: Turn, item: Access) -> str:
    """The name under which somebody was noted, else what is known of them: their number, or that they are hidden."""
    if item.user <= 0:
        return turn.plain("access.lots" if item.user == 0 else "access.hidden")
    return turn.snapshot.names.get(item.user) or turn.plain("access.number", number=item.user)


def _did(turn: Turn, item: Access) -> str:
    return turn.plain(f"access.did_{item.act}")
