"""The form as it stands for one association: which questions it meets, which are open, what is known.

All of it follows from the pack and the answers, so going back and changing an answer need no bookkeeping.
"""

from dialogs.conversation.effects import Effect, SaveCase, SaveProposal
from dialogs.conversation.turn import Turn
from dialogs.records.agreements import draft
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case
from dialogs.records.proposal import Answer, HandedOver, Proposal
from dialogs.records.value import Json
from knowledge.agreement.checklist import items
from knowledge.answers import fits, kind_of, of_another_kind
from knowledge.answers.kinds.attached.files import File, files_in, names_of
from knowledge.answers.meanings import country_of
from knowledge.language import Language
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Field, Pack


def path(pack: Pack, proposal: Proposal, section: str = "") -> tuple[Field, ...]:
    """The questions that are asked of this association, in order; those of the other country are left out.

    An agreement has one list, from its first heading to its last.
    """
    if draft.is_agreement(proposal.id):
        return items(pack, proposal.answers)
    return pack.asked_in(country_of(pack, proposal.answers), section)


def next_field(pack: Pack, proposal: Proposal, after: str = "", part: str = "") -> Field | None:
    """The first question that has no answer of any kind yet, or one that was not understood; in a part if one is named.

    What a navigator has opened again comes before all others. `after` is the question that a person comes from: what
    was not understood there or before it, or was opened again, was left as it is.
    """
    again = _reopened(pack, proposal, after, part)
    if again is not None:
        return again
    asked = path_of_part(pack, proposal, part)
    ids = [field.id for field in asked]
    later = ids.index(after) + 1 if after in ids else 0
    return next((field for number, field in enumerate(asked) if waits(proposal, field, again=number >= later)), None)


def _reopened(pack: Pack, proposal: Proposal, after: str, part: str) -> Field | None:
    if not proposal.reopened:
        return None
    ids = [field.id for field in pack.fields]
    later = pack.fields[ids.index(after) + 1 if after in ids else 0 :]
    return next((one for one in later if one.id in proposal.reopened and part in ("", one.part)), None)


def path_of_part(pack: Pack, proposal: Proposal, part: str) -> tuple[Field, ...]:
    """The questions of one part of the task list, in order; all of them where it has none, or no part is named."""
    asked = path(pack, proposal)
    return tuple(field for field in asked if field.part == part) or asked


def waits(proposal: Proposal, field: Field, *, again: bool) -> bool:
    """Tell whether a question has no answer yet; `again` also takes one that was not understood for none."""
    if not again or field.id not in proposal.answers:  # how an answer stands need not be found out
        return field.id not in proposal.answers
    answer = standing(proposal, field)
    return answer is None or answer.state == "unclear"


def field_before(pack: Pack, proposal: Proposal, field_id: str, part: str = "") -> Field | None:
    """The question that comes before another, in its part if one is named; None for the first."""
    ids = [field.id for field in path_of_part(pack, proposal, part)]
    index = ids.index(field_id) if field_id in ids else 0
    return pack.fields_by_id[ids[index - 1]] if index > 0 else None


def missing(pack: Pack, proposal: Proposal) -> tuple[Field, ...]:
    """The questions that still want an answer: not asked yet, put off, or not understood."""
    answers, again = proposal.answers, proposal.reopened
    done = {name for name, answer in answers.items() if answer.state == "given" and name not in again}
    # How each stands need be asked only of the few that are answered and not done.
    asked = [field for field in path(pack, proposal) if field.id not in done]
    return tuple([field for field in asked if field.id not in answers or is_open(proposal, field)])


def standing(proposal: Proposal, field: Field) -> Answer | None:
    """The answer to a field as it stands today: `unclear` if it was understood when the field was of another kind."""
    answer = proposal.answers.get(field.id)
    if answer is None or answer.state != "given" or fits(field, answer.value):
        return answer
    return answer.but(state="unclear")


def as_it_stands(pack: Pack, proposal: Proposal) -> Proposal:
    """The draft with every answer as it stands today, for whoever looks at all of them. Nothing of it is dropped."""
    strange = of_another_kind(pack.fields_by_id, proposal.answers)
    if not strange:
        return proposal
    unclear = {field_id: proposal.answers[field_id].but(state="unclear") for field_id in strange}
    return proposal.but(answers=proposal.answers | unclear)


def known(proposal: Proposal) -> dict[str, Json]:
    """The understood values by field, for kinds that look at other answers."""
    return {field_id: answer.value for field_id, answer in proposal.answers.items() if answer.state == "given"}


def keep(turn: Turn, proposal: Proposal, field_id: str, answer: Answer) -> tuple[Turn, Effect]:
    """Return the turn with an answer in the draft, and the effect that saves it."""
    gone = proposal.handed or proposal.at_registrar
    signed = answer.but(by=turn.session.chat, at=turn.now) if gone else answer
    answers = {**proposal.answers, field_id: signed}
    known = settled(proposal, field_id) if answer.state == "given" else proposal
    return _changed(turn, known, answers)


def keep_beside(turn: Turn, proposal: Proposal, field_id: str, text: str) -> tuple[Turn, Effect]:
    """Return the turn with words beside an answer that they could not replace, and the effect that saves them."""
    answer = proposal.answers[field_id].but(unfitting=text)
    return _changed(turn, proposal, {**proposal.answers, field_id: answer})


def let_stand(turn: Turn, proposal: Proposal, field_id: str) -> tuple[Turn, Effect]:
    """Return the turn in which an answer that a navigator asked about stands, and the effect that saves that."""
    return _changed(turn, settled(proposal, field_id), proposal.answers)


def settled(proposal: Proposal, field_id: str) -> Proposal:
    """The draft in which a question is open no more because a navigator asked about it."""
    return proposal.but(reopened=tuple(name for name in proposal.reopened if name != field_id))


def forget(turn: Turn, proposal: Proposal, field_id: str) -> tuple[Turn, Effect]:
    """Return the turn without an answer in the draft, and the effect that saves that."""
    answers = {key: answer for key, answer in proposal.answers.items() if key != field_id}
    return _changed(turn, proposal, answers)


def in_hand(turn: Turn) -> Proposal | None:
    """The draft whose questions are asked: a proposal, or the agreement of a case of this chat."""
    name = turn.session.proposal
    if not draft.is_agreement(name):
        return turn.proposal
    case = _case(turn, name)
    return draft.draft_of(case) if case is not None else None


def saving(turn: Turn, changed: Proposal) -> Effect:
    """What keeps a draft as it now stands: that of an agreement with its case, which `turn` has as it stood before."""
    case = _case(turn, changed.id)
    if case is None:
        return SaveProposal(changed)
    return SaveCase(draft.with_answers(case, changed).but(version=case.version + 1), case.version)


def with_proposal(turn: Turn, changed: Proposal) -> Turn:
    """The same turn with a newer draft in its snapshot."""
    case = _case(turn, changed.id)
    if case is not None:
        return turn.with_case(draft.with_answers(case, changed))
    return turn.knowing(tuple([changed if item.id == changed.id else item for item in turn.snapshot.proposals]))


def files(pack: Pack, proposal: Proposal, language: Language) -> tuple[Attachment, ...]:
    """The files that questions were answered with, in the order of the form, each under the name that papers tell."""
    asked = (field for field in pack.fields if kind_of(field).takes_files)
    answers = (standing(proposal, field) for field in asked)
    found = [file for answer in answers if answer and answer.state == "given" for file in files_in(answer.value)]
    names = names_of(found, language)
    return tuple(_attachment(file, name) for file, name in zip(found, names, strict=True))


def _attachment(file: File, name: str) -> Attachment:
    return Attachment(file["kind"], file["file_id"], name, file["size"], file["unique"], file["media"])


def title(turn: Turn, proposal: Proposal) -> str:
    """The name of an idea, or words that stand for one that has no name yet."""
    answer = answer_that_means(turn.pack_of(proposal), proposal, Meaning.TITLE)
    return answer.said if answer and answer.said else turn.plain("proposal.nameless")


def answer_that_means(pack: Pack, proposal: Proposal, meaning: Meaning) -> Answer | None:
    """The answer to the field of a meaning, whatever came of it; None if there is no such field or no answer yet."""
    field = pack.field_that_means(meaning)
    return proposal.answers.get(field.id) if field is not None else None


def _changed(turn: Turn, proposal: Proposal, answers: dict[str, Answer]) -> tuple[Turn, Effect]:
    kept = _with_what_papers_say(proposal)
    changed = kept.but(answers=answers, changed_at=turn.now, version=proposal.version + 1)
    return with_proposal(turn, changed), saving(turn, changed)


def _with_what_papers_say(proposal: Proposal) -> Proposal:
    """The draft before its first change after its papers were made: it keeps what they were made of."""
    made = proposal.documents_at
    if made is None or draft.is_agreement(proposal.id) or (proposal.made_of and proposal.made_of.at == made):
        return proposal
    return proposal.but(made_of=HandedOver(made, proposal.answers))


def _case(turn: Turn, proposal_id: str) -> Case | None:
    """The case of this chat whose agreement has an id; None for a proposal."""
    if not draft.is_agreement(proposal_id):
        return None
    reference, chat = draft.reference_of(proposal_id), turn.session.chat
    own = (case for case in turn.snapshot.cases if case.chat == chat)
    return next((case for case in own if case.reference == reference and case.agreement is not None), None)


def _state(proposal: Proposal, field: Field) -> str:
    answer = proposal.answers.get(field.id)
    return answer.state if answer else ""


def is_open(proposal: Proposal, field: Field) -> bool:
    """Tell whether a question still wants an answer: not asked yet, put off, not understood, or opened again."""
    if field.id in proposal.reopened:
        return True
    state = _state(proposal, field)
    return state != "given" and (state != "skipped" or field.need == "R")
