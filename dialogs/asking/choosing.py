"""Which offices are asked, and until when: chosen by buttons, one office or several."""

from datetime import date

from dialogs.asking.draft import draft_of, left, standing
from dialogs.asking.preview import previewed
from dialogs.asking.writing import ask_words
from dialogs.cards.case_at_hand import case_at_hand
from dialogs.cards.what_follows import say, why_not
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines.office_ladder import DEFAULT_WORKING_DAYS, WORKING_DAYS, day_within, until
from dialogs.office.question import LONGEST_QUESTION
from dialogs.records.case import Case
from dialogs.records.case_changes import refusal
from dialogs.records.case_states import CaseAct
from dialogs.records.offices.inquiries import waited_for
from dialogs.records.offices.inquiry import InquiryDraft
from knowledge.municipality.pack import Office

ONE, ALSO = "desk.ask_office", "desk.ask_also"
"""The verbs that choose an office: to begin a question, and beside those that it goes to already."""


def begin(turn: Turn, case: Case) -> Outcome:
    """Ask which office a navigator wants to ask; where there is but one, go on to the words."""
    refused = refusal(case, CaseAct.ASK, turn.event.sender.user)
    if refused is not None:
        return say(turn, case, why_not(turn, case, refused))
    left_to_ask = askable(turn, case)
    if not left_to_ask:
        return say(turn, case, turn.say("inquiry.none_left", reference=case.reference))
    if len(left_to_ask) == 1:
        return to_office(turn, case, left_to_ask[0].id)
    text = turn.say("inquiry.which", reference=case.reference, name=turn.event.sender.name)
    return turn.ask(text, _offices(turn, case, ONE, left_to_ask), place="desk.ask_which", case=case.reference)


def askable(turn: Turn, case: Case) -> tuple[Office, ...]:
    """Return the offices that can be asked now: those with a chat, or all if none has one; but none that is asked."""
    with_chat = tuple(office for office in turn.home.offices if office.id in turn.snapshot.offices)
    asked = {inquiry.office for inquiry in waited_for(case)}
    return tuple(office for office in with_chat or turn.home.offices if office.id not in asked)


def to_office(turn: Turn, case: Case, office: str) -> Outcome:
    """Begin a question to an office."""
    return _to_offices(turn, case, (office,))


def also(turn: Turn, case: Case, office: str) -> Outcome:
    """Let the question that is being written go to an office, too."""
    return _to_offices_too(turn, case, (office,))


def several(turn: Turn, chosen: tuple[Offer, ...]) -> Outcome:
    """Take several offices at once, as "1 och 2" names them; other buttons are chosen one by one."""
    reference = chosen[0].action.argument.partition(" ")[0]
    case, offices = case_at_hand(turn, reference), tuple(offer.action.argument.partition(" ")[2] for offer in chosen)
    verbs = {offer.action.verb for offer in chosen}
    if case is None or not (verbs == {ONE} or verbs == {ALSO}):
        return turn.tell(turn.say("inquiry.one_by_one", name=turn.event.sender.name))
    return _to_offices(turn, case, offices) if verbs == {ONE} else _to_offices_too(turn, case, offices)


def more(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Ask which office the question goes to beside those that are chosen."""
    draft = standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    others = tuple(office for office in askable(turn, case) if office.id not in draft.offices)
    if not others:
        return turn.tell(turn.say("inquiry.no_more", name=turn.event.sender.name))
    text = turn.say("inquiry.which_more", reference=case.reference, name=turn.event.sender.name)
    return turn.ask(text, _offices(turn, case, ALSO, others), place="desk.ask_which", case=case.reference)


def when(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Ask by which day the offices are to answer."""
    draft = standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    days = [day_within(turn.now, count, turn.home).isoformat() for count in WORKING_DAYS]
    offers = [
        turn.offer("inquiry.day", "desk.ask_day", f"{case.reference} {day}", day=until(day, turn.home)) for day in days
    ]
    text = turn.say("inquiry.when", reference=case.reference, name=turn.event.sender.name)
    return turn.ask(text, tuple(offers), place="desk.ask_which", case=case.reference)


def by_day(turn: Turn, case: Case, day: str) -> Outcome:
    """Let the question be answered by a day (ISO date) that was offered."""
    draft = draft_of(turn, case)
    if draft is None:
        return say(turn, case, turn.say("inquiry.no_draft", reference=case.reference))
    return _shown(turn, case, draft.but(due=day))


def in_time(turn: Turn, draft: InquiryDraft) -> InquiryDraft:
    """Return a draft whose day is still ahead: the one that was chosen, or another one if that has come meanwhile."""
    soonest = day_within(turn.now, WORKING_DAYS[0], turn.home)
    if date.fromisoformat(draft.due) >= soonest:
        return draft
    return draft.but(due=day_within(turn.now, DEFAULT_WORKING_DAYS, turn.home).isoformat())


def _to_offices(turn: Turn, case: Case, offices: tuple[str, ...]) -> Outcome:
    """Begin a question to offices. Words that were written already are kept, and seen before anybody gets them."""
    if (refused := _refused(turn, case, offices)) is not None:
        return refused
    day = day_within(turn.now, DEFAULT_WORKING_DAYS, turn.home)
    begun = draft_of(turn, case) or InquiryDraft("", (), day.isoformat())
    return _shown(turn, case, begun.but(offices=offices))


def _to_offices_too(turn: Turn, case: Case, offices: tuple[str, ...]) -> Outcome:
    draft = draft_of(turn, case)
    if draft is None:
        return say(turn, case, turn.say("inquiry.no_draft", reference=case.reference))
    whole = tuple(dict.fromkeys((*draft.offices, *offices)))
    refused = _refused(turn, case, offices)
    return refused if refused is not None else _shown(turn, case, draft.but(offices=whole))


def _refused(turn: Turn, case: Case, offices: tuple[str, ...]) -> Outcome | None:
    """Why offices cannot be asked: the case has ended, or one of them is asked already or is no more."""
    refused = refusal(case, CaseAct.ASK, turn.event.sender.user)
    if refused is not None:
        return left(turn, case, why_not(turn, case, refused))
    if set(offices) <= {office.id for office in askable(turn, case)}:
        return None
    return say(turn, case, turn.say("inquiry.not_this_one", reference=case.reference))


def _shown(turn: Turn, case: Case, draft: InquiryDraft) -> Outcome:
    """Show a draft that was changed, or ask for its words where there are none, or too many."""
    draft = in_time(turn, draft).but(id=turn.snapshot.new_id)
    return previewed(turn, case, draft) if 0 < len(draft.text) <= LONGEST_QUESTION else ask_words(turn, case, draft)


def _offices(turn: Turn, case: Case, verb: str, offices: tuple[Office, ...]) -> tuple[Offer, ...]:
    named = ((f"{case.reference} {office.id}", turn.words(office.name)) for office in offices)
    return tuple(turn.offer("common.plain", verb, argument, text=name) for argument, name in named)
