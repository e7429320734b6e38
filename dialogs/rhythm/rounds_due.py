"""What navigators are told in the course of a round: it opens, how many drafts there are, it closes, the papers, the
pitch, the decisions; and that the pack wants to be asked again. Drafts are counted and never shown.
"""

from collections.abc import Sequence
from datetime import datetime

from dialogs import texts
from dialogs.cards.languages import desk_language
from dialogs.conversation.effects import Effect, PostponeReminders, SettleReminders
from dialogs.conversation.replies import Action, Offer, Reply
from dialogs.conversation.session import Outcome, RoundCount
from dialogs.conversation.turn import ABOUT_NOTHING, Turn
from dialogs.deadlines.desk.round_ladder import DeskMatter, meant
from dialogs.deadlines.verdict import Verdict, is_stale, next_morning
from dialogs.records.reminder import Reminder
from knowledge.calendar import people_are_reached
from knowledge.language import Language, words
from knowledge.municipality import canned
from knowledge.municipality.pack import Pack, Round

NOTHING_COUNTED = RoundCount()


def told(turn: Turn, waiting: Sequence[Reminder]) -> Outcome:
    """Say what is due and still useful, as one message; at night it waits for the morning."""
    pack = turn.world.packs.get(turn.event.sender.staff)
    if not waiting or pack is None:
        return Outcome(turn.session)
    about = {item: meant(pack, item) for item in waiting}
    judged = {item: _verdict(turn.now, pack, item, matter) for item, matter in about.items()}
    later = tuple(
        item.but(due=next_morning(turn.now, pack)) for item, verdict in judged.items() if verdict is Verdict.WAIT
    )
    effects: tuple[Effect, ...] = (PostponeReminders(later),) if later else ()
    settled = SettleReminders({item.key: verdict.name.lower() for item, verdict in judged.items()})
    said = [(item, matter) for item, matter in about.items() if matter and judged[item] is Verdict.SAY]
    return Outcome(turn.session, _replies(turn, pack, said), (*effects, settled))


def _verdict(now: datetime, pack: Pack, reminder: Reminder, about: DeskMatter | None) -> Verdict:
    if about is None:
        return Verdict.GONE
    if is_stale(datetime.fromisoformat(reminder.wall), now, pack):
        return Verdict.FAR_TOO_LATE
    if about.rung.counts_down and now > about.counted:
        return Verdict.PASSED
    return Verdict.SAY if people_are_reached(now.astimezone(pack.zone), pack.country) else Verdict.WAIT


def _replies(turn: Turn, pack: Pack, said: Sequence[tuple[Reminder, DeskMatter]]) -> tuple[Reply, ...]:
    if not said:
        return ()
    language = desk_language(turn, pack)
    text = "\n\n".join(_text(turn, pack, about, language) for _, about in said)
    rounds = {about.around.id: about.around for _, about in said if about.around}
    label = texts.plain(language, "calls.show")
    offers = tuple(
        Offer(f"{label}: {words(one.name, language)}" if len(rounds) > 1 else label, Action("desk.call", name))
        for name, one in rounds.items()
    )
    about_what = ABOUT_NOTHING if offers else ""
    return (Reply(text, offers, about=about_what, key=f"reminder:{said[0][0].key}"),)


def _text(turn: Turn, pack: Pack, about: DeskMatter, language: Language) -> str:
    around = about.around
    if about.rung.words:
        return _in_own_words(turn, pack, about, language)
    counted = turn.snapshot.counts.get(about.name, NOTHING_COUNTED)
    return texts.say(
        language,
        f"calls.{about.rung.kind.replace('-', '_')}",
        round_name=words(around.name, language) if around else "",
        at=about.counted,
        clock_place=words(pack.place_time, language),
        days=_days(turn, pack, about),
        drafts=counted.drafts,
        sent=counted.sent,
        confirmed=counted.confirmed,
        undecided=counted.undecided,
        own_day=counted.own_day,
        place=around.place if around else "",
        is_open=around is not None and around.is_open(turn.now),
        read=pack.read,
    )


def _in_own_words(turn: Turn, pack: Pack, about: DeskMatter, language: Language) -> str:
    """What the municipality tells its navigators itself in this place of its plan, as HTML."""
    values = {"days": str(_days(turn, pack, about)), "municipality": words(pack.name, language)}
    if about.around:
        values |= _of_round(turn, pack, about.around, language)
    text = canned.filled(words(about.rung.words, language), values)
    return texts.say(language, "reminders.own_words", text=text)


def _of_round(turn: Turn, pack: Pack, around: Round, language: Language) -> dict[str, str]:
    counted = turn.snapshot.counts.get(around.id, NOTHING_COUNTED)
    deadline, pitch = (
        texts.plain(language, "reminders.moment", at=at, place=words(pack.place_time, language))
        for at in (around.deadline, around.pitch or around.deadline)
    )
    return {
        "round": words(around.name, language),
        "deadline": deadline,
        "pitch": pitch,
        "place": around.place or texts.plain(language, "calls.no_place"),
        "minutes": str(around.pitch_minutes),
        "drafts": str(counted.drafts),
        "sent": str(counted.sent),
        "confirmed": str(counted.confirmed),
        "undecided": str(counted.undecided),
    }


def _days(turn: Turn, pack: Pack, about: DeskMatter) -> int:
    return (about.counted.date() - turn.now.astimezone(pack.zone).date()).days
