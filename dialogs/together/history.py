"""Who changed what and when: the earlier answers of a proposal that several people have, the newest first."""

from dialogs import texts
from dialogs.conversation import own_proposals
from dialogs.conversation.paging import page, position, ways
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.proposal import Answer, Proposal
from dialogs.records.together.change import Change
from dialogs.together import telling
from knowledge.answers import fits, show
from knowledge.municipality.pack import Field

LOOKING = frozenset({"together.history", "together.earlier"})
LOOKING_AT = frozenset({"together.earlier"})
"""The buttons and the places for which the earlier answers are read."""
READ_AT_MOST = 200
"""Changes of a proposal that are read: some for each question, a few hundredths of a second."""
LONGEST_SHOWN = 300
"""In characters of each answer: a page of them fits into one message."""


def ask(turn: Turn) -> Outcome:
    """List the newest changes."""
    return listed(turn, "0")


def listed(turn: Turn, first: str) -> Outcome:
    """List a page of the changes: what stood, who wrote it and when, and who has written what stands instead."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("proposals")
    some = page(turn.snapshot.changes, first)
    text = turn.say(
        "together.earlier" if some.shown else "together.nothing_earlier",
        title=own_proposals.title(turn, proposal),
        changes=[_row(turn, proposal, change) for change in some.shown],
        position=position(turn, some),
    )
    offers = (*ways(turn, some, "together.earlier"), turn.offer("common.back", "together"))
    return turn.ask(text, offers, place="together.earlier")


def answer_in_words(turn: Turn, field: Field, answer: Answer, longest: int = LONGEST_SHOWN) -> str:
    """An answer as it was understood, as it was typed where it was not, cut to so many characters."""
    known = answer.state == "given" and fits(field, answer.value)
    return texts.cut(show(field, answer.value, turn.language, turn.home) if known else answer.said, longest)


def _row(turn: Turn, proposal: Proposal, change: Change) -> dict[str, object]:
    field = turn.home.fields_by_id.get(change.field)
    return {
        "label": turn.words(field.label) if field else change.field,
        "shown": answer_in_words(turn, field, change.answer) if field else change.answer.said,
        "by": telling.name_of(turn, proposal, change.by),
        "at": change.at.astimezone(turn.home.zone),
        "instead": telling.name_of(turn, proposal, change.replaced_by) if change.replaced_by else "",
    }
