"""Asking: each office gets the question that was seen, once, and the case waits for it; the desk sees who asks whom."""

from dialogs import texts
from dialogs.asking.choosing import askable, in_time
from dialogs.asking.draft import left, standing, without_draft
from dialogs.asking.preview import inquiries_of, previewed
from dialogs.asking.writing import ask_words
from dialogs.cards import what_follows
from dialogs.cards.languages import desk_language
from dialogs.cards.log import logged
from dialogs.cards.what_follows import say, why_not
from dialogs.conversation.effects import AddMessage, PlanReminders
from dialogs.conversation.replies import Receipt, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.deadlines import office_ladder
from dialogs.office import clock
from dialogs.office.question import LONGEST_QUESTION, chat_of, is_at_desk, name_of, posted
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_changes import after, refusal
from dialogs.records.case_states import CaseAct
from dialogs.records.offices.inquiry import Inquiry, InquiryDraft


def send(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Ask the offices of a draft."""
    draft = standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    refused = refusal(case, CaseAct.ASK, turn.event.sender.user)
    if refused is not None:
        return left(turn, case, why_not(turn, case, refused))
    ready = _ready(turn, case, draft)
    return ready if ready is not None else _sent(turn, case, draft)


def _ready(turn: Turn, case: Case, draft: InquiryDraft) -> Outcome | None:
    """What must be seen or written first, None if the draft can go as it was seen."""
    if not 0 < len(draft.text) <= LONGEST_QUESTION:
        return ask_words(turn, case, draft)
    if not set(draft.offices) <= {office.id for office in askable(turn, case)}:
        return say(turn, case, turn.say("inquiry.not_this_one", reference=case.reference))
    later = in_time(turn, draft)
    if later == draft:
        return None
    told = turn.say("inquiry.day_passed", reference=case.reference)
    return before(told, previewed(turn, case, later.but(id=turn.snapshot.new_id)))


def _sent(turn: Turn, case: Case, draft: InquiryDraft) -> Outcome:
    new, first = inquiries_of(turn, draft), len(case.inquiries)
    changes = clock.asked(turn.home, case, (*case.inquiries, *new), turn.now)
    asked = after(case, CaseAct.ASK, turn.now, **changes, **what_follows.acted(turn, case))
    numbers = range(first, first + len(new))
    plans = (_planned(turn, asked, number) for number in numbers)
    logged = (AddMessage(case.reference, _noted(turn, case, one)) for one in new)
    effects = (*what_follows.effects(turn, case, asked, CaseAct.ASK), *plans, *logged)
    questions = (posted(turn, asked, number, _receipt(turn, asked, asked.inquiries[number])) for number in numbers)
    posts = what_follows.cards(turn, case, asked, CaseAct.ASK)
    return Outcome(without_draft(turn, case), (_told(turn, case, draft), *questions, *posts), effects)


def _planned(turn: Turn, case: Case, number: int) -> PlanReminders:
    office, desk = chat_of(turn, case, case.inquiries[number].office), what_follows.desk_chat(turn, case)
    return office_ladder.planned(case, number, turn.home, office, desk)


def _told(turn: Turn, case: Case, draft: InquiryDraft) -> Reply:
    """What everybody at the desk reads: who asked whom, and until when."""
    language = desk_language(turn, turn.home)
    text = texts.say(
        language,
        "inquiry.sent",
        name=turn.event.sender.name,
        reference=case.reference,
        offices=[name_of(turn.home, office, language) for office in draft.offices],
        due=office_ladder.until(draft.due, turn.home),
    )
    return Reply(text, about=case.reference, under_card=True)


def _noted(turn: Turn, case: Case, inquiry: Inquiry) -> CaseMessage:
    """What the desk reads of it later, among all that was said in the case."""
    return logged(turn, case, "inquiry.kept_question", office=inquiry.office, text=inquiry.question)


def _receipt(turn: Turn, case: Case, inquiry: Inquiry) -> Receipt | None:
    """What the desk is told if an office does not get its question. Among the navigators all see what stands there."""
    if is_at_desk(turn, case, inquiry.office):
        return None
    language = desk_language(turn, turn.home)
    known = {"reference": case.reference, "office": name_of(turn.home, inquiry.office, language)}
    refused, doubtful = (
        texts.say(language, key, **known) for key in ("inquiry.not_reached", "inquiry.perhaps_reached")
    )
    return Receipt(turn.event.sender.chat, "", refused, case.reference, doubtful, doubtful)
