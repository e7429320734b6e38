"""Words and files for a case: passed on to the navigators item by item, at once, and kept with the case.

Several cases of one chat never mix, because each message names its own.
"""

from dialogs import texts
from dialogs.cards import from_association, what_follows
from dialogs.cards.languages import desk_language
from dialogs.case.follow import offers
from dialogs.case.own_cases import own
from dialogs.conversation.effects import AddMessage, Effect
from dialogs.conversation.events import Edited, Said, Unreadable
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Heard, Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.incoming.formatted import formatted_as
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage, Stray
from dialogs.records.case_states import CaseAct


def said(turn: Turn, text: str) -> Outcome:
    """Relay words to the desk and keep them with the case."""
    return _passed_on(turn, as_it_came(turn, text))


def attached(turn: Turn, event: Unreadable) -> Outcome:
    """Relay a photo, a file or a voice message to the desk."""
    return _passed_on(turn, Stray("", event.attachment, event.message))


def as_it_came(turn: Turn, text: str) -> Stray:
    """Words with the file that they stood under and the number of their message."""
    event = turn.event
    file, quoted = (event.attachment, event.quoted) if isinstance(event, Said) else (None, "")
    return Stray(text, file, getattr(event, "message", 0), formatted_as(event, text), quoted)


def relay(turn: Turn, case: Case, items: tuple[Stray, ...]) -> Outcome:
    """Pass something on to the navigators, item by item, under the card of its case."""
    turn = turn.at(case=case.reference, heard=_went_to(turn, case))
    said_so = _said_so(turn, case)
    heard = from_association.heard(turn, case)
    outcome = turn.ask(said_so, offers(turn, heard), effects=_added(turn, case, items), place="case")
    return outcome.but(replies=(*outcome.replies, *_forwarded(turn, case, items)))


def relay_beside(turn: Turn, case: Case, items: tuple[Stray, ...]) -> Outcome:
    """Pass something on and return to the question in hand, which has nothing to do with the case."""
    asked = before(_said_so(turn, case), turn.present())
    outcome = also(asked, *_added(turn, case, items))
    return outcome.but(replies=(*outcome.replies, *_forwarded(turn, case, items)))


def relay_to_all(turn: Turn, meant: tuple[Case, ...], items: tuple[Stray, ...]) -> Outcome:
    """Pass the same on to several cases, and return to the question in hand."""
    said_so = [_said_so(turn, case) for case in meant]
    outcome = before("\n".join(said_so), turn.present())
    effects = [effect for case in meant for effect in _added(turn, case, items)]
    replies = [reply for case in meant for reply in _forwarded(turn, case, items)]
    return also(outcome, *effects).but(replies=(*outcome.replies, *replies))


def changed(turn: Turn, message: int, text: str) -> Outcome | None:
    """Tell the desk that words which were relayed were changed; None if the message went to no case of this chat."""
    for case in turn.snapshot.cases:
        told = [item for item in case.messages if item.message == message and item.author == "association"]
        if message and told and own(turn, case.reference):
            return _changed(turn, case, told[-1], text)
    return None


def _changed(turn: Turn, case: Case, told: CaseMessage, text: str) -> Outcome:
    """Pass on what is new of a message: its words, and its file where another one stands in its place."""
    language, file = desk_language(turn, turn.world.packs[case.municipality]), _another_file(turn, told)
    words = texts.plain(language, "desk.changed_words", text=text)
    if not text or told.text in (text, words):
        if file is None:
            return Outcome(turn.session)
        words = texts.plain(language, "desk.changed_file")
    chat = turn.desk_of(case.municipality)
    outcome = turn.tell(
        _said_so(turn, case, "cases.change_relayed"),
        effects=(AddMessage(case.reference, told.but(text=words, at=turn.now, attachment=file, formatted=())),),
    )
    return outcome.but(replies=(*outcome.replies, *from_association.passed_on(turn, case, Stray(words, file), chat)))


def _another_file(turn: Turn, told: CaseMessage) -> Attachment | None:
    file = turn.event.attachment if isinstance(turn.event, Edited) else None
    return file if file is not None and not file.is_file(told.attachment) else None


def _said_so(turn: Turn, case: Case, key: str = "cases.relayed") -> str:
    """That something went to the contact person, or that it waits because the desk cannot be reached."""
    shut = turn.is_shut(case.municipality)
    return turn.say("cases.kept_for_later" if shut else key, reference=case.reference)


def _passed_on(turn: Turn, item: Stray) -> Outcome:
    case = own(turn, turn.session.case)
    return relay(turn, case, (item,)) if case else turn.go("proposals")


def _went_to(turn: Turn, case: Case) -> Heard | None:
    heard = turn.session.heard
    return heard.but(place="case.write", case=case.reference) if heard else None


def _added(turn: Turn, case: Case, items: tuple[Stray, ...]) -> tuple[Effect, ...]:
    heard = from_association.heard(turn, case)
    said_so = (
        CaseMessage(
            "association",
            item.text,
            turn.now,
            attachment=item.attachment,
            message=item.message,
            formatted=item.formatted,
            quoted=item.quoted,
        )
        for item in items
    )
    saved = what_follows.effects(turn, case, heard, CaseAct.WRITE) if heard is not case else ()
    return (*saved, *(AddMessage(case.reference, message) for message in said_so))


def _forwarded(turn: Turn, case: Case, items: tuple[Stray, ...]) -> tuple[Reply, ...]:
    chat, heard = turn.desk_of(case.municipality), from_association.heard(turn, case)
    each = (from_association.passed_on(turn, heard, item, chat) for item in items)
    news = what_follows.cards(turn, case, heard, CaseAct.WRITE) if heard is not case else ()
    return (*(reply for replies in each for reply in replies), *news)
