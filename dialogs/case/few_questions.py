"""The few questions before an idea goes to a municipality that has no call: who writes, what each side brings.

They are the pack's own fields, asked as a proposal's are, each of which may be skipped. What the need already says is
filled in, and what an earlier idea says of the association is offered first. They end at the preview of what is sent.
"""

from dialogs.conversation import own_proposals
from dialogs.conversation.effects import SaveProposal
from dialogs.conversation.session import CHANGE, NOT_FILLING, Outcome
from dialogs.conversation.turn import Turn, also
from dialogs.finding.office import language_of, takes_proposals
from dialogs.records.proposal import Answer, Proposal
from knowledge.answers import Understood, read
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Form, Pack


def wanted(turn: Turn, pack: Pack) -> bool:
    """Tell whether the questions are worth offering: there is no call, and no draft that has met them all."""
    if takes_proposals(pack) or not pack.asked[""]:
        return False
    return turn.proposal is None or own_proposals.next_field(pack, turn.proposal) is not None


def ask(turn: Turn) -> Outcome:
    """Offer the questions, with how many there are; the idea may go without them."""
    pack = turn.home
    draft = turn.proposal or _draft(turn, pack)
    left = sum(own_proposals.waits(draft, field, again=True) for field in own_proposals.path(pack, draft))
    check = pack.partnership is Form.IOP and not turn.session.form
    offers = (
        turn.offer("idea.answer_questions", "idea.questions"),
        *((turn.offer("office.which_form", "advise"),) if check else ()),
        turn.offer("idea.without_questions", "go", "idea.name"),
        turn.offer("common.cancel", "idea.cancel"),
    )
    return turn.ask(turn.say("idea.short", left=left, check=check), offers)


def begin(turn: Turn, _argument: str = "") -> Outcome:
    """Begin the questions, with what was written before on offer, or go on with those of the draft in hand."""
    pack = turn.pack
    if pack is None:
        return turn.detour("municipality", "idea")
    if turn.proposal is not None:
        return _go_on(turn, pack, turn.proposal)
    draft = _draft(turn, pack)
    begun = turn.knowing((*turn.snapshot.proposals, draft)).at(proposal=draft.id)
    return also(begun.go("again", ways=begun.session.ways_without(CHANGE)), SaveProposal(draft))


def _go_on(turn: Turn, pack: Pack, draft: Proposal) -> Outcome:
    upcoming = own_proposals.next_field(pack, draft)
    if upcoming is None:
        return turn.go("idea.preview")
    return turn.go("proposal.ask", asking=upcoming.id, ways=turn.session.ways_without(CHANGE), filling=NOT_FILLING)


def _draft(turn: Turn, pack: Pack) -> Proposal:
    draft = Proposal(
        id=turn.snapshot.new_id,
        chat=turn.session.chat,
        municipality=pack.id,
        round="",
        document_language=language_of(turn, pack).value,
        need=turn.session.need,
        created_at=turn.now,
        changed_at=turn.now,
    )
    return draft.but(answers=_from_need(turn, pack))


def _from_need(turn: Turn, pack: Pack) -> dict[str, Answer]:
    """What the need answers by itself, where its words are enough for the field."""
    topics, need = pack.catalogue.topics, turn.session.need
    said = {
        Meaning.NEED: need.text,
        Meaning.TOPICS: ", ".join(turn.words(topics[topic].name) for topic in need.topics if topic in topics),
    }
    answers = {}
    for meaning, text in said.items():
        field = pack.field_that_means(meaning)
        if field is None or not text:
            continue
        reading = read(field, text, turn.language, pack=pack, known={}, year=turn.local.year)
        if isinstance(reading, Understood):
            answers[field.id] = Answer("given", text, reading.value)
    return answers
