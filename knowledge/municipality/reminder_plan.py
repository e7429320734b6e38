"""What a pack says of reminders: what of it cannot be meant, and the plan that it comes to.

A row names a reminder of the common plan and changes it, or tells all of a new one, which needs words of its own. The
words have gaps such as `{{ title }}`, like the ready-made texts of a desk.
"""

from collections.abc import Iterator, Mapping

from knowledge.calendar import WAKING_FROM, WAKING_UNTIL
from knowledge.language import Language, Text
from knowledge.municipality import canned
from knowledge.municipality.coherence import Complaint
from knowledge.municipality.shape import PackShape, RungShape
from knowledge.municipality.wording_shape import WordingShape
from knowledge.reminders.plan import changed, common_kinds, merged
from knowledge.reminders.rung import DESK_PACK, DESK_ROUND, Anchor, Audience, Rung, Unit, offset

NAMES = ("title", "deadline", "pitch", "place", "minutes", "left", "days", "municipality")
"""What the words of a reminder can tell: the idea, the last day and the pitch with their hours, where the pitch is, how
long it may be, what is missing, the days that are left, and the municipality."""
DESK_NAMES = (
    *("round", "deadline", "pitch", "place", "minutes", "days"),
    *("drafts", "sent", "confirmed", "undecided", "municipality"),
)
"""What the words for navigators can tell: the round, its last day and its pitch, the days that are left, how many
drafts there are, how many are sent and confirmed by the registrar, how many cases wait for a decision."""
PACK_NAMES = ("days", "municipality")
"""What the words about the pack itself can tell."""


def has_own_words(row: RungShape) -> bool:
    """Tell whether the wording files must say what a reminder says."""
    return not row.off and (row.own_words or row.kind not in common_kinds())


def wrong_reminders(pack: PackShape) -> Iterator[Complaint]:
    """Find reminders that stand twice, lack something, come at night, or are for people who are not there then."""
    seen: set[str] = set()
    for row, item in enumerate(pack.reminders):
        if item.kind in seen:
            yield ("reminders", row), f"`{item.kind}` stands twice"
        seen.add(item.kind)
        for key, message in _wrong(item):
            yield ("reminders", row, key), message


def _wrong(item: RungShape) -> Iterator[tuple[str, str]]:
    """The key of each mistake of a row, and what is wrong."""
    lacking = [name for name in ("of", "by", "to") if getattr(item, name) is None]
    if item.kind not in common_kinds():
        if item.off:
            yield "kind", f"`{item.kind}` is none of the reminders that can be left out: {', '.join(_listed())}"
        elif lacking:
            yield "kind", f"`{item.kind}` is a new reminder and lacks {', '.join(lacking)}"
        if item.off or lacking:
            return
    if item.at is not None and not WAKING_FROM <= item.at < WAKING_UNTIL:
        yield "at", f"`{item.kind}` comes at {item.at:%H.%M}; people are reminded from 08.00 until 20.00"
    rung = _rung(item, {})
    yield from _wrong_name(rung)
    if item.at is not None and rung.unit is Unit.HOURS:
        yield "at", f"`{item.kind}` counts hours, so it has no hour of its own"
    yield from _for_nobody(item, rung)


def _for_nobody(item: RungShape, rung: Rung) -> Iterator[tuple[str, str]]:
    """What of a row would reach people for whom it is not, or at a time at which nobody is there for it."""
    if (rung.of is Anchor.MAIL) is not (rung.to is Audience.UNANSWERED):
        yield "kind", f"`{item.kind}`: what counts from mail is for unanswered, and the other way round"
    if rung.of is Anchor.MAIL and rung.counts_down:
        yield "by", f"`{item.kind}` asks what came back, and comes before the letter went"
    if rung.to is Audience.UNSENT and not rung.counts_down:
        yield "by", f"`{item.kind}` is for who has not sent, and comes when the last day is over"
    if rung.to is Audience.UNSETTLED and rung.counts_down:
        yield "by", f"`{item.kind}` asks how it went, and comes before the last day is over"


def _wrong_name(rung: Rung) -> Iterator[tuple[str, str]]:
    """By its name a reminder that is due finds its desk, so whom it is for and what it counts from stand in it."""
    wanted = (DESK_PACK if rung.of is Anchor.VERIFY_BY else DESK_ROUND) if rung.to is Audience.DESK else ""
    begins = next((prefix for prefix in (DESK_ROUND, DESK_PACK) if rung.kind.startswith(prefix)), "")
    if wanted != begins:
        rule = f"of a name that begins with `{wanted}`" if wanted else f"not of one that begins with `{begins}`"
        yield "kind", f"`{rung.kind}` is for {rung.to} and counts from {rung.of}: {rule}"


def wrong_reminder_words(wordings: Mapping[Language, WordingShape]) -> Iterator[tuple[Language, Complaint]]:
    """Find words of reminders whose gaps cannot be filled."""
    for language, wording in wordings.items():
        for kind, text in wording.reminders.items():
            for fault in canned.faults(text, _names(kind)):
                yield language, (("reminders", kind), f"`{kind}`: {fault}")


def plan_of(pack: PackShape, words: Mapping[str, Text]) -> tuple[Rung, ...]:
    """Return the plan of a pack without faults. `words` are its own words of reminders, by kind."""
    own = [_rung(row, words.get(row.kind, {})) for row in pack.reminders if not row.off]
    return merged(own, [row.kind for row in pack.reminders if row.off])


def _names(kind: str) -> tuple[str, ...]:
    if kind.startswith(DESK_PACK):
        return PACK_NAMES
    return DESK_NAMES if kind.startswith(DESK_ROUND) else NAMES


def _rung(row: RungShape, words: Text) -> Rung:
    given = {name: value for name in ("of", "to", "at") if (value := getattr(row, name)) is not None}
    if row.by is not None:
        given["count"], given["unit"] = offset(row.by)
    return changed(row.kind, {**given, "words": words})


def _listed() -> list[str]:
    return sorted(common_kinds())
