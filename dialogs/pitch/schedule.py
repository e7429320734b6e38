"""The pitch of a round at the desk: its order laid out, changed by buttons and numbers, seen, and then published.

What is laid out is a navigator's own until it is published; then each association is told its time, and after a change
those whose time moved. The calls have date, place and languages (`dialogs/calls/`).
"""

import re

from dialogs import texts
from dialogs.calls.change import call_of
from dialogs.cards.access import noted_of_all
from dialogs.cards.languages import desk_language
from dialogs.conversation.effects import Order, SaveCall, SendOrder, Wanted
from dialogs.conversation.replies import Action, Offer, Receipt, Reply
from dialogs.conversation.session import Outcome, PitchDraft
from dialogs.conversation.turn import Turn
from dialogs.deadlines.calls.running_order import pitch_ends, stamped
from dialogs.pitch import laying_out
from dialogs.pitch.laying_out import Rows
from dialogs.pitch.shown import as_values, known_in
from dialogs.records.for_a_time.access import CALL, EXPORT
from dialogs.records.staff.call import Swap
from knowledge.municipality.pack import Round

SHOW, ASK, FIRST, CURRENT = "desk.pitch", "desk.pitch_ask", "desk.pitch_first", "desk.pitch_current"
PUBLISH, DROP, SHEET = "desk.pitch_publish", "desk.pitch_drop", "desk.pitch_sheet"
"""The verbs: show it, ask for a number, which language comes first, take in whoever is new, publish, leave it, print
it."""
PLACE, WRITE = "desk.pitch", "desk.pitch_write"
"""The places where a button is wanted, and where numbers are typed."""
BREAK, MOVE, LATER, SWAP = "break", "move", "later", "swap"
ASKED = (MOVE, BREAK, LATER, SWAP)
NUMBERS = re.compile(r"\d{1,3}")


def begin(turn: Turn, _argument: str = "") -> Outcome:
    """Show the pitch that comes next, or the last there was, with a button for each other."""
    rounds = [item for item in turn.home.rounds if item.pitch is not None]
    if not rounds:
        return turn.tell(_say(turn, "pitch.none"))
    ahead = [item for item in rounds if (ends := pitch_ends(item)) and ends >= turn.now]
    first = min(ahead, key=_begins, default=max(rounds, key=_begins))
    return show(turn, first.id)


def show(turn: Turn, round_id: str) -> Outcome:
    """Show one pitch as this navigator was laying it out, else as it is published, else laid out for the first time."""
    around, draft = _round(turn, round_id), turn.session.desk.pitching
    if around is None:
        return turn.tell(_say(turn, "pitch.none"))
    call = call_of(turn, round_id)
    if draft is None or draft.round != round_id or draft.seen != call.version:
        rows = call.running or laying_out.laid_out(known_in(turn, round_id), around)
        draft = PitchDraft("", round_id, rows)
    return _shown(turn, around, draft)


def ask(turn: Turn, argument: str) -> Outcome:
    """Ask for the numbers that something needs: which is moved where, behind which comes a break, how much later."""
    draft, what = _drafted(turn, argument)
    if draft is None or what not in ASKED:
        return _gone(turn)
    asking = turn.at(desk=turn.session.desk.but(pitching=draft.but(asks=what)))
    return asking.ask(_say(turn, f"pitch.ask_{what}"), (_back(turn, draft),), place=WRITE)


def said(turn: Turn, text: str) -> Outcome | None:
    """Take the numbers that are typed; None if none are asked for. What cannot be meant is asked again."""
    draft = turn.session.desk.pitching
    around = _round(turn, draft.round) if draft else None
    if draft is None or around is None or not draft.asks:
        return None
    numbers = [int(number) for number in NUMBERS.findall(text)]
    if draft.asks == SWAP:
        return _ask_both(turn, draft, numbers)
    rows = _changed(turn, around, draft, numbers)
    if rows is None:
        return turn.ask(_say(turn, f"pitch.unread_{draft.asks}", said=text), (_back(turn, draft),), place=WRITE)
    return _shown(turn, around, draft.but(rows=rows))


def language_first(turn: Turn, argument: str) -> Outcome:
    """Lay the order out anew, those of one language first."""
    meant, language = _laid_out(turn, argument)
    if meant is None:
        return _gone(turn)
    draft, around = meant
    return _shown(turn, around, draft.but(rows=laying_out.laid_out(known_in(turn, around.id), around, language)))


def bring_up_to_date(turn: Turn, argument: str) -> Outcome:
    """Take in whoever may pitch and has no time, and free the times of those who may not any more."""
    meant, _ = _laid_out(turn, argument)
    if meant is None:
        return _gone(turn)
    draft, around = meant
    rows = laying_out.brought_up_to_date(draft.rows, known_in(turn, around.id), around)
    return _shown(turn, around, draft.but(rows=rows))


def publish(turn: Turn, argument: str) -> Outcome:
    """Publish an order that was seen, unless the call has changed since; say so to all at the desk."""
    meant, _ = _laid_out(turn, argument)
    if meant is None:
        return _gone(turn)
    draft, around = meant
    call = call_of(turn, draft.round)
    if call.version != draft.seen:
        return _shown(turn, around, draft)
    told = as_values(turn, around, call, draft)["told"]
    rows = stamped(around, around.pitch, draft.rows, turn.now)
    by = turn.event.sender.user
    kept = call.but(running=rows, swap=None, version=call.version + 1, changed_at=turn.now, changed_by=by)
    text = texts.say(
        desk_language(turn, turn.home),
        "pitch.published",
        name=turn.event.sender.name,
        round_name=turn.words(around.name),
        told=told,
    )
    session = turn.at(desk=turn.session.desk.but(pitching=None), case="").session.but(place="desk", offers=())
    return Outcome(session, (Reply(text),), (SaveCall(kept, call.version), *noted_of_all(turn, CALL)))


def drop(turn: Turn, argument: str) -> Outcome:
    """Leave what was laid out behind; nobody is told."""
    draft, _ = _drafted(turn, argument)
    if draft is None:
        return _gone(turn)
    turn = turn.at(desk=turn.session.desk.but(pitching=None))
    return turn.ask(_say(turn, "pitch.dropped"), (turn.offer("pitch.show", SHOW, draft.round),), place=PLACE)


def print_it(turn: Turn, round_id: str) -> Outcome:
    """Send the published order as a run sheet, in the language of whoever asks; it holds personal data."""
    around, sender = _round(turn, round_id), turn.event.sender
    if around is None or not call_of(turn, round_id).running:
        return _gone(turn)
    order = Order(Wanted.RUN_SHEET, sender.staff, turn.language.value, 0, turn.local.date().isoformat(), round=round_id)
    once = f"order:{turn.snapshot.new_id}"
    receipt = Receipt(sender.chat, "", turn.say("overview.unsent"), doubtful=turn.say("overview.in_doubt"), once=once)
    sent = SendOrder(order, sender.chat, sender.thread, receipt=receipt)
    return Outcome(turn.session, effects=(sent, *noted_of_all(turn, EXPORT)))


def again(turn: Turn) -> Outcome:
    """Show it once more; nothing if there is none."""
    draft = turn.session.desk.pitching
    return show(turn, draft.round) if draft is not None else Outcome(turn.session)


def _changed(turn: Turn, around: Round, draft: PitchDraft, numbers: list[int]) -> Rows | None:
    """The rows after what was asked for; None if the numbers mean nothing there."""
    match draft.asks, numbers:
        case ("move", [number, to]):
            return laying_out.moved(draft.rows, number, to)
        case ("break", [number]):
            return laying_out.with_break(draft.rows, number)
        case ("break", [number, minutes]):
            return laying_out.with_break(draft.rows, number, minutes)
        case ("later", [minutes]) if around.pitch is not None:
            return laying_out.later(draft.rows, around.pitch, turn.now, minutes)
    return None


def _ask_both(turn: Turn, draft: PitchDraft, numbers: list[int]) -> Outcome:
    """Ask two associations whether they change times; the order is published, and both can be asked."""
    call = call_of(turn, draft.round)
    names = [laying_out.of_number(call.running, number) for number in numbers]
    can = {one.proposal for one in known_in(turn, draft.round) if one.reached}
    if len(set(names)) != 2 or len(names) != 2 or not all(names):
        return turn.ask(_say(turn, "pitch.unread_swap"), (_back(turn, draft),), place=WRITE)
    if not set(names) <= can:
        return turn.ask(_say(turn, "pitch.swap_unreached"), (_back(turn, draft),), place=WRITE)
    kept = call.but(swap=Swap(turn.snapshot.new_id, names[0], names[1]), version=call.version + 1)
    left = turn.at(desk=turn.session.desk.but(pitching=None), case="")
    effects = (SaveCall(kept, call.version), *noted_of_all(turn, CALL))
    text = _say(turn, "pitch.swap_asked", first=numbers[0], second=numbers[1])
    return left.ask(text, (turn.offer("pitch.show", SHOW, draft.round),), place=PLACE, effects=effects)


def _shown(turn: Turn, around: Round, draft: PitchDraft) -> Outcome:
    """Show an order with the ways to change it; each time it is shown it has another id."""
    call = call_of(turn, around.id)
    draft = draft.but(id=turn.snapshot.new_id, seen=call.version, asks="")
    values = as_values(turn, around, call, draft)
    changed, stale = bool(values["changed"]), bool(values["missing"]) or bool(values["gone"])
    offers = (
        *((turn.offer("pitch.publish", PUBLISH, draft.id),) if changed and draft.rows else ()),
        *((turn.offer("pitch.current", CURRENT, draft.id),) if stale and draft.rows else ()),
        *(_ways(turn, around, draft, changed=changed) if draft.rows else ()),
        *((turn.offer("pitch.drop", DROP, draft.id),) if changed and call.running else ()),
        *((turn.offer("pitch.sheet", SHEET, around.id),) if call.running and not changed else ()),
        *_others(turn, around),
    )
    return turn.at(desk=turn.session.desk.but(pitching=draft), case="").ask(
        _say(turn, "pitch.order", **values), offers, place=PLACE
    )


def _ways(turn: Turn, around: Round, draft: PitchDraft, *, changed: bool) -> tuple[Offer, ...]:
    """The buttons that change an order: by language as long as nothing is published, a swap of what is."""
    call = call_of(turn, around.id)
    spoken = dict.fromkeys(code for one in known_in(turn, around.id) for code in one.languages[:1])
    first = [
        Offer(
            turn.plain("pitch.first", spoken=turn.plain(f"desk.language_{code}")), Action(FIRST, f"{draft.id} {code}")
        )
        for code in spoken
    ]
    what = [MOVE, BREAK, *((LATER,) if call.running else ()), *((SWAP,) if call.running and not changed else ())]
    asks = [turn.offer(f"pitch.{one}", ASK, f"{draft.id} {one}") for one in what]
    return (*asks, *(first if not call.running and len(spoken) > 1 else ()))


def _others(turn: Turn, around: Round) -> tuple[Offer, ...]:
    others = (item for item in turn.home.rounds if item.pitch is not None and item.id != around.id)
    return tuple(Offer(turn.words(item.name), Action(SHOW, item.id)) for item in others)


def _round(turn: Turn, round_id: str) -> Round | None:
    around = turn.home.round(round_id)
    return around if around is not None and around.pitch is not None else None


def _begins(around: Round) -> float:
    return around.pitch.timestamp() if around.pitch else 0.0


def _drafted(turn: Turn, argument: str) -> tuple[PitchDraft | None, str]:
    """The order that a button is about, None if it is not in hand any more, and what else the button says."""
    name, _, rest = argument.partition(" ")
    draft = turn.session.desk.pitching
    return (draft, rest) if draft is not None and draft.id == name else (None, rest)


def _laid_out(turn: Turn, argument: str) -> tuple[tuple[PitchDraft, Round] | None, str]:
    """The order that a button is about with its round, None if either is not there any more, and the button's rest."""
    draft, rest = _drafted(turn, argument)
    around = _round(turn, draft.round) if draft else None
    return ((draft, around) if draft and around else None), rest


def _gone(turn: Turn) -> Outcome:
    return turn.tell(_say(turn, "pitch.moved_on"))


def _back(turn: Turn, draft: PitchDraft) -> Offer:
    return turn.offer("common.back", SHOW, draft.round)


def _say(turn: Turn, key: str, **values: object) -> str:
    return turn.say(key, name=turn.event.sender.name, **values)
