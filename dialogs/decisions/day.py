"""The day by which one case is decided: set at the desk, typed or under the card, seen first, and told once.

It goes before the day that navigators have set for the whole round.
"""

from datetime import date, timedelta

from dialogs import texts
from dialogs.cards import what_follows
from dialogs.cards.languages import chat_language
from dialogs.conversation.events import Said
from dialogs.conversation.replies import Action, Offer, Receipt, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, also
from dialogs.conversation.typed import simplified
from dialogs.decisions import day_reminder
from dialogs.records.case import Case
from dialogs.records.case_changes import after, refusal
from dialogs.records.case_states import CaseAct
from knowledge.answers.kinds.plan.days_ahead import days_ahead, without_days
from knowledge.calendar import is_working_day, working_days_from

ASK, SEE, DO = "desk.decide_by", "desk.decide_by_see", "desk.decide_by_do"
"""The verbs: ask for the day, see what a day comes to, set it; the last two have it behind the reference."""
PLACE = "desk.decide_by"
NONE = "none"
"""Stands for no day of its own."""
LONGEST_DAYS = 366
"""How many days ahead it may lie: a year, so that a slip of the year is seen."""
QUOTED = 60
"""In characters: so much of what is no date is said back."""


def ask(turn: Turn, case: Case) -> Outcome:
    """Ask by which day a case is decided."""
    refused = _refused(turn, case)
    if refused is not None:
        return refused
    offers = (_offer(turn, case, "decisions.no_day", SEE, NONE),) if case.decision_by else ()
    text = turn.say("decisions.ask_day", **_known(turn, case), by=_read(case.decision_by))
    return what_follows.ask_under_card(turn.at(case=case.reference), case, text, offers, place=PLACE)


def see(turn: Turn, case: Case, day: str) -> Outcome:
    """Show what the association will hear of a day (ISO date, or `NONE`), with the button that sets it."""
    refused = _refused(turn, case) or _not_ahead(turn, case, day)
    if refused is not None:
        return refused
    wanted = _read(day)
    told = _told(turn, case, wanted) if case.chat else ""
    text = turn.say(
        "decisions.preview_day",
        **_known(turn, case),
        day=wanted,
        gone=not case.chat,
        closed=wanted is not None and not is_working_day(wanted, turn.home.country),
        language_name=turn.plain(f"desk.language_{chat_language(turn, case)}"),
    )
    offers = (_offer(turn, case, "decisions.set_day", DO, day), turn.offer("decisions.other_day", ASK, case.reference))
    body = f"{text}\n\n{told}" if told else text
    return what_follows.ask_under_card(turn.at(case=case.reference), case, body, offers)


def do(turn: Turn, case: Case, day: str) -> Outcome:
    """Set the day, tell the association and remind both sides of it; the same day once more changes nothing."""
    refused = _refused(turn, case) or _not_ahead(turn, case, day)
    if refused is not None:
        return refused
    wanted = "" if day == NONE else day
    if wanted == case.decision_by:
        return what_follows.say(turn, case, turn.say("decisions.day_stands", **_known(turn, case), by=_read(wanted)))
    changes = {"decision_by": wanted, **what_follows.acted(turn, case)}
    changed = after(case, CaseAct.DECIDE_BY, turn.now, **changes)
    outcome = what_follows.done(turn, case, changed, CaseAct.DECIDE_BY, "decisions.day_noted", day=wanted)
    outcome = also(outcome.but(session=_left(turn, case).session), day_reminder.planned(turn, changed))
    return outcome.but(replies=(*outcome.replies, *_to_association(turn, case, changed)))


def said(turn: Turn, case: Case, text: str) -> Outcome | None:
    """Take a typed day; None for words that name none and answer nothing: they are talk."""
    day = _one_day(turn, text)
    if day:
        return see(turn, case, day)
    meant = bool(days_ahead(text, turn.local.date())) or (
        isinstance(turn.event, Said) and turn.event.sender.reply_to is not None
    )
    if not meant:
        return None
    known = _known(turn, case)
    return what_follows.say(turn, case, turn.say("decisions.day_unread", **known, said=texts.cut(text, QUOTED)))


def typed(turn: Turn, case: Case, words: str) -> Action | None:
    """Return what "beslut senast 12 april" does, None for other words. `words` are simplified, without the case's."""
    begin, _, rest = words.partition(" ")
    if begin not in texts.listed("decisions.day_begins"):
        return None
    day = _one_day(turn, rest)
    return Action(SEE, f"{case.reference} {day}") if day else None


def _one_day(turn: Turn, text: str) -> str:
    """The one day that a text names and nothing else, as an ISO date; `NONE` for words of no day, empty for others."""
    if simplified(text) in texts.listed("calls.none_words"):
        return NONE
    days, rest = days_ahead(text, turn.local.date()), simplified(without_days(text)).split()
    alone = texts.listed("decisions.day_rest").issuperset(rest)
    return days[0].isoformat() if len(days) == 1 and days[0] and alone else ""


def _refused(turn: Turn, case: Case) -> Outcome | None:
    why = refusal(case, CaseAct.DECIDE_BY, turn.event.sender.user)
    return what_follows.say(turn, case, what_follows.why_not(turn, case, why)) if why is not None else None


def _not_ahead(turn: Turn, case: Case, day: str) -> Outcome | None:
    """Say why a day cannot be set, None if it can. A button that has lost its day asks again."""
    wanted, today = _read(day), turn.local.date()
    if day == NONE or (wanted is not None and today <= wanted <= today + timedelta(days=LONGEST_DAYS)):
        return None
    if wanted is None:
        return ask(turn, case)
    return what_follows.say(turn, case, turn.say("decisions.day_not_ahead", **_known(turn, case), day=wanted))


def _told(turn: Turn, case: Case, day: date | None) -> str:
    """What the association hears of a day in the place of the one it had, in its language, as HTML."""
    was = _read(case.decision_by)
    return texts.say(
        chat_language(turn, case),
        "decisions.day_told",
        reference=case.reference,
        title=case.title,
        day=day,
        was=was if was != day else None,
    )


def _to_association(turn: Turn, case: Case, changed: Case) -> tuple[Reply, ...]:
    """What tells it, once for each change, and the desk if it did not arrive."""
    if not changed.chat:
        return ()
    label = texts.plain(chat_language(turn, case), "cases.show")
    return (
        Reply(
            _told(turn, case, _read(changed.decision_by)),
            (Offer(label, Action("case", case.reference)),),
            chat=changed.chat,
            about=case.reference,
            key=f"decision-day:{case.reference}:{changed.version}",
            receipt=_receipt(turn, case),
        ),
    )


def _receipt(turn: Turn, case: Case) -> Receipt:
    known = {"reference": case.reference}
    return Receipt(
        turn.event.sender.chat,
        "",
        turn.say("desk.undelivered", **known),
        case.reference,
        turn.say("desk.doubtful", **known, closed=False),
        shut_out=turn.say("desk.kept_for_later", **known),
    )


def _offer(turn: Turn, case: Case, key: str, verb: str, day: str) -> Offer:
    return turn.offer(key, verb, f"{case.reference} {day}")


def _known(turn: Turn, case: Case) -> dict[str, str]:
    """Who is spoken to about which case, and a day as it may be typed."""
    example = texts.numeric_day(working_days_from(turn.local.date(), 10, turn.home.country), turn.language)
    return {"reference": case.reference, "name": turn.event.sender.name, "example": example}


def _read(day: str) -> date | None:
    """A day that was kept, or that of a button; None for none."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def _left(turn: Turn, case: Case) -> Turn:
    """The turn of whoever has chosen: at the desk again, if they were asked for this case."""
    asked = turn.session.place == PLACE and turn.session.case == case.reference
    return turn.at(place="desk", case="", offers=()) if asked else turn
