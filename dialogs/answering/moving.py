"""A case that belongs to another office than it came to: the office is chosen, the association is told with the reason.

What the navigator writes is a draft like any answer's; its sending moves the case. Lots may learn from it where the
person has agreed to that: else the person is asked, once a case.
"""

from dialogs import texts
from dialogs.answering import drafting
from dialogs.cards.languages import chat_language
from dialogs.cards.log import logged
from dialogs.cards.what_follows import say, why_not
from dialogs.conversation.effects import Effect, ForgetCorrections, KeepCorrection
from dialogs.conversation.replies import Action, Offer, Reply
from dialogs.conversation.session import AnswerDraft, Outcome
from dialogs.conversation.turn import Turn
from dialogs.finding import corrections
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_changes import refusal
from dialogs.records.case_states import CaseAct


def begin(turn: Turn, case: Case) -> Outcome:
    """Ask where a case belongs."""
    refused = refusal(case, CaseAct.MOVE, turn.event.sender.user)
    if refused is not None:
        return say(turn, case, why_not(turn, case, refused))
    others = [office for office in turn.home.offices if case.need.offices != (office.id,)]
    if not others:
        return say(turn, case, turn.say("desk.one_office", reference=case.reference))
    offers = [
        turn.offer("common.plain", "desk.to", f"{case.reference} {office.id}", text=turn.words(office.name))
        for office in others
    ]
    text = turn.say("desk.move_where", reference=case.reference, name=turn.event.sender.name)
    return turn.ask(text, tuple(offers), place="desk")


def to_office(turn: Turn, case: Case, office_id: str) -> Outcome:
    """Ask for the reason that the association is told with the office."""
    if turn.home.known_office(office_id) is None or case.need.offices == (office_id,):
        return begin(turn, case)
    return drafting.begin_moving(turn, case, office_id)


def noted(turn: Turn, case: Case, draft: AnswerDraft) -> CaseMessage:
    """What the desk reads of it later, among all that was said in the case."""
    return logged(turn, case, "desk.moved", office=draft.office)


def kept(turn: Turn, moved: Case) -> tuple[Effect, ...]:
    """What Lots keeps to learn from, where the person has agreed to it."""
    if corrections.is_back(moved):
        return (ForgetCorrections(moved.chat, moved.reference),)
    agreed = turn.snapshot.consent.given and corrections.can_be_kept(moved.need.text)
    return (KeepCorrection(corrections.of_case(turn, moved)),) if agreed else ()


def asked(turn: Turn, case: Case, moved: Case) -> tuple[Reply, ...]:
    """The question to the person whether Lots may learn from it, once a case. `case` is the one before."""
    first = not case.came_to and not corrections.is_back(moved)
    if not first or not corrections.may_ask(turn.snapshot.consent) or not corrections.can_be_kept(case.need.text):
        return ()
    language = chat_language(turn, case)
    offers = (
        Offer(texts.plain(language, "corrections.keep"), Action("case.keep_words", case.reference)),
        Offer(texts.plain(language, "corrections.refuse"), Action("correction.refuse", case.reference)),
    )
    text = texts.say(language, "corrections.ask_of_case", reference=case.reference)
    return (Reply(text, offers, chat=case.chat, about=case.reference),)
