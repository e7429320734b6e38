"""Words and files that nobody asked for while a case is open.

All of them are kept, in the order they came, until the person says where they belong: to which case, or to a new need.
A file that came where only words are read is offered to the cases in the same way.
"""

import re

from dialogs.asides import commands
from dialogs.case import own_cases, relaying
from dialogs.case.where_it_belongs import are_asked_about, ask, cut, open_to, to_cases, ways_to_cases, without, words_of
from dialogs.conversation.events import Edited, Said, Unreadable
from dialogs.conversation.replies import Action
from dialogs.conversation.session import Outcome, Session
from dialogs.conversation.turn import Turn, Words, before, with_offers
from dialogs.finding import need
from dialogs.finding.other_doors import CHAT
from dialogs.incoming.formatted import formatted_as
from dialogs.records.attachment import Attachment
from dialogs.records.case import Stray
from knowledge.answers import kind_of
from knowledge.municipality.pack import Field
from knowledge.questions.recognise import has_form

NEW_MATTERS = frozenset({"start", "need", "need.unclear", "proposals", "welcome.back"})
"""Places where words are a new need, if they are one."""
FEWEST_WORDS = 3
"""In words: fewer may be a greeting, a yes or a slip."""
MOST_KEPT = 50
"""How many messages wait to be told which case they belong to: five albums of ten pictures, so that none is cut."""
REFERENCE = re.compile(r"\W*(?=[a-z]*[0-9])(?=[0-9]*[a-z])([2-9cfghjkmpqrvwx]{5})\b", re.IGNORECASE)
"""What looks like the reference of a case, at the beginning of words."""
UNDISTURBED = frozenset({"case.write", "municipality", "language"})
"""Places where words are taken as they are, though a navigator answered meanwhile."""


def said(turn: Turn, text: str) -> Outcome:
    """Keep words that came beside a case, and ask where they belong."""
    return _kept(turn, relaying.as_it_came(turn, text)) if open_to(turn) else need.heard(turn, text)


def file_came(turn: Turn, event: Unreadable) -> Outcome:
    """Keep a file without words while a case is open, and ask where it belongs; without a case, say it is not kept."""
    if event.attachment is None:
        return before(turn.say("common.unreadable"), turn.present())
    if not open_to(turn):
        there = _question_for_files(turn)
        label = turn.words(there.label) if there else ""
        unread = turn.say("common.file", kind=event.attachment.kind, album=bool(event.album), there=label)
        way = (turn.offer("proposal.change_row", "change", there.id, label=label),) if there else ()
        return before(unread, with_offers(turn.present(), *way))
    stray = Stray("", event.attachment, event.message)
    return _kept(turn, stray) if turn.session.place == "case" else _waiting(turn, turn.present(), stray)


def _question_for_files(turn: Turn) -> Field | None:
    """The question at which the proposal in hand takes files, for somebody who stands at another one of it."""
    if turn.proposal is None or not turn.session.place.startswith("proposal."):
        return None
    return next((field for field in turn.home.fields if kind_of(field).takes_files), None)


def beside(turn: Turn, outcome: Outcome) -> Outcome:
    """Say what becomes of a file whose caption was read: it is kept for a case that is open, or it is not kept."""
    file = relaying.as_it_came(turn, "")
    if file.attachment is None or _went_on(outcome, file.attachment):
        return outcome
    if not open_to(turn):
        album = isinstance(turn.event, Said) and bool(turn.event.album)
        return before(turn.say("common.file_left", album=album), outcome)
    return _waiting(turn, outcome, file)


def beside_the_question(turn: Turn, text: str) -> Outcome | None:
    """Take words that belong to a case whatever is asked; None for words that answer what is asked.

    They answer a navigator's message, name a case, follow others that wait, or come right after a navigator's answer.
    """
    if turn.event.sender.reply_to is not None and turn.snapshot.post is not None:
        meant = own_cases.own(turn, turn.snapshot.case.reference) if turn.snapshot.case else None
        return relaying.said(turn.at(case=meant.reference), text) if meant else None
    named, rest = own_cases.named(turn, text)
    if named and not rest and _waits_unseen(turn.session):
        return ask(turn)
    if named and not rest:
        return to_cases(turn, " ".join(case.reference for case in named))
    if named and len(own_cases.mentioned(turn, text)) == 1:
        return relaying.said(turn.at(case=named[0].reference), text)
    after_an_answer = turn.session.place not in UNDISTURBED and own_cases.newest_answer(turn) is not None
    known = turn.session.place in turn.places and turn.session.place != "case"
    waits = known and are_asked_about(turn.session)
    here = named or after_an_answer or waits or _says_more_of_a_case(turn, text)
    return _kept(turn, relaying.as_it_came(turn, text)) if here else None


def _says_more_of_a_case(turn: Turn, text: str) -> bool:
    """Whether words that are no need came where a need would be told, while a case of this chat is open.

    A greeting, a question and what belongs to another door are answered as always.
    """
    if turn.session.place not in NEW_MATTERS or len(text.split()) < FEWEST_WORDS or not open_to(turn) or has_form(text):
        return False
    understood = turn.world.understand(text, turn.home, turn.language)
    return understood.kind == "unclear" or (understood.kind == "out_of_scope" and understood.door in (None, CHAT))


def _waits_unseen(session: Session) -> bool:
    """Whether something waits that the newest buttons do not speak of: it goes nowhere before it is shown again."""
    return bool(session.strays) and not any(offer.action.verb.startswith("stray.") for offer in session.offers)


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
    item = Stray(text, event.attachment, event.message, formatted_as(event, text))
    case = own_cases.own(turn, heard.case) if heard.place == "case.write" else None
    if case is not None:
        relayed = relaying.relay(turn, case, (item,))
        return relayed.but(session=turn.session, replies=tuple(reply for reply in relayed.replies if reply.chat))
    if turn.session.strays and open_to(turn):
        return Outcome(turn.session.but(strays=(*turn.session.strays, item)))
    return None if text else Outcome(turn.session)


def changed(turn: Turn, message: int, text: str) -> Outcome | None:
    """Take the new words of a message that waits; None if another one was changed."""
    waiting = turn.session.strays
    if not message or all(item.message != message for item in waiting):
        return None
    file = turn.event.attachment if isinstance(turn.event, Edited) else None
    strays = tuple(
        item.but(text=text, formatted=formatted_as(turn.event, text), attachment=file or item.attachment)
        if item.message == message
        else item
        for item in waiting
    )
    changed_turn = turn.at(strays=strays)
    again = ask(changed_turn) if are_asked_about(turn.session) else changed_turn.present()
    return before(turn.say("common.edit_taken"), again)


def out_of_reach(turn: Turn, text: str, outcome: Outcome) -> Outcome:
    """Say of words that begin with the reference of no case of this chat that they went to none."""
    found = REFERENCE.match(text)
    if found is None or turn.meaning is not Words.NEED:
        return outcome
    return before(turn.say("cases.out_of_reach", reference=found[1].upper()), outcome)


def greeted(turn: Turn) -> Action | None:
    """What a greeting leads to: the case of the newest message; None without a case."""
    mine = own_cases.newest_first(case for case in turn.snapshot.cases if case.chat == turn.session.chat)
    return Action("case", mine[0].reference) if mine else None


def settled(turn: Turn, outcome: Outcome) -> Outcome:
    """Say that words still wait when a person leaves the question about them, so that they do not look sent.

    `turn` is that of the event, `outcome` what was answered to it.
    """
    waiting = words_of(outcome.session.strays)
    if not waiting or not are_asked_about(turn.session) or are_asked_about(outcome.session):
        return outcome
    now = turn.at(place=outcome.session.place, case=outcome.session.case, language=outcome.session.language)
    return with_offers(before(now.say("cases.words_wait", words=cut(waiting)), outcome), *ways_to_cases(now))


def cancelled(turn: Turn, _argument: str = "") -> Outcome:
    """Leave the present step, and forget what waits, aloud."""
    if turn.session.place == "delete" or not turn.session.strays:
        return commands.cancel(turn)
    return before(turn.say("cases.stray_dropped"), commands.cancel(without(turn)))


def _kept(turn: Turn, stray: Stray) -> Outcome:
    if len(turn.session.strays) >= MOST_KEPT:
        return before(turn.say("cases.stray_too_many"), ask(turn))
    # What follows at once is kept beside it, never read together with it.
    heard = turn.session.heard.but(place="case", text="") if turn.session.heard else None
    return ask(turn.at(strays=(*turn.session.strays, stray), heard=heard))


def _waiting(turn: Turn, outcome: Outcome, stray: Stray) -> Outcome:
    """Keep a file beside the question in hand, with a button for each case that it can go to."""
    kept = outcome.but(session=outcome.session.but(strays=(*outcome.session.strays, stray)))
    return with_offers(before(turn.say("cases.file_waits"), kept), *ways_to_cases(turn))


def _went_on(outcome: Outcome, attachment: Attachment) -> bool:
    kept = any(item.attachment == attachment for item in outcome.session.strays)
    return kept or any(reply.attachment == attachment for reply in outcome.replies)
