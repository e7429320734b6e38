"""What associations are told when a navigator changed a call: what is so now, and what was so before.

The news are rows like reminders, one a chat and change, so that each is told once, and by day. Those that wait together
become one. They tell of what the call is when they come; where it is again as it was, nothing is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from dialogs.conversation.turn import Turn
from dialogs.deadlines.calls.joining import moment_of
from dialogs.records.reminder import Reminder, wall_time
from dialogs.records.staff.call import NO_PITCH, Call, subject_of
from knowledge.municipality.pack import Pack, Round

NEWS = "call-news"
WHAT = ("state", "deadline", "pitch", "place", "language")
"""The changes that are told, in the order in which they are; how late proposals are met is said when it matters."""


@dataclass(frozen=True, slots=True)
class News:
    """What is told of one call: `was` has what each thing that changed was before."""

    pack: Pack
    around: Round
    was: dict[str, str]


def as_told(around: Round, *, is_open: bool) -> dict[str, str]:
    """Return how a round stands, as far as it is told: texts that can be compared and kept."""
    return {
        "state": "open" if is_open else "closed",
        "deadline": wall_time(around.deadline),
        "pitch": wall_time(around.pitch) if around.pitch else NO_PITCH,
        "place": around.place,
        "language": around.language,
    }


def planted(call: Call, chat: int, before: dict[str, str], now: datetime, zone: str) -> Reminder:
    """Return the row of the news of a call for one chat. `before` is how it stood, as far as that has changed."""
    subject = subject_of(call.municipality, call.round)
    told = "\n".join(f"{what}={before[what]}" for what in WHAT if what in before)
    return Reminder(f"{subject}:{call.version}:{chat}", chat, NEWS, subject, now.astimezone(UTC), "", told, zone)


def read(turn: Turn, waiting: Sequence[Reminder]) -> tuple[News, ...]:
    """Return what is to be told of the news that are due, one for each call; none where nothing is left to tell."""
    by_call: dict[str, dict[str, str]] = {}
    for item in waiting:
        was = by_call.setdefault(item.subject, {})
        for line in item.about.splitlines():
            what, _, value = line.partition("=")
            was.setdefault(what, value)
    rounds = {subject_of(pack.id, one.id): (pack, one) for pack in turn.world.packs.values() for one in pack.rounds}
    found = (_still(turn, *rounds[subject], was) for subject, was in by_call.items() if subject in rounds)
    return tuple(news for news in found if news.was)


def _still(turn: Turn, pack: Pack, around: Round, was: dict[str, str]) -> News:
    now = as_told(around, is_open=around.is_open(turn.now))
    return News(pack, around, {what: value for what, value in was.items() if now.get(what, value) != value})


def text(turn: Turn, news: News) -> str:
    """What is told of one call, as HTML."""
    pack, around = news.pack, news.around
    opened = around.is_open(turn.now)
    return turn.say(
        "calls.news",
        round_name=turn.words(around.name),
        changed=list(news.was),
        is_open=opened,
        deadline=around.deadline,
        deadline_was=moment_of(pack, news.was["deadline"]) if "deadline" in news.was else around.deadline,
        pitch=around.pitch,
        minutes=around.pitch_minutes,
        place=around.place,
        languages=languages_of(turn, around),
        clock_place=turn.words(pack.place_time),
    )


def languages_of(turn: Turn, around: Round) -> list[str]:
    """The languages of a pitch by their names, none where nobody has said."""
    return [turn.plain(f"desk.language_{code}") for code in around.language.split(",") if code]
