"""The digest of a morning: what is new, free, due, late, up again, and whom the rest waits for; nothing if all rests.

What it says is read from the cases as they stand when it is told. A group can do without it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dialogs import texts
from dialogs.cards.languages import desk_language
from dialogs.cards.standing_in import of_desk
from dialogs.conversation.effects import SaveDesk
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import simplified
from dialogs.deadlines.desk.digest_morning import is_time, since
from dialogs.records.case import Case
from dialogs.records.case_changes import waits_for
from dialogs.records.case_states import OPEN, WaitsFor
from dialogs.records.reminder import Reminder
from dialogs.rhythm.parts import Part, parted

NAMED = 6
"""How many cases of a part are named; the rest are counted, and `/desk` has them all: one screen of a phone."""
ON, OFF = "on", "off"


@dataclass(frozen=True, slots=True)
class Morning:
    """What a digest tells, each case where it is first to be seen. `waiting` counts by whom the rest waits for."""

    new: tuple[Case, ...] = ()
    unowned: tuple[Case, ...] = ()
    today: tuple[Case, ...] = ()
    late: tuple[Case, ...] = ()
    awake: tuple[Case, ...] = ()
    waiting: tuple[tuple[WaitsFor, int], ...] = ()

    @property
    def rests(self) -> bool:
        """Whether there is nothing for the desk to do: all that is open waits for its association, or is put off."""
        listed = (self.new, self.unowned, self.today, self.late, self.awake)
        return not any(listed) and {whom for whom, _ in self.waiting} <= {WaitsFor.ASSOCIATION}


def morning(turn: Turn, cases: Iterable[Case]) -> Morning:
    """Return what is to be told of open cases now."""
    parts = parted(turn, cases)
    pack = turn.world.packs[turn.event.sender.staff]
    today, begun = turn.now.astimezone(pack.zone).date().isoformat(), since(pack, turn.now)
    awake = [case for part in parts for case in parts[part] if case.snoozed_until == today]
    there = [case for part in parts for case in parts[part] if part is not Part.SNOOZED and case not in awake]
    return Morning(
        new=tuple(case for case in there if case.opened_at is not None and case.opened_at >= begun),
        unowned=tuple(case for case in there if not case.owner and waits_for(case) is WaitsFor.US),
        today=tuple(case for case in parts[Part.TODAY] if case in there),
        late=tuple(case for case in parts[Part.LATE] if case in there),
        awake=tuple(awake),
        waiting=_counted(there),
    )


def told(turn: Turn, waiting: Sequence[Reminder]) -> Outcome:
    """Tell the digest of a day, if it is still that day's morning and the desk wants one and has something to do."""
    outcome, staff = Outcome(turn.session), turn.event.sender.staff
    pack = turn.world.packs.get(staff)
    if not waiting or pack is None or not turn.people_at(staff).digest or not is_time(pack, turn.now):
        return outcome
    here = turn.now.astimezone(pack.zone)
    seen = morning(turn, turn.snapshot.cases)
    row = next((item for item in waiting if item.about == here.date().isoformat()), None)
    if row is None or seen.rests:
        return outcome
    language = desk_language(turn, pack)
    text = texts.say(
        language,
        "rhythm.digest",
        day=here.date(),
        new=_rows(seen.new),
        waiting=[(texts.plain(language, f"rhythm.waits_{whom}"), count) for whom, count in seen.waiting],
        away=of_desk(turn, staff, language),
        **{name: _named(getattr(seen, name)) for name in ("unowned", "today", "late", "awake")},
    )
    return outcome.but(replies=(Reply(text, key=row.key),))


def choose(turn: Turn, argument: str) -> Outcome:
    """Turn the digest off or on for the whole group; without a word say how it stands."""
    desk = turn.people_at(turn.event.sender.staff)
    name, said = turn.event.sender.name, simplified(argument)
    if not desk.readable:
        return turn.tell(turn.say("rhythm.desk_unreadable", name=name))
    wanted = next((one for one in (ON, OFF) if said in texts.listed(f"rhythm.{one}_words")), None)
    if wanted is None:
        offer = turn.offer(f"rhythm.digest_{OFF if desk.digest else ON}", "desk.digest", OFF if desk.digest else ON)
        return turn.ask(turn.say("rhythm.digest_is", name=name, on=desk.digest), (offer,))
    changed = desk.but(digest=wanted == ON, version=desk.version + 1)
    text = texts.say(desk_language(turn, turn.home), "rhythm.digest_now", name=name, on=changed.digest)
    kept = (SaveDesk(changed, desk.version),) if changed.digest != desk.digest else ()
    return Outcome(turn.session, (Reply(text),), kept)


def _counted(cases: Iterable[Case]) -> tuple[tuple[WaitsFor, int], ...]:
    whom = [waits_for(case) for case in cases if case.state in OPEN]
    return tuple((one, whom.count(one)) for one in WaitsFor if one in whom)


def _rows(cases: Sequence[Case]) -> Mapping[str, object]:
    """The first cases of a part with their titles, and how many more there are."""
    return {"rows": [(case.reference, case.title) for case in cases[:NAMED]], "more": max(0, len(cases) - NAMED)}


def _named(cases: Sequence[Case]) -> Mapping[str, object]:
    """The first cases of a part with their owners, and how many more there are."""
    return {"rows": [(case.reference, case.owner_name) for case in cases[:NAMED]], "more": max(0, len(cases) - NAMED)}
