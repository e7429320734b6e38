"""The task list: the parts of the proposal with their state, and one part with its answers.

A proposal has more rows than a phone shows, so no screen carries them all: the list names the parts, and a part shows
its own rows, each of which can be changed and leads back.
"""

from functools import cache

from dialogs import texts
from dialogs.conversation import own_proposals, statements
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Filling, Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.deadlines.last_day import deadline_line
from dialogs.proposal.tasks import parts
from dialogs.proposal.tasks.parts import PartState, Standing
from dialogs.proposal.waiting import not_taken
from dialogs.records.proposal import Proposal
from dialogs.together import comments
from dialogs.versions.rows import labels
from knowledge.answers import show
from knowledge.language import Language
from knowledge.municipality.pack import Field

LONGEST_ROW = 140
"""In characters, three lines on a phone: so much of each answer is shown where all are; one press shows it whole."""


def open_part(turn: Turn, name: str) -> Outcome:
    """Open a part: its first question while nothing in it is answered, else its answers; without one, the list."""
    proposal = turn.proposal
    part = parts.named(turn.home, proposal, name) if proposal else None
    if part is None:
        return show_part(turn, "")
    if part.state is PartState.NOT_BEGUN:
        first = next(field for field in part.fields if field.asked)
        return turn.go("proposal.ask", asking=first.id, filling=Filling(part=part.part))
    return show_part(turn, part.part)


def show_part(turn: Turn, name: str) -> Outcome:
    """Show the answers of a part, whether it is begun or not."""
    return turn.go("proposal.summary", asking="", filling=Filling(part=name))


def how_far(turn: Turn, _argument: str = "") -> Outcome:
    """Say how much of the proposal is left and how long it takes, and ask the same again."""
    proposal = own_proposals.in_hand(turn)
    if proposal is None:
        return turn.present()
    known = parts.standings(turn.home, proposal)
    answered, asked = (sum(getattr(one, name) for one in known) for name in ("answered", "asked"))
    minutes = sum(one.minutes for one in known)
    left = statements.about_left(turn, turn.home, proposal)
    text = turn.say("proposal.how_far", answered=answered, asked=asked, minutes=minutes, left=left)
    return before(text, turn.present())


def shown_list(turn: Turn, proposal: Proposal, remarks: list[str], ways_on: tuple[Offer, ...]) -> Outcome:
    """Show the parts with their state, what is missing and what does not fit together; `ways_on` come first."""
    known = parts.standings(turn.home, proposal)
    said = comments.by_field(turn, proposal)
    text = turn.say(
        "proposal.summary",
        title=own_proposals.title(turn, proposal),
        parts=[(name_of(turn, one), state_of(turn, one)) for one in known],
        reopened=labels(turn.home, proposal.reopened, turn.language),
        standing=statements.about_sending(turn, proposal),
        left=statements.about_left(turn, turn.home, proposal),
        comments=[(turn.words(field.label), said[field.id]) for field in turn.home.fields if field.id in said],
        remarks=remarks,
        deadline=deadline_line(turn),
    )
    names = tuple(turn.offer("common.plain", "part", one.part, text=name_of(turn, one)) for one in known)
    return turn.ask(text, (*ways_on, *names, turn.offer("proposal.all_questions", "go", "proposal.questions")))


def shown_part(turn: Turn, proposal: Proposal, part: Standing) -> Outcome:
    """Show the answers of a part, row by row, each with its button, and the way back to the list."""
    text = turn.say(
        "proposal.part_page",
        title=own_proposals.title(turn, proposal),
        part=name_of(turn, part),
        state=state_of(turn, part),
        rows=[(turn.words(field.label), row(turn, proposal, field)) for field in part.fields],
    )
    upcoming = own_proposals.next_field(turn.home, proposal, part=part.part)
    onward = (turn.offer("proposal.continue", "proposal.fill", label=turn.words(upcoming.label)),) if upcoming else ()
    rows = tuple(_change_offer(turn.language, field.id, turn.words(field.label)) for field in part.fields)
    return turn.ask(text, (*onward, *rows, turn.offer("proposal.all_parts", "part")))


def name_of(turn: Turn, part: Standing) -> str:
    """What a part is called."""
    return turn.plain(f"proposal.part_{part.part}")


def state_of(turn: Turn, part: Standing) -> str:
    """How far a part has come, in a few words."""
    return turn.plain(
        "proposal.part_state",
        state=part.state.value,
        answered=part.answered,
        asked=part.asked,
        unclear=part.unclear,
        minutes=part.minutes,
        reopened=part.reopened,
    )


def row(turn: Turn, proposal: Proposal, field: Field) -> str:
    """An answer as it stands among others, on one line; a question that a navigator has opened again is marked."""
    said = _standing_row(turn, proposal, field)
    return turn.plain("versions.reopened_row", said=said) if field.id in proposal.reopened else said


def _standing_row(turn: Turn, proposal: Proposal, field: Field) -> str:
    answer = proposal.answers.get(field.id)
    if answer is None or answer.state == "skipped":
        return turn.plain("proposal.not_given")
    if answer.state == "unknown":
        return turn.plain("proposal.not_known_yet")
    shown = show(field, answer.value, turn.language, turn.home) if answer.state == "given" else answer.said
    one_line = " · ".join(line.strip() for line in shown.splitlines() if line.strip())
    short = texts.cut(one_line, LONGEST_ROW)
    if not_taken.is_beside(answer):
        return turn.plain("proposal.unfitting_row", said=short)
    return short if answer.state == "given" else turn.plain("proposal.unclear_row", said=short)


@cache
def _change_offer(language: Language, field_id: str, label: str) -> Offer:
    """The button that opens a row. A part carries one for each field, and all of them come from the pack."""
    return Offer(texts.plain(language, "proposal.change_row", label=label), Action("change", field_id))
