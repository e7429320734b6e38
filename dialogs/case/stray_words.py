"""Words and files that nobody asked for while a case is open.

All of them are kept, in the order they came, until the person says where they belong: to which case, or to a new need.
A file that came where only words are read is offered to the cases in the same way.
"""

import re
from functools import cache

from dialogs import texts
from dialogs.asides import commands
from dialogs.case import follow
from dialogs.conversation.events import Said, Unreadable
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Outcome, Session
from dialogs.conversation.turn import Turn, Words, before, with_offers
from dialogs.conversation.typed import simplified
from dialogs.finding import need
from dialogs.incoming import phrases
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, Stray
from dialogs.records.case_states import OPEN
from knowledge.language import Language

MOST_CASES = 5
"""How many cases a choice offers, newest first, a button each: more are a page to read; a reference can be typed."""
MOST_KEPT = 50
"""How many messages wait to be told which case they belong to: five albums of ten pictures, so that none is cut."""
LONGEST_QUOTE = 300
"""In characters: so much of what waits is said back, enough to know it again."""
REFERENCE = re.compile(r"\W*(?=[a-z]*[0-9])(?=[0-9]*[a-z])([2-9cfghjkmpqrvwx]{5})\b", re.IGNORECASE)
"""What looks like the reference of a case, at the beginning of words."""
UNDISTURBED = frozenset({"case.write", "municipality", "language"})
"""Places where words are taken as they are, though a navigator answered meanwhile."""
_OF_A_CASE = {"case": follow.open_case, "case.write": follow.write, "case.withdraw": follow.withdraw}


def are_asked_about(session: Session) -> bool:
    """Whether the newest question is where something belongs."""
    return bool(session.offers) and session.offers[0].action.verb == "stray.case"


def answered(turn: Turn, text: str, chosen: tuple[Offer, ...]) -> Outcome | None:
    """Take an answer to the question where something belongs that is not one button's words; None for others."""
    if not are_asked_about(turn.session):
        return None
    meant = [offer.action.argument for offer in turn.session.offers if offer.action.verb == "stray.case"]
    picked = [offer.action.argument for offer in chosen if offer.action.verb == "stray.case"]
    if len(picked) > 1 and len(picked) == len(chosen):
        return to_cases(turn, " ".join(picked))
    agreed = phrases.agrees(text)
    if agreed is not None:
        return dropped(turn) if not agreed else to_case(turn, meant[0]) if len(meant) == 1 else _asked(turn)
    way = _way_of_a_case(simplified(text))
    hand = follow.own(turn, turn.session.case)
    if way == "go":
        return turn.go("start")
    return _OF_A_CASE[way](turn, hand.reference) if way and hand else None


def beside_the_question(turn: Turn, text: str) -> Outcome | None:
    """Take words that belong to a case whatever is asked; None for words that answer what is asked.

    They answer a navigator's message, name a case, follow others that wait, or come right after a navigator's answer.
    """
    if turn.event.sender.reply_to is not None and turn.snapshot.post is not None:
        meant = turn.snapshot.case
        return follow.said(turn.at(case=meant.reference), text) if meant and follow.own(turn, meant.reference) else None
    named, rest = follow.named(turn, text)
    if named and not rest:
        return to_cases(turn, " ".join(case.reference for case in named))
    if named and len(follow.mentioned(turn, text)) == 1:
        return follow.said(turn.at(case=named[0].reference), text)
    after_an_answer = turn.session.place not in UNDISTURBED and follow.newest_answer(turn) is not None
    known = turn.session.place in turn.places and turn.session.place != "case"
    waits = known and are_asked_about(turn.session)
    return _kept(turn, follow.as_it_came(turn, text)) if named or after_an_answer or waits else None


def out_of_reach(turn: Turn, text: str, outcome: Outcome) -> Outcome:
    """Say of words that begin with the reference of no case of this chat that they went to none."""
    found = REFERENCE.match(text)
    if found is None or turn.meaning is not Words.NEED:
        return outcome
    return before(turn.say("cases.out_of_reach", reference=found[1].upper()), outcome)


def greeted(turn: Turn) -> Action | None:
    """What a greeting leads to: the case of the newest message; None without a case."""
    mine = follow.newest_first(case for case in turn.snapshot.cases if case.chat == turn.session.chat)
    return Action("case", mine[0].reference) if mine else None


def settled(turn: Turn, outcome: Outcome) -> Outcome:
    """Say that words still wait when a person leaves the question about them, so that they do not look sent.

    `turn` is that of the event, `outcome` what was answered to it.
    """
    waiting = _words(outcome.session.strays)
    if not waiting or not are_asked_about(turn.session) or are_asked_about(outcome.session):
        return outcome
    now = turn.at(place=outcome.session.place, case=outcome.session.case, language=outcome.session.language)
    return with_offers(before(now.say("cases.words_wait", words=_cut(waiting)), outcome), *_to_cases(now))


def cancelled(turn: Turn, _argument: str = "") -> Outcome:
    """Leave the present step, and forget what waits, aloud."""
    if turn.session.place == "delete" or not waiting_of(turn):
        return commands.cancel(turn)
    return before(turn.say("cases.stray_dropped"), commands.cancel(_without(turn)))


def said(turn: Turn, text: str) -> Outcome:
    """Keep words that came beside a case, and ask where they belong."""
    return _kept(turn, follow.as_it_came(turn, text)) if _open_to(turn) else need.heard(turn, text)


def file_came(turn: Turn, event: Unreadable) -> Outcome:
    """Keep a file without words while a case is open, and ask where it belongs; without a case, say it is not kept."""
    if event.attachment is None or not _open_to(turn):
        return before(turn.say("common.file" if event.attachment else "common.unreadable"), turn.present())
    stray = Stray("", event.attachment, event.message)
    return _kept(turn, stray) if turn.session.place == "case" else _waiting(turn, turn.present(), stray)


def beside(turn: Turn, outcome: Outcome) -> Outcome:
    """Say what becomes of a file whose caption was read: it is kept for a case that is open, or it is not kept."""
    file = follow.as_it_came(turn, "")
    if file.attachment is None or _went_on(outcome, file.attachment):
        return outcome
    if not _open_to(turn):
        return before(turn.say("common.file_left"), outcome)
    return _waiting(turn, outcome, file)


def of_the_album(turn: Turn) -> Outcome | None:
    """Let a file go where the first of its album went, without another word; None if it is the first, or alone."""
    heard, event = turn.session.heard, turn.event
    if (
        heard is None
        or not isinstance(event, Said | Unreadable)
        or not event.album
        or heard.album != event.album
        or event.attachment is None
    ):
        return None
    text = event.text if isinstance(event, Said) else ""
    item = Stray(text, event.attachment, event.message)
    case = follow.own(turn, heard.case) if heard.place == "case.write" else None
    if case is not None:
        relayed = follow.relay(turn, case, (item,))
        return relayed.but(session=turn.session, replies=tuple(reply for reply in relayed.replies if reply.chat))
    if turn.session.strays and _open_to(turn):
        return Outcome(turn.session.but(strays=(*turn.session.strays, item)))
    return None if text else Outcome(turn.session)


def changed(turn: Turn, message: int, text: str) -> Outcome | None:
    """Take the new words of a message that waits; None if another one was changed."""
    waiting = turn.session.strays
    if not message or all(item.message != message for item in waiting):
        return None
    strays = tuple(item.but(text=text) if item.message == message else item for item in waiting)
    changed_turn = turn.at(strays=strays)
    again = _asked(changed_turn) if are_asked_about(turn.session) else changed_turn.present()
    return before(turn.say("common.edit_taken"), again)


def to_case(turn: Turn, reference: str) -> Outcome:
    """Send everything that was asked about to the contact person."""
    waiting, case = waiting_of(turn), follow.own(turn, reference)
    if case is None or not waiting:
        return follow.write(turn, reference)
    relay = follow.relay if turn.session.place in ("case", "case.write") else follow.relay_beside
    return relay(_without(turn), case, waiting)


def to_cases(turn: Turn, references: str) -> Outcome:
    """Send everything that was asked about to several contact persons."""
    waiting, names = waiting_of(turn), references.split()
    meant = tuple(case for name in names if (case := follow.own(turn, name)))
    if len(meant) < 2:
        return to_case(turn, names[0])
    return follow.relay_to_all(_without(turn), meant, waiting) if waiting else turn.go("proposals")


def to_question(turn: Turn, _argument: str = "") -> Outcome:
    """Take the words that were asked about as the answer to the question in hand. A file is no answer."""
    waiting, place = waiting_of(turn), turn.places[turn.session.place]
    outcome = place.said(_without(turn), _words(waiting))
    files = any(item.attachment for item in waiting)
    return before(turn.say("common.file_left"), outcome) if files else outcome


def to_need(turn: Turn, _argument: str = "") -> Outcome:
    """Read the words that were asked about as a new need. A need has no files, and that is said."""
    waiting = waiting_of(turn)
    text = _words(waiting)
    outcome = need.heard(_without(turn).at(case=""), text) if text else _without(turn).go("need")
    files = any(item.attachment for item in waiting)
    return before(turn.say("common.file_left"), outcome) if files else outcome


def dropped(turn: Turn, _argument: str = "") -> Outcome:
    """Forget what was asked about, and say so."""
    return before(turn.say("cases.stray_dropped"), _without(turn).present())


def waiting_of(turn: Turn) -> tuple[Stray, ...]:
    """What waits to be told where it belongs."""
    return turn.session.strays


def _words(waiting: tuple[Stray, ...]) -> str:
    return "\n".join(item.text for item in waiting if item.text)


def _kept(turn: Turn, stray: Stray) -> Outcome:
    if len(waiting_of(turn)) >= MOST_KEPT:
        return before(turn.say("cases.stray_too_many"), _asked(turn))
    # What follows at once is kept beside it, never read together with it.
    heard = turn.session.heard.but(place="case", text="") if turn.session.heard else None
    return _asked(turn.at(strays=(*turn.session.strays, stray), heard=heard))


def _waiting(turn: Turn, outcome: Outcome, stray: Stray) -> Outcome:
    """Keep a file beside the question in hand, with a button for each case that it can go to."""
    kept = outcome.but(session=outcome.session.but(strays=(*outcome.session.strays, stray)))
    return with_offers(before(turn.say("cases.file_waits"), kept), *_to_cases(turn))


def _asked(turn: Turn) -> Outcome:
    waiting = waiting_of(turn)
    words, each = _words(waiting), _to_cases(turn)
    choices = (
        *each,
        *(_to_all(turn, each) if len(each) > 1 else ()),
        *(_elsewhere(turn) if words else ()),
        turn.offer("cases.stray_drop", "stray.drop"),
    )
    files = sum(item.attachment is not None for item in waiting)
    return turn.ask(turn.say("cases.stray", words=_cut(words), files=files), choices)


def _to_cases(turn: Turn) -> tuple[Offer, ...]:
    return tuple(
        turn.offer("cases.stray_to_case", "stray.case", case.reference, reference=case.reference)
        for case in _open_to(turn)
    )


def _open_to(turn: Turn) -> tuple[Case, ...]:
    """The cases that something can be added to, that of the newest message first.

    The open ones, and whatever their state the one in hand, the one that was answered last, and those that are named.
    """
    hand = follow.own(turn, turn.session.case) if turn.session.place.startswith("case") else None
    meant = {case.reference for case in (hand, follow.newest_answer(turn)) if case}
    meant |= {case.reference for case in follow.mentioned(turn, _words(waiting_of(turn)))}
    mine = [case for case in reversed(turn.snapshot.cases) if case.chat == turn.session.chat]
    return follow.newest_first(case for case in mine if case.state in OPEN or case.reference in meant)[:MOST_CASES]


def _to_all(turn: Turn, each: tuple[Offer, ...]) -> tuple[Offer, ...]:
    names = [offer.action.argument for offer in each]
    key = "cases.stray_to_both" if len(names) == 2 else "cases.stray_to_all"
    return (turn.offer(key, "stray.all", " ".join(names), names=names),)


def _elsewhere(turn: Turn) -> tuple[Offer, ...]:
    """Where words can go but to a case: to the question in hand if it takes any, else to a new need."""
    if turn.meaning is Words.ANSWER:
        return (turn.offer("cases.stray_to_question", "stray.answer"),)
    return (turn.offer("cases.stray_to_need", "stray.need"),)


@cache
def _way_of_a_case(said: str) -> str:
    """The verb of a case's own button that words name, in any language; empty if they name none."""
    ways = {"withdraw": "case.withdraw", "done": "case", "show": "case", "write": "case.write", "something_else": "go"}
    said_so = (verb for key, verb in ways.items() for code in Language if said == _label(code, key))
    return next(said_so, "")


def _label(language: Language, key: str) -> str:
    return simplified(texts.plain(language, f"cases.{key}"))


def _went_on(outcome: Outcome, attachment: Attachment) -> bool:
    kept = any(item.attachment == attachment for item in outcome.session.strays)
    return kept or any(reply.attachment == attachment for reply in outcome.replies)


def _without(turn: Turn) -> Turn:
    return turn.at(strays=())


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE].rsplit(maxsplit=1)[0]} …"
