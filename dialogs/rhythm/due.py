"""What a staff group is told when the time of a case's reminders has come: untaken, late, quiet, put off until today.

The reminders are rows like those of a proposal, with the case as their subject. Whether one is still true is judged
when it is due, from the case as it then stands; several that are due together become one message.
"""

from collections.abc import Sequence
from datetime import date

from dialogs import texts
from dialogs.cards import topics
from dialogs.cards.card import card, offer
from dialogs.cards.catching_up import caught_up
from dialogs.cards.languages import desk_language
from dialogs.cards.standing_in import called, of_desk, of_owner, who_acts
from dialogs.conversation import statements
from dialogs.conversation.effects import PostponeReminders
from dialogs.conversation.replies import Action, Offer, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import ABOUT_NOTHING, Turn
from dialogs.deadlines.case_ladder import LAPSED, LAPSING, OF_DECISION, SNOOZED, UNSEEN, UNTAKEN, absence_of_owner
from dialogs.deadlines.desk.absence_ladder import AWAY, BACK
from dialogs.deadlines.desk.digest_morning import DIGEST
from dialogs.deadlines.desk.quiet_time import lapse_days, quiet_since
from dialogs.deadlines.desk.report_day import REPORT
from dialogs.deadlines.desk.round_ladder import is_of_a_round
from dialogs.deadlines.silence import OF_A_DESK
from dialogs.deadlines.verdict import next_morning
from dialogs.records.case import Case
from dialogs.records.case_states import OPEN
from dialogs.records.reminder import Reminder
from dialogs.rhythm import absence, digest, lapsing, rounds_due
from dialogs.rhythm.notices import after_silence, yearly_report
from knowledge.calendar import MORNING, local, people_are_reached, working_days_from
from knowledge.language import Language
from knowledge.municipality.pack import Pack

BUTTONS = 8
"""How many cases of one message have a button that shows their card: one screen of a phone."""
About = tuple[Reminder, Case]


def due(turn: Turn, waiting: tuple[Reminder, ...]) -> Outcome:
    """Say what is due in a staff group: of topics, absences, the year and cases, and the next cards that it has not
    seen.
    """
    mornings = [item for item in waiting if item.kind in (AWAY, BACK)]
    digests = [item for item in waiting if item.kind == DIGEST]
    of_years = [item for item in waiting if item.kind == REPORT]
    of_topics = [item for item in waiting if item.kind in topics.KINDS]
    silences = [item for item in waiting if item.kind == OF_A_DESK]
    of_rounds = [item for item in waiting if is_of_a_round(item)]
    elsewhere = (UNSEEN, AWAY, BACK, DIGEST, REPORT, OF_A_DESK, *topics.KINDS)
    others = tuple(item for item in waiting if item.kind not in elsewhere and item not in of_rounds)
    told = (
        topics.told(turn, of_topics),
        after_silence.told(turn, silences),
        absence.told(turn, mornings),
        digest.told(turn, digests),
        rounds_due.told(turn, of_rounds),
        yearly_report.told(turn, of_years),
    )
    said = (*told, _of_cases(turn, others))
    replies = tuple(reply for outcome in said for reply in outcome.replies)
    effects = tuple(effect for outcome in said for effect in outcome.effects)
    return caught_up(turn, Outcome(turn.session, replies, effects))


def _of_cases(turn: Turn, waiting: tuple[Reminder, ...]) -> Outcome:
    """Say what is still so; at night it waits for the next morning. Cases whose owners were quiet go back first."""
    still = [(item, case) for item in waiting if (case := _true(turn, item)) is not None]
    if not still:
        return Outcome(turn.session)
    pack = turn.world.packs[still[0][1].municipality]
    if not people_are_reached(turn.now.astimezone(pack.zone), pack.country):
        later = tuple(item.but(due=next_morning(turn.now, pack)) for item, _ in still)
        return Outcome(turn.session, effects=(PostponeReminders(later),))
    unwarned = _unwarned(still)
    gone = lapsing.lapsed(turn, [about for about in still if about[0].kind == LAPSED and about not in unwarned])
    now = {lapse.case.reference: lapse.case for lapse in gone}
    said = [(item, now.get(case.reference, case)) for item, case in still if item.kind != LAPSED]
    replies = (*(reply for lapse in gone for reply in lapse.replies), *_said(turn, pack, said))
    effects = (*(effect for lapse in gone for effect in lapse.effects), *_a_day_later(turn, pack, unwarned))
    return Outcome(turn.session, replies, effects)


def _true(turn: Turn, reminder: Reminder) -> Case | None:
    """The case of a reminder that still is so."""
    case = next((item for item in turn.snapshot.cases if item.reference == reminder.subject), None)
    if case is None or case.municipality not in turn.world.packs or case.state not in OPEN:
        return None
    return case if _still(turn, reminder, case) else None


def _still(turn: Turn, reminder: Reminder, case: Case) -> bool:
    """Whether it was put off until then, its owner has been quiet since, or the same promise waits and is untaken."""
    if reminder.kind == SNOOZED:
        return case.snoozed_until == reminder.about
    if reminder.kind in OF_DECISION:
        return case.decision_by == reminder.about
    if reminder.kind in (LAPSING, LAPSED):
        return _is_quiet(turn, reminder, case)
    waits = bool(case.chat) and statements.waited_for(case) is not None and case.answer_by == reminder.about
    return waits and not (reminder.kind == UNTAKEN and case.owner)


def _is_quiet(turn: Turn, reminder: Reminder, case: Case) -> bool:
    """Whether its owner has done nothing since, as many days as it takes, not counting those away."""
    pack = turn.world.packs[case.municipality]
    since, today = quiet_since(pack, case), turn.now.astimezone(pack.zone).date()
    if since is None or since.isoformat() != reminder.about:
        return False
    told, gone = lapse_days(pack, since, absence_of_owner(turn, case))
    return today >= (told if reminder.kind == LAPSING else gone)


def _unwarned(still: Sequence[About]) -> list[About]:
    """The cases that would go back though their owner is only now told so, for Lots was away on the day before."""
    told_now = {case.reference for item, case in still if item.kind == LAPSING}
    return [(item, case) for item, case in still if item.kind == LAPSED and case.reference in told_now]


def _a_day_later(turn: Turn, pack: Pack, unwarned: Sequence[About]) -> tuple[PostponeReminders, ...]:
    tomorrow = working_days_from(turn.now.astimezone(pack.zone).date(), 1, pack.country)
    later = tuple(item.but(due=local(tomorrow, MORNING, pack.zone)) for item, _ in unwarned)
    return (PostponeReminders(later),) if later else ()


def _said(turn: Turn, pack: Pack, about: Sequence[About]) -> tuple[Reply, ...]:
    """One message, under its card if it is about one case; and the cards that say something else from now on."""
    if not about:
        return ()
    by_case: dict[str, list[About]] = {}
    for one in about:
        by_case.setdefault(one[1].reference, []).append(one)
    language, key = desk_language(turn, pack), f"reminder:{about[0][0].key}"
    text = "\n\n".join(_lines(turn, pack, group, language) for group in by_case.values())
    cases = [group[0][1] for group in by_case.values()]
    changed = [case for case in cases if _changes_card(turn, by_case[case.reference])]
    cards = (card(turn, case, turn.event.sender.chat) for case in changed)
    if len(cases) > 1:
        return (Reply(text, _shown(cases, language), about=ABOUT_NOTHING, key=key), *cards)
    [case] = cases
    offers = tuple(offer(language, verb, verb, case) for verb in _verbs(turn, by_case[case.reference]))
    return (Reply(text, offers, about=case.reference, under_card=True, key=key), *cards)


def _lines(turn: Turn, pack: Pack, group: Sequence[About], language: Language) -> str:
    """What is said of one case, a line for each thing that is so."""
    return "\n".join(dict.fromkeys(_line(turn, pack, item, case, language) for item, case in group))


def _line(turn: Turn, pack: Pack, reminder: Reminder, case: Case, language: Language) -> str:
    away = of_owner(turn, case, language, calls=True) if case.owner else of_desk(turn, case.municipality, language)
    known = {"reference": case.reference, "title": case.title, "owner": who_acts(turn, case)}
    if reminder.kind == SNOOZED:
        return texts.say(language, "rhythm.awake", **known, away=away)
    today = turn.now.astimezone(pack.zone).date()
    if reminder.kind in OF_DECISION:
        day = date.fromisoformat(case.decision_by)
        return texts.say(language, "decisions.due", **known, day=day, days=(day - today).days, away=away)
    if reminder.kind == LAPSING:
        gone = working_days_from(today, 1, pack.country)
        return texts.say(language, "rhythm.lapsing", **known, since=date.fromisoformat(reminder.about), gone=gone)
    by = date.fromisoformat(case.answer_by)
    late = statements.is_late(turn, case)
    days, known["owner"] = (by - today).days, called(case.owner, case.owner_name)
    return texts.say(language, "rhythm.chased", **known, away=away, by=by, days=days, late=late)


def _verbs(turn: Turn, group: Sequence[About]) -> list[str]:
    """The buttons of a message about one case: one that is late, or whose owner is away, may be taken over at once."""
    case = group[0][1]
    if all(item.kind in OF_DECISION for item, _ in group):
        return ["desk.close", "desk.decide_by"]
    own = [] if case.owner else ["desk.claim"]
    answer = ["desk.answer"] if case.chat else []
    free = statements.is_late(turn, case) or of_owner(turn, case, turn.language)
    over = ["desk.take_over"] if case.owner and free else []
    again = ["desk.snooze"] if any(item.kind == SNOOZED for item, _ in group) else []
    return [*own, *answer, *over, *again]


def _shown(cases: Sequence[Case], language: Language) -> tuple[Offer, ...]:
    """A button for each case of a message that shows its card."""
    return tuple(
        Offer(texts.plain(language, "rhythm.show_one", reference=case.reference), Action("desk.card", case.reference))
        for case in cases[:BUTTONS]
    )


def _changes_card(turn: Turn, group: Sequence[About]) -> bool:
    case = group[0][1]
    return statements.is_late(turn, case) or any(item.kind == SNOOZED for item, _ in group)
