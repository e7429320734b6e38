"""Every question before the first is asked, a part at a time: what is asked, what kind of answer, an example."""

from dialogs.conversation import statements
from dialogs.conversation.effects import SendDocuments
from dialogs.conversation.paging import page, ways
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, also, before
from dialogs.proposal.question import example_of
from dialogs.proposal.tasks import parts
from dialogs.proposal.tasks.kind_words import kind_of_answer
from dialogs.proposal.tasks.task_list import name_of
from knowledge.municipality.pack import Field


def ask(turn: Turn) -> Outcome:
    """Show the questions of the first part."""
    return shown(turn, "0")


def shown(turn: Turn, first: str) -> Outcome:
    """Show the questions of one part, with the ways to the next part and the one before."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("office")
    every = parts.standings(turn.home, proposal)
    some = page(every, first, size=1)
    [part] = some.shown
    text = turn.say(
        "proposal.questions",
        part=name_of(turn, part),
        number=some.first + 1,
        total=some.total,
        minutes=parts.minutes_of(part.fields),
        rows=[_row(turn, field) for field in part.fields],
    )
    onward = (
        *ways(turn, some, "questions"),
        turn.offer("proposal.begin", "proposal.next"),
        turn.offer("proposal.questions_file", "questions.file"),
    )
    return turn.ask(text, onward, place="proposal.questions")


def as_file(turn: Turn, _argument: str = "") -> Outcome:
    """Send the list of all questions as files to print, in the language of the chat."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("office")
    receipt = statements.of_files(turn, once=f"questions:{proposal.id}:{turn.language}")
    files = SendDocuments(proposal, turn.language, turn.session.chat, receipt, questions=True)
    return also(before(turn.say("proposal.questions_sent"), turn.present()), files)


def _row(turn: Turn, field: Field) -> dict[str, str | bool]:
    return {
        "label": turn.words(field.label),
        "question": turn.words(field.question),
        "optional": field.need == "O",
        "kind": kind_of_answer(turn.language, field, turn.home),
        "example": example_of(turn, field),
    }
