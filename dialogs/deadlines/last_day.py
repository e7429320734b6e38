"""The last day of a round in words."""

from datetime import datetime

from dialogs.conversation.turn import Turn
from knowledge.municipality.pack import Pack, Status


def deadline_line(turn: Turn) -> str:
    """The last day in words, or that no round is open; empty where a municipality has no rounds at all."""
    pack = turn.home
    if not pack.rounds:
        return ""
    opened = pack.open_round(turn.now)
    if opened is None:
        return turn.say("dates.none_open", **_rounds_not_open(turn, pack))
    left = (opened.deadline.date() - turn.local.date()).days
    return turn.say("dates.deadline", at=opened.deadline, place=turn.words(pack.place_time), left=left)


def _rounds_not_open(turn: Turn, pack: Pack) -> dict[str, datetime | None]:
    """What is known of rounds that are not open: when the next one opens, a last day ahead, the last that is over."""
    ahead = [item for item in pack.rounds if turn.now <= item.deadline]
    opening = [item.opens for item in ahead if item.status is Status.OPEN and item.opens and turn.now < item.opens]
    return {
        "opens": min(opening, default=None),
        "ahead": min((item.deadline for item in ahead), default=None),
        "last": max((item.deadline for item in pack.rounds if item.deadline < turn.now), default=None),
    }
