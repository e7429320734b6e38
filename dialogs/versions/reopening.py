"""A navigator asks for more information, and names the questions of the proposal that it is about.

They are chosen by buttons or typed numbers; then the words are written as in any answer, and both are seen before they
are sent.
"""

from dialogs.answering import drafting
from dialogs.answering.preview import offer_of
from dialogs.cards.case_at_hand import case_at_hand
from dialogs.cards.log import logged
from dialogs.cards.what_follows import say, why_not
from dialogs.conversation.effects import Effect, ReopenQuestions
from dialogs.conversation.paging import CHOICES, page, position, ways
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import AnswerDraft, Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_changes import refusal
from dialogs.records.case_states import CaseAct
from knowledge.language import words
from knowledge.municipality.pack import SECTIONS, Field, Pack

PLACE, BEGIN, PICK, PAGE, GO_ON = "desk.reopen", "desk.reopen", "desk.reopen_pick", "desk.reopen_page", "desk.reopen_on"
"""The step, and the verbs of the list: begun, a question, another page, on to the words."""


def begin(turn: Turn, case: Case) -> Outcome:
    """Ask which questions, with none of them chosen."""
    refused = refusal(case, CaseAct.ANSWER, turn.event.sender.user)
    if refused is not None:
        return say(turn, case, why_not(turn, case, refused))
    if not case.proposal:
        return say(turn, case, turn.say("versions.no_proposal", reference=case.reference))
    return _listed(turn, case, drafting.having_seen(AnswerDraft(turn.snapshot.new_id), case))


def pick(turn: Turn, case: Case, which: str) -> Outcome:
    """Choose a question, or take it out again. `which` are the id of the draft and the field."""
    draft_id, _, name = which.partition(" ")
    draft = drafting.standing(turn, case, draft_id)
    if isinstance(draft, Outcome):
        return draft
    others = tuple(one for one in draft.reopens if one != name)
    return _listed(turn, case, draft.but(reopens=others if name in draft.reopens else (*draft.reopens, name)), name)


def several(turn: Turn, offers: tuple[Offer, ...]) -> Outcome:
    """Choose the questions that "2, 5 och 7" names beside those that are chosen already."""
    case = case_at_hand(turn)
    picked = [offer.action.argument.split(" ") for offer in offers if offer.action.verb == PICK]
    if case is None or len(picked) != len(offers):
        return turn.tell(turn.say("versions.one_by_one", name=turn.event.sender.name))
    draft = drafting.standing(turn, case, picked[0][1])
    if isinstance(draft, Outcome):
        return draft
    names = [name for _, _, name in picked]
    return _listed(turn, case, draft.but(reopens=tuple(dict.fromkeys((*draft.reopens, *names)))), names[0])


def turn_page(turn: Turn, where: str) -> Outcome:
    """Show another page. `where` is the number of its first question, the case and the draft."""
    first, reference, draft_id = (*where.split(" "), "", "")[:3]
    case = case_at_hand(turn, reference)
    if case is None:
        return turn.tell(turn.say("desk.no_such_case"))
    draft = drafting.standing(turn, case, draft_id)
    return draft if isinstance(draft, Outcome) else _listed(turn, case, draft, first=first)


def go_on(turn: Turn, case: Case, draft_id: str) -> Outcome:
    """Ask for the words that go with the questions."""
    draft = drafting.standing(turn, case, draft_id)
    return draft if isinstance(draft, Outcome) else drafting.asked(turn, case, draft.but(id=turn.snapshot.new_id))


def noted(turn: Turn, case: Case, draft: AnswerDraft) -> tuple[CaseMessage, ...]:
    """What the desk reads of it later, among all that was said in the case."""
    if not draft.reopens:
        return ()
    return (logged(turn, case, "versions.reopened_noted", fields=" ".join(draft.reopens)),)


def kept(case: Case, draft: AnswerDraft) -> tuple[Effect, ...]:
    """What must be done when a draft goes out that opens questions again."""
    return (ReopenQuestions(case.proposal, draft.reopens),) if draft.reopens else ()


def questions(pack: Pack, case: Case) -> tuple[Field, ...]:
    """The questions that can be opened again: those that were answered, and those that everybody there is asked."""
    told = {label for label, _ in case.lines}
    return tuple(
        field
        for field in pack.fields
        if field.section in SECTIONS
        and (told & set(field.label.values()) or (field.asked and field.country in {"", pack.country}))
    )


def _listed(turn: Turn, case: Case, draft: AnswerDraft, name: str = "", first: str = "") -> Outcome:
    """A page of the questions, by default that of the one that was just chosen; its numbers are its buttons'."""
    draft, every = draft.but(id=turn.snapshot.new_id), questions(turn.home, case)
    ids = [field.id for field in every]
    at = ids.index(name) // CHOICES * CHOICES if name in ids else 0
    some = page(every, first or at, CHOICES)
    text = turn.say(
        "versions.which",
        name=turn.event.sender.name,
        reference=case.reference,
        chosen=[words(field.label, turn.language) for field in every if field.id in draft.reopens],
        position=position(turn, some),
    )
    offers = (
        *(_pick(turn, case, draft, field) for field in some.shown),
        *ways(turn, some, PAGE, f"{case.reference} {draft.id}"),
        *((offer_of(turn, case, draft, "versions.go_on", GO_ON),) if draft.reopens else ()),
        offer_of(turn, case, draft, "common.cancel", "desk.cancel"),
    )
    drafts = {**turn.session.drafts, case.reference: draft}
    return turn.ask(text, offers, place=PLACE, case=case.reference, heard=None, drafts=drafts)


def _pick(turn: Turn, case: Case, draft: AnswerDraft, field: Field) -> Offer:
    key = "versions.picked" if field.id in draft.reopens else "versions.pick"
    label = turn.plain(key, label=words(field.label, turn.language))
    return Offer(label, Action(PICK, f"{case.reference} {draft.id} {field.id}"))
