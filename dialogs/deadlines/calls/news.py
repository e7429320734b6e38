"""What associations are told when a navigator changed a call: what is so now, and what was so before.

The news are rows like reminders, one a chat and change, so that each is told once, and by day. Those that wait together
become one. They tell of what the call is when they come; where it is again as it was, nothing is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dialogs.conversation.own_proposals import standing, title
from dialogs.conversation.replies import Offer
from dialogs.conversation.turn import Turn
from dialogs.deadlines.calls.joining import moment_of
from dialogs.records.reminder import Reminder, wall_time
from dialogs.records.staff.call import NO_PITCH, Call, subject_of
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Pack, Round
from knowledge.reminders.slot import slot_of

NEWS = "call-news"
SLOT = "slot "
"""What the time of a proposal in a pitch is called among what can change: this, and the proposal's id."""
SWAP, NO_SWAP = "swap", "no-swap"
"""What one is asked: to change times with another (the id of the swap and one's own proposal), or that it came to
nothing (one's own proposal)."""
YES, NO = "pitch.swap_yes", "pitch.swap_no"
"""The verbs: yes and no to a swap, with the id of the swap and one's own proposal."""
PRACTISE = "pitch.timer"
"""The verb that lets a clock run to practise a pitch with (`dialogs/pitch/timer.py`)."""
PREPARE = "pitch.outline"
"""The verb that opens the outline of a proposal's pitch (`dialogs/pitch/outline/`)."""
WHAT = ("state", "deadline", "pitch", "place", "language", "decision")
"""The changes that are told, in the order in which they are; how late proposals are met is said when it matters."""


@dataclass(frozen=True, slots=True)
class News:
    """What is told of one call: `was` has what each thing that changed was before."""

    pack: Pack
    around: Round
    was: dict[str, str]

    @property
    def slots(self) -> tuple[str, ...]:
        """The proposals whose own time in the pitch changed."""
        return tuple(what.removeprefix(SLOT) for what in self.was if what.startswith(SLOT))

    @property
    def swap(self) -> tuple[str, str] | None:
        """The swap that is asked about and the proposal that would change its time, None if none is."""
        swap, _, proposal = self.was.get(SWAP, "").partition(" ")
        return (swap, proposal) if proposal else None


def as_told(around: Round, *, is_open: bool) -> dict[str, str]:
    """Return how a round stands, as far as it is told: texts that can be compared and kept."""
    return {
        "state": "open" if is_open else "closed",
        "deadline": wall_time(around.deadline),
        "pitch": wall_time(around.pitch) if around.pitch else NO_PITCH,
        "place": around.place,
        "language": around.language,
        "decision": around.decision.date().isoformat() if around.decision else NO_PITCH,
    }


def slots_as_told(around: Round) -> dict[str, str]:
    """Return the times of proposals in a round's pitch, as texts that can be compared and kept."""
    return {f"{SLOT}{slot.proposal}": wall_time(slot.at) for slot in around.slots}


def planted(call: Call, chat: int, before: dict[str, str], now: datetime, zone: str) -> Reminder:
    """Return the row of the news of a call for one chat. `before` is how it stood, as far as that has changed, and what
    this chat is asked.
    """
    subject = subject_of(call.municipality, call.round)
    others = (what for what in before if what not in WHAT)
    told = "\n".join(f"{what}={before[what]}" for what in (*WHAT, *others) if what in before)
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
    now = as_told(around, is_open=around.is_open(turn.now)) | slots_as_told(around)
    changed = {what: value for what, value in was.items() if now.get(what, _unless_known(what, value)) != value}
    return News(pack, around, changed | _asked(turn, pack, around, was))


def _unless_known(what: str, value: str) -> str:
    """What a thing is that the round does not say: no time for a proposal that has none, as it was for all else."""
    return NO_PITCH if what.startswith(SLOT) else value


def _asked(turn: Turn, pack: Pack, around: Round, was: dict[str, str]) -> dict[str, str]:
    """What of the questions about a swap still stands: it waits for this answer, or it came to nothing."""
    call = next((item for item in turn.world.calls if (item.municipality, item.round) == (pack.id, around.id)), None)
    swap, _, proposal = was.get(SWAP, "").partition(" ")
    asked = call.swap if call else None
    waits = asked is not None and asked.id == swap and proposal not in asked.agreed
    return {what: value for what, value in was.items() if what == NO_SWAP or (what == SWAP and waits)}


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
        decision=around.decision,
        decision_was=_day_before(news),
        languages=languages_of(turn, around),
        clock_place=turn.words(pack.place_time),
        slots=[_slot(turn, news, proposal) for proposal in news.slots],
        swap=_swap(turn, news),
        unswapped=_titled(turn, news.was[NO_SWAP]) if NO_SWAP in news.was else "",
    )


def _day_before(news: News) -> date | None:
    """The day by which it was to be decided before, None if none was named."""
    was = news.was.get("decision", NO_PITCH)
    return date.fromisoformat(was) if was != NO_PITCH else None


def asked_offers(turn: Turn, news: News) -> tuple[Offer, ...]:
    """The buttons of a question about a swap; none where nothing is asked."""
    if news.swap is None:
        return ()
    argument = " ".join(news.swap)
    return (turn.offer("pitch.yes", YES, argument), turn.offer("pitch.no", NO, argument))


def own_slot(turn: Turn, pack: Pack, around: Round, proposal: str) -> dict[str, object]:
    """What is said of the time that a proposal has in the pitch; `at` is None where it has none."""
    slot, known = slot_of(around.slots, proposal), turn.proposal_by_id(proposal)
    return {
        "title": _titled(turn, proposal),
        "at": slot.at if slot else None,
        "minutes": (slot.until - slot.at) // timedelta(minutes=1) if slot else 0,
        "needs": _needs(turn, pack, proposal),
        "unseen": known is not None and not known.case,
    }


def _slot(turn: Turn, news: News, proposal: str) -> dict[str, object]:
    was = news.was[f"{SLOT}{proposal}"]
    before = moment_of(news.pack, was) if was != NO_PITCH else None
    return {**own_slot(turn, news.pack, news.around, proposal), "was": before}


def _swap(turn: Turn, news: News) -> dict[str, object] | None:
    """The time that a proposal has and the one that it would have, None if nothing is asked."""
    calls = (item for item in turn.world.calls if (item.municipality, item.round) == (news.pack.id, news.around.id))
    call = next(calls, None)
    if news.swap is None or call is None or call.swap is None:
        return None
    other = slot_of(news.around.slots, call.swap.other(news.swap[1]))
    return {**own_slot(turn, news.pack, news.around, news.swap[1]), "to": other.at if other else None}


def _titled(turn: Turn, proposal: str) -> str:
    known = turn.proposal_by_id(proposal)
    return title(turn, known) if known else ""


def _needs(turn: Turn, pack: Pack, proposal: str) -> str:
    """What an association has answered that it needs when it pitches, empty for nothing."""
    known, field = turn.proposal_by_id(proposal), pack.field_that_means(Meaning.PITCH)
    answer = standing(known, field) if known and field else None
    return str(answer.value["needs"]) if answer and answer.state == "given" else ""


def languages_of(turn: Turn, around: Round) -> list[str]:
    """The languages of a pitch by their names, none where nobody has said."""
    return [turn.plain(f"desk.language_{code}") for code in around.language.split(",") if code]
