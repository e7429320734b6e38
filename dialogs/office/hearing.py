"""Words in a chat where an office is asked: which question they answer, and what becomes of words that are changed."""

from dialogs import texts
from dialogs.conversation.effects import AddMessage
from dialogs.conversation.events import Edited, Said
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import chosen, simplified
from dialogs.incoming.split_messages import NEAR_LIMIT
from dialogs.office import answering
from dialogs.office.answering import question_meant
from dialogs.office.news import of_a_change
from dialogs.office.places_and_verbs import VERBS, void
from dialogs.office.question import VERBS as ANSWERS
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case
from dialogs.records.offices.inquiries import newest_of
from dialogs.records.offices.inquiry import AwaitedWords, OfficeVerdict

SENT_KNOWN = 30
"""How many messages that brought a reason are known again when they are edited, the newest: some days, by hand."""
Question = tuple[Case, int]
"""A case and the number of one of its questions."""


def is_of_a_question(turn: Turn) -> bool:
    """Tell whether the message that was pressed or answered has the buttons of a question to an office."""
    post = turn.snapshot.post
    return post is not None and any(offer.action.verb in VERBS for offer in post.offers)


def heard(turn: Turn, text: str, file: Attachment | None = None) -> Outcome | None:
    """Take words or a file that answer a question; None if they answer none.

    They do if they reply to it, or if their writer was asked for them and they reply to nothing else that Lots said.
    Buttons can be typed there.
    """
    meant, wanted = _question_answered(turn), None if _replies_elsewhere(turn) else awaited(turn)
    if wanted is not None and (meant is None or _is(meant, wanted.case, wanted.number)):
        found = question_meant(turn, f"{wanted.case} {wanted.number}")
        return _as_awaited(turn, found, wanted, text, file) if found is not None else void(turn.at(awaited=None))
    if not is_of_a_question(turn):
        return None
    turn = turn.at(awaited=None)
    typed = _typed(turn, text) if file is None else None
    if typed is not None:
        return typed
    return _going_on(answering.said(turn, *meant, text, file), *meant, turn) if meant is not None else void(turn)


def awaited(turn: Turn) -> AwaitedWords | None:
    """What the writer is to write, None if nothing is, or if this is not the message that may bring it."""
    wanted = turn.session.awaited
    return wanted if wanted is not None and wanted.may_come_in(getattr(turn.event, "message", 0)) else None


def _replies_elsewhere(turn: Turn) -> bool:
    """Whether words reply to something that Lots said and that is no question, as to the card of another case."""
    answers = turn.event.sender.reply_to is not None and turn.snapshot.post is not None
    return answers and not is_of_a_question(turn)


def named(turn: Turn, text: str, office: str) -> Outcome | None:
    """Take the words of a button beside the reference of a case, as an office types them; None if they are others."""
    case = turn.snapshot.case
    if case is None or case.reference not in text.upper():
        return None
    number = newest_of(case, office)
    verb = _verb_of(text.replace(case.reference, "").replace(case.reference.lower(), ""))
    return VERBS[verb](turn, f"{case.reference} {number}") if verb and number is not None else None


def by_label(turn: Turn, label: str, heading: str, office: str) -> Outcome:
    """Do what a button says whose message is not remembered, as after a group has moved, if its first line tells which
    case it is about.
    """
    case, verb = turn.snapshot.case, _verb_of(label)
    number = newest_of(case, office) if case is not None else None
    if case is None or number is None or not verb or case.reference not in heading:
        return void(turn)
    return VERBS[verb](turn, f"{case.reference} {number}")


def edited(turn: Turn, event: Edited) -> Outcome | None:
    """Tell the desk of a change in words of an office that reached it; None for any other change."""
    case = turn.snapshot.case
    told = [item for item in case.messages if item.author == "office" and item.message == event.message] if case else []
    if case is None or not event.message or not told or not (is_of_a_question(turn) or was_awaited(turn)):
        return None
    words = texts.plain(turn.language, "inquiry.kept_changed", text=event.text)
    if told[-1].text.endswith(event.text):
        return Outcome(turn.session)
    values = {"key": "inquiry.kept_changed", "values": (("text", event.text),)}
    kept = AddMessage(case.reference, told[-1].but(text=words, at=turn.now, attachment=None, **values))
    thanks = Reply(turn.say("inquiry.change_taken", reference=case.reference), answers=event.message)
    return Outcome(turn.session, (thanks, of_a_change(turn, case, told[-1].name, event.text)), (kept,))


def _question_answered(turn: Turn) -> Question | None:
    """The question whose message was answered."""
    post = turn.snapshot.post if turn.event.sender.reply_to is not None else None
    arguments = [offer.action.argument for offer in post.offers if offer.action.verb in VERBS] if post else []
    return question_meant(turn, arguments[0]) if arguments else None


def _is(question: Question, reference: str, number: int) -> bool:
    return (question[0].reference, question[1]) == (reference, number)


def _as_awaited(turn: Turn, question: Question, awaited: AwaitedWords, text: str, file: Attachment | None) -> Outcome:
    cancelled = {simplified(words) for words in texts.in_all("common.cancel")}
    if file is None and simplified(text) in cancelled and not awaited.message:
        return answering.cancel(turn, *question)
    if not text.strip():
        return answering.ask_again(turn, question[0])
    known = _remembered(turn, question[0].reference)
    told = turn.at(awaited=None, desk=turn.session.desk.but(sent_to=known))
    answered = answering.answered(told, *question, OfficeVerdict(awaited.verdict), text, file)
    return _going_on(answered, *question, turn)


def was_awaited(turn: Turn) -> bool:
    """Tell whether a message that was changed brought words that its writer had been asked for."""
    return isinstance(turn.event, Edited) and str(turn.event.message) in turn.session.desk.sent_to


def _remembered(turn: Turn, reference: str) -> dict[str, str]:
    """In which case each of the last messages went, this one too: its words reply to nothing that would tell it."""
    number = str(getattr(turn.event, "message", 0))
    return dict(list({**turn.session.desk.sent_to, number: reference}.items())[-SENT_KNOWN:])


def _going_on(outcome: Outcome, case: Case, number: int, turn: Turn) -> Outcome:
    """An answer so long that a client may have cut it: what comes in the very next message belongs to it."""
    event = turn.event
    if not isinstance(event, Said) or len(event.text) < NEAR_LIMIT or outcome.session.awaited is not None:
        return outcome
    rest = AwaitedWords(case.reference, number, OfficeVerdict.OPINION.value, message=event.message + 1)
    return outcome.but(session=outcome.session.but(awaited=rest))


def _typed(turn: Turn, text: str) -> Outcome | None:
    """Do what a button of the answered message says, typed as its words or its number; None if words are others."""
    post = turn.snapshot.post
    found = chosen(text, post.offers) if post is not None else ()
    return VERBS[found[0].action.verb](turn, found[0].action.argument) if len(found) == 1 else None


def _verb_of(label: str) -> str:
    """The verb whose button says so in any language, empty if none does."""
    said = simplified(label)
    return next((verb for verb in ANSWERS if said in map(simplified, texts.in_all(verb))), "")
