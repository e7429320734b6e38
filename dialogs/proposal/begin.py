"""A proposal under way: beginning it, knowing the next question, keeping an answer.

The place in the form follows from the answers alone; nothing stores a position. Every answer is saved at once, and no
answer, however odd, blocks saving or going on.
"""

from dialogs.conversation.effects import SaveProposal
from dialogs.conversation.own_proposals import in_hand, next_field, path
from dialogs.conversation.session import CHANGE, NOT_FILLING, Filling, Outcome
from dialogs.conversation.turn import Turn, also
from dialogs.deadlines import ladder
from dialogs.deadlines.last_day import deadline_line
from dialogs.finding.office import language_of, takes_proposals
from dialogs.proposal.tasks.parts import minutes_of
from dialogs.records.agreements import draft
from dialogs.records.proposal import Proposal
from knowledge.municipality.pack import SECTIONS

CHECKLIST = "agreement"
"""The place where an agreement is seen at a glance (`dialogs/agreement/`)."""


def new(turn: Turn) -> Outcome:
    """Begin a proposal for the need in hand; whoever has written one before is offered what it says."""
    pack = turn.home
    last = pack.open_round(turn.now) or pack.last_round()
    fresh = Proposal(
        id=turn.snapshot.new_id,
        chat=turn.session.chat,
        municipality=pack.id,
        round=last.id if last else "",
        document_language=language_of(turn, pack).value,
        need=turn.session.need,
        created_at=turn.now,
        changed_at=turn.now,
    )
    begun = turn.knowing((*turn.snapshot.proposals, fresh)).at(proposal=fresh.id, asking="")
    return also(
        begun.go("again", ways=begun.session.ways_without(CHANGE)),
        SaveProposal(fresh),
        *ladder.planned(begun, fresh),
    )


def start(turn: Turn) -> Outcome:
    """Tell what lies ahead: the two parts, how many questions, that everything is saved and nothing is sent."""
    proposal, pack = turn.proposal, turn.home
    if proposal is None:
        return turn.go("office")
    offers = (
        turn.offer("proposal.begin", "proposal.next"),
        turn.offer("proposal.all_questions", "go", "proposal.questions"),
        turn.offer("proposal.by_parts", "part"),
    )
    counts = {section: len(path(pack, proposal, section)) for section in SECTIONS}
    text = turn.say(
        "proposal.start",
        counts=counts,
        minutes=minutes_of(path(pack, proposal)),
        carried=bool(proposal.answers),
        deadline=deadline_line(turn),
    )
    return turn.ask(text, offers)


def go_on(turn: Turn, *, after: str = "") -> Outcome:
    """Ask the next open question, of the part that is filled; without one, show the summary, or what is sent.

    `after` is the question that is left: one that was not understood is not asked again at once.
    """
    proposal = in_hand(turn)
    if proposal is None:
        return turn.go("office")
    part = turn.session.filling.part
    field = next_field(turn.home, proposal, after, part)
    if field is None:
        end = "proposal.summary" if part else _end_of(turn)
        return turn.go(end, ways=turn.session.ways_without(CHANGE), asking="", filling=NOT_FILLING)
    filling = Filling(part=part)
    return turn.go("proposal.ask", ways=turn.session.ways_without(CHANGE), asking=field.id, filling=filling)


def go_on_with_all(turn: Turn, _argument: str = "") -> Outcome:
    """Ask the next open question of the whole form, whichever part was looked at."""
    return go_on(turn.at(filling=NOT_FILLING))


def start_of(turn: Turn) -> str:
    """Return the place that lies before the first question of the draft in hand."""
    if draft.is_agreement(turn.session.proposal):
        return CHECKLIST
    return "proposal.start" if takes_proposals(turn.home) else "idea.short"


def _end_of(turn: Turn) -> str:
    """The place that follows the last question of the draft in hand."""
    if draft.is_agreement(turn.session.proposal):
        return CHECKLIST
    return "proposal.summary" if takes_proposals(turn.home) else "idea.preview"
