"""The order of a pitch as a desk reads it: each row with its time, whose it is, and what is not settled yet."""

from collections.abc import Iterable, Mapping

from dialogs.conversation.session import PitchDraft
from dialogs.conversation.turn import Turn
from dialogs.deadlines.calls.news import languages_of
from dialogs.deadlines.calls.running_order import slots_of, timed
from dialogs.records.staff.call import Call, PitchRow
from dialogs.records.staff.pitching import Pitching
from knowledge.municipality.pack import Round


def known_in(turn: Turn, round_id: str) -> tuple[Pitching, ...]:
    """Who may pitch in a round, as this desk may see them."""
    return turn.snapshot.pitching.get(round_id, ())


def as_values(turn: Turn, around: Round, call: Call, draft: PitchDraft) -> Mapping[str, object]:
    """An order as values of its text; `changed` tells that it is not what the associations were told."""
    known = {one.proposal: one for one in known_in(turn, around.id)}
    start = around.pitch or around.deadline
    listed = list(timed(start, draft.rows))
    have = {row.proposal for row in draft.rows}
    told = told_of(around, call, draft)
    return {
        "round_name": turn.words(around.name),
        "start": start,
        "end": listed[-1][2] if listed else start,
        "clock_place": turn.words(turn.home.place_time),
        "pitch_place": around.place,
        "languages": languages_of(turn, around),
        "rows": _rows(turn, draft, around),
        "changed": _bare(draft.rows) != _bare(call.running),
        "published": bool(call.running),
        "missing": sum(name not in have for name in known),
        "gone": sum(bool(row.proposal) and row.proposal not in known for row in draft.rows),
        "told": sum(name in known and known[name].reached for name in told),
        "silent": sum(name in known and not known[name].reached for name in told),
        "asked": call.swap is not None,
    }


def told_of(around: Round, call: Call, draft: PitchDraft) -> tuple[str, ...]:
    """Return the proposals whose time would be another than they were told."""
    was = {slot.proposal: slot.at for slot in slots_of(around.pitch, call.running)}
    would = {slot.proposal: slot.at for slot in slots_of(around.pitch, draft.rows)}
    return tuple(name for name in dict.fromkeys((*would, *was)) if was.get(name) != would.get(name))


def _bare(rows: Iterable[PitchRow]) -> list[tuple[int, str]]:
    """An order without since when it is so."""
    return [(row.minutes, row.proposal) for row in rows]


def _rows(turn: Turn, draft: PitchDraft, around: Round) -> list[dict[str, object]]:
    known, number, rows = {one.proposal: one for one in known_in(turn, around.id)}, 0, []
    for row, at, _ in timed(around.pitch or around.deadline, draft.rows):
        number += bool(row.proposal)
        one = known.get(row.proposal)
        rows.append(
            {
                "number": number if row.proposal else 0,
                "at": at,
                "minutes": row.minutes,
                "known": one is not None,
                "who": one.who if one else "",
                "title": one.title if one else "",
                "languages": [turn.plain(f"desk.language_{code}") for code in one.languages] if one else [],
                "silent": one is not None and not one.reached,
            }
        )
    return rows
