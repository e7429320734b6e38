"""What an office answers to a question about a case: a press, a reason, words of its own.

Every answer lands in the case, is told under its card, and ends the wait; the office is thanked. Who presses when
somebody has already decided is told who has; words that come then are passed on all the same.
"""

from dialogs import texts
from dialogs.cards import what_follows
from dialogs.cards.languages import desk_language
from dialogs.conversation.effects import AddMessage
from dialogs.conversation.replies import Addressee, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines import office_ladder
from dialogs.office import clock
from dialogs.office.news import of_an_answer
from dialogs.office.question import chat_of, is_at_desk, name_of
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_changes import after
from dialogs.records.case_states import OPEN, CaseAct
from dialogs.records.offices.inquiries import inquiry_at, with_changed
from dialogs.records.offices.inquiry import LAST_WORDS, AwaitedWords, Inquiry, OfficeVerdict

ASKED_FOR = {OfficeVerdict.DECLINED: "inquiry.why", OfficeVerdict.ASKED_BACK: "inquiry.what"}
"""What an official is asked to write after a press."""


def question_meant(turn: Turn, argument: str) -> tuple[Case, int] | None:
    """Return the case and the number of the question that a button names, None unless it was asked in this chat."""
    reference, _, digits = argument.partition(" ")
    known = (turn.snapshot.case, *turn.snapshot.cases)
    case = next((one for one in known if one is not None and one.reference == reference), None)
    number = int(digits) if digits.isdecimal() else -1
    inquiry = inquiry_at(case, number) if case is not None else None
    return (case, number) if case is not None and inquiry is not None and may_answer(turn, case, inquiry) else None


def may_answer(turn: Turn, case: Case, inquiry: Inquiry) -> bool:
    """Tell whether a chat is the one where the office of a question is asked."""
    sender = turn.event.sender
    if sender.seat is not None:
        return (sender.seat.municipality, sender.seat.office) == (case.municipality, inquiry.office)
    return sender.staff == case.municipality and is_at_desk(turn, case, inquiry.office)


def take(turn: Turn, case: Case, number: int) -> Outcome:
    """Let an office take a case."""
    decided = _decided(turn, case, number, OfficeVerdict.TAKEN)
    return decided if decided is not None else answered(turn, case, number, OfficeVerdict.TAKEN)


def decline(turn: Turn, case: Case, number: int) -> Outcome:
    """Ask an official why a case is not the office's."""
    return _ask_words(turn, case, number, OfficeVerdict.DECLINED)


def ask_back(turn: Turn, case: Case, number: int) -> Outcome:
    """Ask an official what the office must know first."""
    return _ask_words(turn, case, number, OfficeVerdict.ASKED_BACK)


def cancel(turn: Turn, case: Case, _number: int) -> Outcome:
    """Leave a reason unwritten; the question stays."""
    told = turn.say("inquiry.cancelled", reference=case.reference)
    return Outcome(turn.session.but(awaited=None), (_here(turn, told),))


def said(turn: Turn, case: Case, number: int, text: str, file: Attachment | None = None) -> Outcome:
    """Take words that answer a question by themselves: one asks back, if it ends with a question mark."""
    if is_reason(text):
        return answered(turn, case, number, OfficeVerdict.DECLINED, text, file)
    asks = text.rstrip().endswith(("?", "？"))
    return answered(turn, case, number, OfficeVerdict.ASKED_BACK if asks else OfficeVerdict.OPINION, text, file)


def ask_again(turn: Turn, case: Case) -> Outcome:
    """Ask once more for words that were asked for: a file alone says too little."""
    told = turn.say("inquiry.in_words", name=turn.event.sender.name, reference=case.reference)
    return Outcome(turn.session, (_here(turn, told),))


def is_reason(text: str) -> bool:
    """Tell whether words begin as the button does that says whose a case is not, and go on with the reason."""
    begins = {label.rstrip(" …").casefold() for label in texts.in_all("inquiry.decline")}
    typed = " ".join(text.split()).casefold()
    return any(typed.startswith(f"{one} ") for one in begins)


def answered(
    turn: Turn, case: Case, number: int, verdict: OfficeVerdict, text: str = "", file: Attachment | None = None
) -> Outcome:
    """Keep an answer, tell the desk and thank the office. After a decision words are what somebody thinks of it."""
    inquiry = case.inquiries[number]
    verdict = OfficeVerdict.OPINION if inquiry.verdict in LAST_WORDS else verdict
    pack, desk = turn.world.packs[case.municipality], what_follows.desk_chat(turn, case)
    changes = clock.heard(pack, case, _changed(turn, case, number, verdict), turn.now)
    changed = after(case, CaseAct.OFFICE_ANSWERS, turn.now, **changes)
    effects = (
        *what_follows.effects(turn, case, changed, CaseAct.OFFICE_ANSWERS),
        AddMessage(case.reference, _kept(turn, case, inquiry.office, verdict, text, file)),
        office_ladder.planned(changed, number, pack, chat_of(turn, case, inquiry.office), desk),
    )
    posted = what_follows.cards(turn, case, changed, CaseAct.OFFICE_ANSWERS)
    news = of_an_answer(turn, changed, number, verdict, text, file)
    return Outcome(turn.session, (*_thanks(turn, changed, inquiry.office), *posted, news), effects)


def _changed(turn: Turn, case: Case, number: int, verdict: OfficeVerdict) -> tuple[Inquiry, ...]:
    """The questions with an answer. The first one ends the wait; what was decided stays so beside mere words."""
    inquiry, sender = case.inquiries[number], turn.event.sender
    if inquiry.verdict in LAST_WORDS:
        return case.inquiries
    first = inquiry.answered_at or turn.now
    who = {"answerer": sender.user, "answered_by": sender.name}
    return with_changed(case, number, verdict=verdict.value, answered_at=first, **who)


def _decided(turn: Turn, case: Case, number: int, verdict: OfficeVerdict) -> Outcome | None:
    """Say who has answered already, None if nobody has: a decision stands, and nobody need press the same twice."""
    inquiry, sender = case.inquiries[number], turn.event.sender
    if inquiry.verdict not in LAST_WORDS and inquiry.verdict != verdict:
        return None
    told = turn.say(
        "inquiry.answered_already",
        name=sender.name,
        own=inquiry.answerer == sender.user,
        who=inquiry.answered_by,
        reference=case.reference,
        verdict=inquiry.verdict,
    )
    return Outcome(turn.session.but(awaited=None), (_here(turn, told),))


def _ask_words(turn: Turn, case: Case, number: int, verdict: OfficeVerdict) -> Outcome:
    if (decided := _decided(turn, case, number, verdict)) is not None:
        return decided
    sender = turn.event.sender
    text = turn.say(ASKED_FOR[verdict], name=sender.name, reference=case.reference)
    cancelling = (turn.offer("common.cancel", "inquiry.cancel", f"{case.reference} {number}"),)
    whom = None if sender.private else Addressee(sender.user, sender.name)
    asked = Reply(text, cancelling, about=case.reference, whom=whom, answers=_message(turn))
    return Outcome(turn.session.but(awaited=AwaitedWords(case.reference, number, verdict.value)), (asked,))


def _kept(
    turn: Turn, case: Case, office: str, verdict: OfficeVerdict, text: str, file: Attachment | None
) -> CaseMessage:
    """What the desk reads of it later, among all that was said in the case, with the words as they were written."""
    pack, sender = turn.world.packs[case.municipality], turn.event.sender
    language = desk_language(turn, pack)
    key = f"inquiry.kept_{verdict}"
    said_so = CaseMessage("office", texts.plain(language, key, text=text), turn.now, internal=True, attachment=file)
    name = " · ".join(filter(None, (name_of(pack, office, language), sender.name)))
    number = (_message(turn) or 0) if text else 0
    return said_so.but(name=name, message=number, key=key, values=(("text", text),))


def _thanks(turn: Turn, case: Case, office: str) -> tuple[Reply, ...]:
    """A thank you; among the navigators the news under the card says enough."""
    if is_at_desk(turn, case, office):
        return ()
    name, ended = turn.event.sender.name, case.state not in OPEN
    return (_here(turn, turn.say("inquiry.thanks", name=name, reference=case.reference, ended=ended)),)


def _here(turn: Turn, text: str) -> Reply:
    """Something said in this chat, below the message that was pressed or written."""
    return Reply(text, answers=_message(turn))


def _message(turn: Turn) -> int | None:
    """The number of the message that was pressed, or of the one that was written; None if it has none."""
    return getattr(turn.event, "message", 0) or None
