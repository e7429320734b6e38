"""Two associations change their times in a pitch when both say yes; before that nothing changes.

The desk asks them (`schedule.py`). Each answers with a button of the message that asks it, which the owner of the
proposal alone gets.
"""

from dialogs import texts
from dialogs.cards.languages import desk_language
from dialogs.conversation.effects import SaveCall
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, also
from dialogs.deadlines.calls.joining import as_set
from dialogs.deadlines.calls.running_order import restamped
from dialogs.records.staff.call import Call, PitchRow, Swap
from knowledge.reminders.slot import slot_of


def agree(turn: Turn, argument: str) -> Outcome:
    """Take a yes. With that of both the two change their times, and each is told its new one."""
    call, swap, proposal = _asked(turn, argument)
    if call is None or swap is None:
        return turn.aside(turn.say("pitch.swap_gone"))
    agreed = swap.but(agreed=(*swap.agreed, proposal))
    if set(agreed.agreed) != set(swap.both):
        changed = call.but(swap=agreed, version=call.version + 1)
        return also(turn.aside(turn.say("pitch.swap_waits")), SaveCall(changed, call.version))
    pack = turn.world.packs[call.municipality]
    swapped = call.but(running=_swapped(call.running, swap), swap=None, version=call.version + 1)
    swapped = restamped(pack, swapped, as_set(pack, swapped), turn.now)
    told = _to_desk(turn, call, "pitch.swap_done", swap)
    return _with(also(turn.aside(turn.say("pitch.swap_agreed")), SaveCall(swapped, call.version)), told)


def refuse(turn: Turn, argument: str) -> Outcome:
    """Take a no: all stays as it is, and the desk and whoever has said yes already hear of it."""
    call, swap, _ = _asked(turn, argument)
    if call is None or swap is None:
        return turn.aside(turn.say("pitch.swap_gone"))
    kept = SaveCall(call.but(swap=None, version=call.version + 1), call.version)
    return _with(also(turn.aside(turn.say("pitch.swap_refused")), kept), _to_desk(turn, call, "pitch.swap_off", swap))


def _asked(turn: Turn, argument: str) -> tuple[Call | None, Swap | None, str]:
    """The call and the swap that a button is about, and the proposal; None where this person is asked nothing of it."""
    swap_id, _, name = argument.partition(" ")
    mine = turn.proposal_by_id(name)
    asked = (call for call in turn.world.calls if call.swap is not None and call.swap.id == swap_id)
    call = next(asked, None)
    if call is None or call.swap is None or mine is None or mine.chat != turn.session.chat:
        return None, None, name
    waits = name in call.swap.both and name not in call.swap.agreed
    return (call, call.swap, name) if waits else (None, None, name)


def _swapped(rows: tuple[PitchRow, ...], swap: Swap) -> tuple[PitchRow, ...]:
    """The rows in which the two proposals have changed places; each place keeps its minutes."""
    to = {swap.first: swap.second, swap.second: swap.first}
    return tuple(row.but(proposal=to.get(row.proposal, row.proposal)) for row in rows)


def _to_desk(turn: Turn, call: Call, key: str, swap: Swap) -> Reply:
    """What the desk is told of a swap: the times of the two, by which they stand in its list."""
    pack = turn.world.packs[call.municipality]
    around = pack.round(call.round)
    slots = [slot_of(around.slots, name) for name in swap.both] if around else []
    language = desk_language(turn, pack)
    text = texts.say(language, key, times=[slot.at for slot in slots if slot])
    return Reply(text, chat=turn.desk_of(pack.id), key=f"swap:{swap.id}:{key}")


def _with(outcome: Outcome, told: Reply) -> Outcome:
    return outcome.but(replies=(*outcome.replies, told)) if told.chat else outcome
