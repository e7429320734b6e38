"""What a change of a call would come to: how it was, how it is then, whom that is told. Then it is done, or left."""

from dialogs import texts
from dialogs.calls.change import DATES, DECISION, LATE, STATE, after, call_of, name_of, problem, round_of, warnings
from dialogs.cards.access import noted_of_all
from dialogs.cards.languages import desk_language
from dialogs.conversation.effects import SaveCall
from dialogs.conversation.replies import Action, Offer, Reply
from dialogs.conversation.session import CallChange, Outcome
from dialogs.conversation.turn import ABOUT_NOTHING, Turn
from dialogs.deadlines.calls.joining import as_set, evening_of, moment_of
from dialogs.deadlines.calls.news import WHAT
from dialogs.deadlines.calls.running_order import restamped
from dialogs.records.for_a_time.access import CALL
from dialogs.records.staff.call import NO_PITCH
from knowledge.language import Language

IS, DO, CANCEL = "desk.call_is", "desk.call_do", "desk.call_cancel"
"""The verbs: what a thing is to be, make it so, leave it."""
PREVIEW = "desk.call_preview"


def choose(turn: Turn, argument: str) -> Outcome:
    """Take what a thing of a call is to be by a button. `argument` is the id of the change and the value."""
    draft_id, _, value = argument.partition(" ")
    draft = turn.session.desk.changing
    if draft is None or draft.id != draft_id:
        return _gone(turn)
    return previewed(turn, draft.but(id=turn.snapshot.new_id, value=value))


def previewed(turn: Turn, draft: CallChange) -> Outcome:
    """Show how a call was, how it would be, and how many people would be told; or why it cannot be."""
    call = call_of(turn, draft.round)
    changed = after(call, draft.what, draft.value)
    why = problem(turn, changed, draft.what)
    if why:
        return _kept(turn, None).ask(_say(turn, draft, why), (_back(turn, draft),), place="desk.call")
    draft = draft.but(seen=call.version)
    around = as_set(turn.home, changed)
    told = turn.snapshot.told.get(draft.round, 0) if draft.what in WHAT else 0
    text = _say(
        turn,
        draft,
        "calls.preview",
        change=_in_words(turn, draft, turn.language),
        was=_was(turn, draft),
        told=told,
        silent=draft.what not in WHAT,
        warned=warnings(turn.home, around, draft.what),
    )
    offers = (turn.offer("calls.do", DO, draft.id), cancel_offer(turn, draft))
    return _kept(turn, draft).ask(text, offers, place=PREVIEW)


def do(turn: Turn, draft_id: str) -> Outcome:
    """Make a change that was seen, unless the call has changed since; say so to all at the desk."""
    draft = turn.session.desk.changing
    if draft is None or draft.id != draft_id:
        return _gone(turn)
    call = call_of(turn, draft.round)
    if call.version != draft.seen:
        return previewed(turn, draft.but(id=turn.snapshot.new_id))
    changed = after(call, draft.what, draft.value)
    why = problem(turn, changed, draft.what)
    if why:
        return previewed(turn, draft)
    changed = changed.but(version=call.version + 1, changed_at=turn.now, changed_by=turn.event.sender.user)
    changed = restamped(turn.home, changed, as_set(turn.home, changed), turn.now)
    language = desk_language(turn, turn.home)
    told = turn.snapshot.told.get(draft.round, 0) if draft.what in WHAT else 0
    text = texts.say(
        language,
        "calls.done",
        name=turn.event.sender.name,
        round_name=name_of(turn, draft.round),
        change=_in_words(turn, draft, language),
        told=told,
    )
    effects = (SaveCall(changed, call.version), *noted_of_all(turn, CALL))
    shown = (Offer(texts.plain(language, "calls.show"), Action("desk.call", draft.round)),)
    session = _kept(turn, None).session.but(place="desk.call", offers=shown)
    return Outcome(session, (Reply(text, shown, about=ABOUT_NOTHING),), effects)


def cancel(turn: Turn, draft_id: str) -> Outcome:
    """Leave a change behind; nobody is told."""
    draft = turn.session.desk.changing
    if draft is None or draft.id != draft_id:
        return _gone(turn)
    return _kept(turn, None).ask(_say(turn, draft, "calls.cancelled"), (_back(turn, draft),), place="desk.call")


def again(turn: Turn) -> Outcome:
    """Show it once more; nothing if there is none."""
    draft = turn.session.desk.changing
    return (
        previewed(turn, draft.but(id=turn.snapshot.new_id))
        if draft is not None and draft.value
        else Outcome(turn.session)
    )


def cancel_offer(turn: Turn, draft: CallChange) -> Offer:
    """The button that leaves a change behind."""
    return turn.offer("common.cancel", CANCEL, draft.id)


def choice(turn: Turn, draft: CallChange, value: str, key: str) -> Offer:
    """A button for what a thing of a call is to be."""
    return Offer(turn.plain(key), Action(IS, f"{draft.id} {value}"))


def _gone(turn: Turn) -> Outcome:
    return turn.tell(turn.say("calls.moved_on", name=turn.event.sender.name))


def _back(turn: Turn, draft: CallChange) -> Offer:
    return turn.offer("common.back", "desk.call", draft.round)


def _say(turn: Turn, draft: CallChange, key: str, **values: object) -> str:
    return turn.say(key, name=turn.event.sender.name, round_name=name_of(turn, draft.round), **values)


def _in_words(turn: Turn, draft: CallChange, language: Language) -> str:
    """What a change says, plain: "Sista dag: fredag 22 september 2023 kl. 15.45 (Vasatid)"."""
    place = turn.home.place_time.get(language) or turn.words(turn.home.place_time)
    reckoned = evening_of if draft.what == DECISION else moment_of
    at = reckoned(turn.home, draft.value) if draft.what in (*DATES, DECISION) and draft.value != NO_PITCH else None
    codes = [code for code in draft.value.split(",") if code] if draft.what == "language" else []
    names = [texts.plain(language, f"desk.language_{code}") for code in codes]
    key = f"calls.is_{draft.value}" if draft.what == STATE else f"calls.is_{draft.what}"
    if draft.what == LATE:
        key = f"calls.is_late_{draft.value}"
    return texts.plain(language, key, at=at, place=place, value=draft.value, languages=names)


def _was(turn: Turn, draft: CallChange) -> str:
    """What the changed thing was before, plain; empty where nobody has said it, or where it goes without saying."""
    around = round_of(turn, draft.round)
    dated = around is not None and draft.what in (*DATES, DECISION)
    value = getattr(around, draft.what, None) if dated else None
    place = turn.words(turn.home.place_time)
    key = "calls.was_day" if draft.what == DECISION else "calls.was"
    return turn.plain(key, at=value, place=place) if value else ""


def _kept(turn: Turn, draft: CallChange | None) -> Turn:
    return turn.at(desk=turn.session.desk.but(changing=draft), case="")
