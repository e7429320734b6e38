"""Navigators who are away: said by themselves for some days, with a deputy by name or everybody at the desk.

Whose a case is does not change: while its owner is away the deputy is named wherever the owner is, and afterwards
nothing must be given back.
"""

from collections.abc import Sequence
from datetime import timedelta

from dialogs import texts
from dialogs.cards.card import card
from dialogs.cards.languages import desk_language
from dialogs.cards.standing_in import said_of
from dialogs.conversation.effects import AddMessage, Effect, SaveCall, SaveCase, SaveDesk
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import simplified
from dialogs.deadlines import case_ladder
from dialogs.deadlines.desk import absence_ladder
from dialogs.deadlines.desk.absence_ladder import AWAY, user_of
from dialogs.records.case import Case
from dialogs.records.case_states import OPEN
from dialogs.records.reminder import Reminder
from dialogs.records.staff.desk import Absence, Desk, Navigator
from dialogs.rhythm.absence_reading import absence_said, how
from knowledge.answers.kinds.plan.days_ahead import days_ahead

CARDS_AT_ONCE = 10
"""How many cards change at once when somebody goes or comes back: half of the messages that Telegram lets into a group
in a minute. The others change with their cases."""
LONGEST_WORDS = 80
"""In characters: a longer message that begins with "away" is talk."""


def begin(turn: Turn, argument: str) -> Outcome:
    """Keep when somebody is away and who stands in, and tell everybody; say what is expected where it is not clear."""
    desk = _desk(turn)
    if not desk.readable:
        return turn.tell(turn.say("rhythm.desk_unreadable", name=turn.event.sender.name))
    if not argument.strip():
        away, name = _listed(turn, desk), turn.event.sender.name
        return turn.tell(turn.say("rhythm.who_is_away", name=name, away=away, **how(turn)))
    read = absence_said(turn, desk, argument)
    return _kept(turn, desk, read) if isinstance(read, Absence) else turn.tell(read)


def back(turn: Turn, _argument: str = "") -> Outcome:
    """End an absence before its time, one that lies ahead too."""
    desk, today = _desk(turn), turn.local.date()
    user, name = turn.event.sender.user, turn.event.sender.name
    known = desk.navigator(user)
    if not desk.readable:
        return turn.tell(turn.say("rhythm.desk_unreadable", name=name))
    if known is None or known.absence is None or known.absence.last_day < today:
        return turn.tell(turn.say("rhythm.not_away", name=name, **how(turn)))
    begun = known.absence.first_day < today
    ended = known.absence.but(last=(today - timedelta(days=1)).isoformat()) if begun else None
    changed = desk.absent(user, ended)
    turn = _knowing(turn, desk, changed)
    cases = _cases_of(turn, user)
    begun_yet = known.absence.covers(today)
    told = _for_all(turn, "rhythm.back", name=name, cases=_rows(cases), begun=begun_yet)
    return Outcome(turn.session, (Reply(told), *_cards(turn, cases)), _effects(turn, desk, changed, user, cases))


def typed(turn: Turn, text: str) -> Outcome | None:
    """Take "away 1.12–9.12" or "back" without a slash; None for all else, which is talk."""
    word, argument = _parted(text)
    if word in texts.listed("rhythm.away_words") and days_ahead(argument, turn.local.date()):
        return begin(turn, argument)
    known = _desk(turn).navigator(turn.event.sender.user)
    away = known is not None and known.absence is not None and known.absence.covers(turn.local.date())
    return back(turn) if away and simplified(text) in texts.listed("rhythm.back_words") else None


def may_be_meant(text: str) -> bool:
    """Tell whether words may say that somebody is away or back, for which the open cases must be known."""
    return len(text) <= LONGEST_WORDS and _parted(text)[0] in (
        texts.listed("rhythm.away_words") | texts.listed("rhythm.back_words")
    )


def remembered(turn: Turn, outcome: Outcome) -> Outcome:
    """Remember whoever does something in a case, by whom others can then say who stands in."""
    acted = any(isinstance(item, SaveCase | SaveCall | AddMessage | SaveDesk) for item in outcome.effects)
    sender = turn.event.sender
    saved = next((item for item in reversed(outcome.effects) if isinstance(item, SaveDesk)), None)
    desk = saved.desk if saved else _desk(turn)
    known = desk.knowing(sender.user, sender.name)
    if not acted or sender.nameless or not sender.user or not desk.readable or known is desk:
        return outcome
    kept = SaveDesk(known.but(version=desk.version + 1), saved.was if saved else desk.version)
    others = (item for item in outcome.effects if item is not saved)
    return outcome.but(effects=(*others, kept))


def told(turn: Turn, waiting: Sequence[Reminder]) -> Outcome:
    """Say on its first morning who is away from today, and on the morning after the last who is back."""
    outcome = Outcome(turn.session)
    if not waiting or turn.event.sender.staff not in turn.world.packs:
        return outcome
    turn = turn.at(municipality=turn.event.sender.staff)
    for reminder in waiting:
        navigator = _desk(turn).navigator(user_of(reminder))
        absence = navigator.absence if navigator else None
        if navigator is not None and absence and reminder.about == f"{absence.first}/{absence.last}":
            now = _told(turn, navigator, reminder)
            outcome = outcome.but(replies=(*outcome.replies, *now.replies), effects=(*outcome.effects, *now.effects))
    return outcome


def _told(turn: Turn, navigator: Navigator, reminder: Reminder) -> Outcome:
    desk, cases = _desk(turn), _cases_of(turn, navigator.user)
    language = desk_language(turn, turn.home)
    begins = reminder.kind == AWAY
    key = "rhythm.away_now" if begins else "rhythm.back_today"
    line = said_of(turn, desk, navigator, language) if begins else ""
    text = texts.say(language, key, name=navigator.name, line=line, cases=_rows(cases))
    planned = (effect for case in cases for effect in case_ladder.planned_ahead(turn, case))
    return Outcome(turn.session, (Reply(text, key=f"reminder:{reminder.key}"), *_cards(turn, cases)), tuple(planned))


def _desk(turn: Turn) -> Desk:
    return turn.people_at(turn.event.sender.staff)


def _knowing(turn: Turn, before: Desk, changed: Desk) -> Turn:
    """The turn in which a desk has changed, for cards and plans that are made of it."""
    desk = changed.but(version=before.version + 1)
    return turn.with_desk(desk)


def _parted(text: str) -> tuple[str, str]:
    word, _, argument = text.strip().partition(" ")
    return simplified(word), argument


def _kept(turn: Turn, desk: Desk, absence: Absence) -> Outcome:
    sender = turn.event.sender
    changed = desk.knowing(sender.user, sender.name).absent(sender.user, absence)
    turn = _knowing(turn, desk, changed)
    cases = _cases_of(turn, sender.user)
    days = {"first": absence.first_day, "last": absence.last_day}
    stands_in = _standing_in(changed, sender.user, absence)
    text = _for_all(turn, "rhythm.away_kept", name=sender.name, cases=_rows(cases), **days, **stands_in)
    today = absence.covers(turn.local.date())
    cards = _cards(turn, cases) if today else ()
    return Outcome(turn.session, (Reply(text), *cards), _effects(turn, desk, changed, sender.user, cases))


def _standing_in(desk: Desk, user: int, absence: Absence) -> dict[str, object]:
    """Who was named, whether they are away as well when it begins, and who stands in instead."""
    deputy, in_place = desk.navigator(absence.deputy), desk.stand_in(user, absence.first_day)
    return {
        "deputy": deputy.name if deputy else "",
        "deputy_away": deputy is not None and in_place != deputy,
        "instead": in_place.name if in_place else "",
    }


def _for_all(turn: Turn, key: str, **values: object) -> str:
    """A text that everybody at the desk reads."""
    return texts.say(desk_language(turn, turn.home), key, **values)


def _effects(turn: Turn, desk: Desk, changed: Desk, user: int, cases: Sequence[Case]) -> tuple[Effect, ...]:
    """What is kept: the desk, its mornings, and when the person's cases would go back to everybody."""
    known = changed.navigator(user)
    absence = known.absence if known else None
    ahead = absence if absence and absence.last_day >= turn.local.date() else None
    chat = turn.event.sender.chat
    mornings = absence_ladder.planned(turn.home, chat, user, ahead, turn.local.date())
    planned = (effect for case in cases for effect in case_ladder.planned_ahead(turn, case))
    return (SaveDesk(changed.but(version=desk.version + 1), desk.version), mornings, *planned)


def _cases_of(turn: Turn, user: int) -> list[Case]:
    return [case for case in turn.snapshot.cases if case.owner == user and case.state in OPEN]


def _cards(turn: Turn, cases: Sequence[Case]) -> tuple[Reply, ...]:
    """The cards that name who stands in, as they now stand: the person's own, and the newest that nobody has."""
    free = [case for case in turn.snapshot.cases if not case.owner and case.state in OPEN]
    room = max(0, CARDS_AT_ONCE - len(cases))
    changed = (*cases, *(free[-room:] if room else ()))
    return tuple(card(turn, case, turn.event.sender.chat) for case in changed[:CARDS_AT_ONCE])


def _rows(cases: Sequence[Case]) -> list[tuple[str, str]]:
    return [(case.reference, case.title) for case in cases]


def _listed(turn: Turn, desk: Desk) -> list[str]:
    """Who is away now or later, a sentence each."""
    today = turn.local.date()
    return [
        said_of(turn, desk, item, turn.language)
        for item in desk.navigators
        if item.absence and item.absence.last_day >= today
    ]
