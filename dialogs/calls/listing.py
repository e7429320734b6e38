"""The calls of a municipality at its desk, one of them with all that is set, and the way to change each thing."""

from dialogs.calls import change, preview
from dialogs.calls.change import DEADLINE, DECISION, LANGUAGE, LATE, STATE, TYPED, Unread, call_of, name_of, round_of
from dialogs.cards.access import noted_of_all
from dialogs.conversation.effects import SaveCall
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import CallChange, Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines.calls.news import languages_of
from dialogs.records.for_a_time.access import CALL
from dialogs.records.staff.call import NO_PITCH, CallState
from knowledge.municipality.pack import Round
from knowledge.reminders.rung import Late

SHOW, SET, NEXT = "desk.call", "desk.call_set", "desk.call_next"
"""The verbs: one call, one thing of it to change, the next call."""
PLACE, WRITE = "desk.call", "desk.call_write"
"""The places where a button is wanted, and where something is typed."""
SETTABLE = (DEADLINE, "pitch", "place", LANGUAGE, DECISION, LATE, "opens")


def begin(turn: Turn, argument: str = "") -> Outcome:
    """List the calls; with a day and a time show at once what it would be to move the last day there."""
    listed = [item.id for item in turn.home.rounds] + [call.round for call in change.prepared(turn)]
    moved = _last_day_said(turn, argument)
    if moved is not None:
        return moved
    following = change.following(turn)
    offers = (
        *(Offer(name_of(turn, name), Action(SHOW, name)) for name in listed),
        *((turn.offer("calls.prepare", NEXT),) if following else ()),
    )
    rows = [_row(turn, name) for name in listed]
    return _kept(turn, None).ask(turn.say("calls.list", name=turn.event.sender.name, rows=rows), offers, place=PLACE)


def show(turn: Turn, round_id: str) -> Outcome:
    """Show one call with a button for each thing that can be changed."""
    around, call = round_of(turn, round_id), call_of(turn, round_id)
    if around is None and not call.names:
        return begin(turn)
    opened = around is not None and around.is_open(turn.now)
    state = CallState.CLOSED if opened else CallState.OPEN
    offers = (
        turn.offer(f"calls.{state}", SET, f"{round_id} {STATE}"),
        *(turn.offer(f"calls.set_{what}", SET, f"{round_id} {what}") for what in SETTABLE),
        turn.offer("calls.all", "desk.calls"),
    )
    return _kept(turn, None).ask(turn.say("calls.one", **_told(turn, around, round_id)), offers, place=PLACE)


def begin_change(turn: Turn, argument: str) -> Outcome:
    """Ask what one thing of a call is to be, or show at once what opening or closing would come to."""
    round_id, _, what = argument.partition(" ")
    around = round_of(turn, round_id)
    if (around is None and not call_of(turn, round_id).names) or what not in (*SETTABLE, STATE):
        return begin(turn)
    draft = CallChange(turn.snapshot.new_id, round_id, what)
    if what == STATE:
        opened = around is not None and around.is_open(turn.now)
        state = CallState.CLOSED if opened else CallState.OPEN
        return preview.previewed(turn, draft.but(value=state.value))
    text = turn.say(f"calls.ask_{what}", name=turn.event.sender.name, round_name=name_of(turn, round_id))
    place = WRITE if what in TYPED else PLACE
    return _kept(turn, draft).ask(text, (*_choices(turn, draft), preview.cancel_offer(turn, draft)), place=place)


def said(turn: Turn, text: str) -> Outcome | None:
    """Take what is typed for one thing of a call; None if nothing is asked for. What cannot be read is asked again."""
    draft = turn.session.desk.changing
    if draft is None or draft.what not in TYPED or not text.strip():
        return None
    value = change.read(turn, draft.what, text)
    if isinstance(value, Unread):
        why = turn.say(value.key, name=turn.event.sender.name, said=text)
        return turn.ask(why, (preview.cancel_offer(turn, draft),), place=WRITE)
    return preview.previewed(turn, draft.but(id=turn.snapshot.new_id, value=value))


def prepare_next(turn: Turn, _argument: str = "") -> Outcome:
    """Prepare the next call from the last one. It has no date before somebody sets each, and nobody is told."""
    call = change.following(turn)
    if call is None:
        return begin(turn)
    kept = call.but(version=1, changed_at=turn.now, changed_by=turn.event.sender.user)
    text = turn.say("calls.prepared", name=turn.event.sender.name, round_name=dict(kept.names)[_first(turn)])
    offers = (turn.offer("calls.set_deadline", SET, f"{call.round} {DEADLINE}"),)
    effects = (SaveCall(kept, 0), *noted_of_all(turn, CALL))
    return _kept(turn, None).ask(text, offers, place=PLACE, effects=effects)


def _first(turn: Turn) -> str:
    return turn.language.value if turn.language in turn.home.languages else turn.home.languages[0].value


def _last_day_said(turn: Turn, argument: str) -> Outcome | None:
    """What it would be to move the last day of the newest call to a day and a time behind the command."""
    last = turn.home.open_round(turn.now) or turn.home.last_round()
    if last is None or not argument.strip():
        return None
    value = change.moment_said(turn, argument)
    if isinstance(value, Unread):
        return None
    return preview.previewed(turn, CallChange(turn.snapshot.new_id, last.id, DEADLINE, value))


def _choices(turn: Turn, draft: CallChange) -> tuple[Offer, ...]:
    if draft.what == LANGUAGE:
        codes = [language.value for language in turn.home.languages]
        each = [preview.choice(turn, draft, code, f"desk.language_{code}") for code in codes]
        return (*each, preview.choice(turn, draft, ",".join(codes), "calls.any_language"))
    if draft.what == LATE:
        return tuple(preview.choice(turn, draft, late.value, f"calls.late_{late}") for late in Late)
    without = {"pitch": "calls.no_pitch", DECISION: "calls.no_decision"}.get(draft.what)
    return (preview.choice(turn, draft, NO_PITCH, without),) if without else ()


def _row(turn: Turn, round_id: str) -> dict[str, object]:
    around = round_of(turn, round_id)
    return {
        "name": name_of(turn, round_id),
        "deadline": around.deadline if around else None,
        "is_open": around is not None and around.is_open(turn.now),
    }


def _told(turn: Turn, around: Round | None, round_id: str) -> dict[str, object]:
    """All that is set of a call, as values of its text."""
    call, zone = call_of(turn, round_id), turn.home.zone
    return {
        **_row(turn, round_id),
        "opens": around.opens if around else None,
        "pitch": around.pitch if around else None,
        "decision": around.decision if around else None,
        "pitch_place": around.place if around else call.place,
        "languages": languages_of(turn, around) if around else [],
        "firm": around is not None and around.late is Late.FIRM,
        "clock_place": turn.words(turn.home.place_time),
        "prepared": call.state == CallState.PREPARED,
        "told": turn.snapshot.told.get(round_id, 0),
        "version": call.version,
        "changed": call.changed_at.astimezone(zone) if call.changed_at else None,
        "changed_by": _who(turn, call.changed_by),
    }


def _who(turn: Turn, user: int) -> str:
    known = turn.people_at(turn.home.id).navigator(user)
    return known.name if known else ""


def _kept(turn: Turn, draft: CallChange | None) -> Turn:
    """The turn of a navigator who has come so far."""
    return turn.at(desk=turn.session.desk.but(changing=draft), case="")
