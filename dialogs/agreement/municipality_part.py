"""What the desk answers for an agreement: asked for, read, seen before it is kept, then told to the association.

The same kinds of answer read it as read the association's; a day that was kept lets its reminders wait (`ladder.py`).
"""

from dialogs import texts
from dialogs.agreement import opening
from dialogs.agreement.ladder import planned, reminded_days
from dialogs.agreement.standing import rows
from dialogs.cards import what_follows
from dialogs.cards.case_at_hand import case_at_hand
from dialogs.cards.languages import chat_language
from dialogs.conversation import own_proposals
from dialogs.conversation.effects import Effect
from dialogs.conversation.events import Said
from dialogs.conversation.replies import Action, Offer, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.agreements.agreement import AgreementWords
from dialogs.records.agreements.draft import draft_of, with_answers
from dialogs.records.case import Case
from dialogs.records.case_changes import after, refusal
from dialogs.records.case_states import CaseAct
from dialogs.records.proposal import Answer, Proposal
from knowledge.agreement.checklist import of_the_municipality
from knowledge.answers import Unclear, read, show
from knowledge.answers.answer import with_options
from knowledge.answers.register import kind_of
from knowledge.language import Language, words
from knowledge.municipality.pack import Field

WRITE = "desk.agree_write"
"""The place where somebody at the desk writes an answer."""


def ask(turn: Turn, case: Case, field_id: str) -> Outcome:
    """Ask for one answer of the municipality, with what stands now."""
    field, draft = _field(turn, case, field_id), draft_of(case)
    if draft is None or field is None:
        return opening.ask(turn, case)
    text = turn.say("agreement.ask_desk", reference=case.reference, **_question(turn, draft, field))
    offers = (turn.offer("common.cancel", "desk.agree_drop", case.reference),)
    return _keeping(turn, case, AgreementWords(turn.snapshot.new_id, field.id), text, offers, WRITE)


def said(turn: Turn, text: str) -> Outcome | None:
    """Take words as the answer that is asked for, and show it as it was understood; None where none is."""
    case = case_at_hand(turn, turn.session.case)
    words_of_it = turn.session.desk.agreeing.get(case.reference) if case is not None else None
    draft = draft_of(case) if case is not None else None
    if case is None or words_of_it is None or draft is None or _has_file(turn) or not text.strip():
        return None
    field = _field(turn, case, words_of_it.field)
    if field is None:
        return None
    reading = read(field, text, turn.language, pack=turn.home, known=own_proposals.known(draft), year=turn.local.year)
    if isinstance(reading, Unclear):
        message = turn.say(f"answers.{reading.code}", **reading.values)
        return what_follows.say(
            turn, case, turn.say("agreement.desk_unclear", reference=case.reference, message=message)
        )
    answer = Answer("given", text, reading.value)
    remarks = [turn.say(f"answers.{item.code}", **item.values) for item in reading.remarks]
    return _previewed(turn, case, words_of_it.but(id=turn.snapshot.new_id), field, answer, remarks)


def keep(turn: Turn, case: Case, words_id: str) -> Outcome:
    """Keep an answer that was seen, let its reminders wait, and tell the association."""
    seen = turn.session.desk.agreeing.get(case.reference)
    field = _field(turn, case, seen.field) if seen is not None else None
    if seen is None or field is None or seen.answer is None or seen.id != words_id:
        return what_follows.say(turn, case, turn.say("desk.draft_changed", reference=case.reference))
    refused = refusal(case, CaseAct.AGREE, turn.event.sender.user)
    if refused is not None:
        return what_follows.say(turn, case, what_follows.why_not(turn, case, refused))
    changed = _with_answer(after(case, CaseAct.AGREE, turn.now), field, seen.answer)
    label = words(field.label, turn.language)
    outcome = what_follows.done(turn, case, changed, CaseAct.AGREE, "agreement.kept_noted", label=label)
    effects: tuple[Effect, ...] = (*outcome.effects, planned(turn, changed))
    session = _left(turn, case).session
    return Outcome(session, (*outcome.replies, _to_association(turn, changed, field)), effects)


def drop(turn: Turn, case: Case, _words_id: str = "") -> Outcome:
    """Leave an answer unwritten; what was kept before stays."""
    outcome = what_follows.say(turn, case, turn.say("agreement.desk_dropped", reference=case.reference))
    return outcome.but(session=_left(turn, case).session)


def _previewed(
    turn: Turn, case: Case, seen: AgreementWords, field: Field, answer: Answer, remarks: list[str]
) -> Outcome:
    seen = seen.but(answer=answer)
    changed = _with_answer(case, field, answer)
    text = turn.say(
        "agreement.desk_preview",
        reference=case.reference,
        name=turn.event.sender.name,
        label=words(field.label, turn.language),
        shown=show(field, answer.value, turn.language, turn.home),
        remarks=remarks,
        days=reminded_days(turn, changed, field),
        told=_told(turn, changed, field),
    )
    offers = (
        Offer(turn.plain("agreement.keep"), Action("desk.agree_keep", f"{case.reference} {seen.id}")),
        Offer(turn.plain("desk.change"), Action("desk.agree_set", f"{case.reference} {field.id}")),
        turn.offer("common.cancel", "desk.agree_drop", case.reference),
    )
    return _keeping(turn, case, seen, text, offers, "desk")


def _keeping(
    turn: Turn, case: Case, words_of_it: AgreementWords, text: str, offers: tuple[Offer, ...], place: str
) -> Outcome:
    desk = turn.session.desk
    agreeing = {**desk.agreeing, case.reference: words_of_it}
    turn = turn.at(case=case.reference, desk=desk.but(agreeing=agreeing), heard=None)
    return what_follows.ask_under_card(turn, case, text, offers, place=place)


def _left(turn: Turn, case: Case) -> Turn:
    desk = turn.session.desk
    agreeing = {name: item for name, item in desk.agreeing.items() if name != case.reference}
    return turn.at(place="desk", case="", offers=(), desk=desk.but(agreeing=agreeing))


def _question(turn: Turn, draft: Proposal, field: Field) -> dict[str, object]:
    options = with_options(kind_of(field), field, turn.home).options
    [(label, now)] = rows(turn.home, draft, (field,), turn.language)
    return {
        "name": turn.event.sender.name,
        "label": label,
        "question": turn.words(field.question),
        "hint": turn.words(field.help),
        "example": turn.words(field.example),
        "why": turn.words(field.why),
        "options": [turn.words(option.label) for option in options],
        "now": now if field.id in draft.answers else "",
    }


def _field(turn: Turn, case: Case, field_id: str) -> Field | None:
    return next((field for field in of_the_municipality(turn.pack_of(case)) if field.id == field_id), None)


def _with_answer(case: Case, field: Field, answer: Answer) -> Case:
    draft = draft_of(case)
    if draft is None:
        return case
    return with_answers(case, draft.but(answers={**draft.answers, field.id: answer}))


def _told(turn: Turn, case: Case, field: Field) -> str:
    """What the association hears of an answer, as HTML in its language."""
    language, draft = chat_language(turn, case), draft_of(case)
    answer = draft.answers[field.id] if draft is not None else Answer("given")
    known = {"reference": case.reference, "title": case.title, "label": words(field.label, language)}
    return texts.say(language, "agreement.kept", **known, shown=_shown(turn, field, answer, language))


def _shown(turn: Turn, field: Field, answer: Answer, language: Language) -> str:
    return show(field, answer.value, language, turn.home)


def _to_association(turn: Turn, case: Case, field: Field) -> Reply:
    label = texts.plain(chat_language(turn, case), "agreement.show")
    offers = (Offer(label, Action("agreement", case.reference)),)
    told = _told(turn, case, field)
    return Reply(told, offers, case.chat, about=case.reference, receipt=opening.receipt(turn, case))


def _has_file(turn: Turn) -> bool:
    return isinstance(turn.event, Said) and turn.event.attachment is not None
