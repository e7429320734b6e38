"""Words that point at an answer instead of giving it: "ks. edellä", "samma som ovan", "see attachment".

On the paper every question is read by itself, so that such words would say nothing there.
"""

from dialogs import texts
from dialogs.conversation.question import Question, is_a_name
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import simplified
from dialogs.proposal.question import offers_of, suggestions
from knowledge.answers import kind_of

LONGEST = 40
"""In characters: who points at an answer says no more than where it stands."""


def earlier_text(turn: Turn, question: Question, text: str) -> str:
    """Return the text that words point at, which its button offers; empty where they point at none that is known."""
    if not _points(question, text, "above"):
        return ""
    known = [offer.action.argument for offer in suggestions(turn, question) if offer.action.verb == "use"]
    return known[0] if len(known) == 1 else ""


def answered(turn: Turn, question: Question, text: str) -> Outcome | None:
    """Say that the answer itself is wanted where words only point at it, and where files go; None for other words."""
    if not (_points(question, text, "above") or _points(question, text, "attached")):
        return None
    files = next((field for field in question.pack.fields if kind_of(field).takes_files), None)
    there = turn.words(files.label) if files is not None else ""
    return turn.ask(turn.say("proposal.pointing", there=there), offers_of(turn, question))


def _points(question: Question, text: str, where: str) -> bool:
    """Whether words say where an answer stands and nothing else. A name, a file or a chosen word may be such words."""
    if len(text) > LONGEST:
        return False
    kind = question.kind
    free = (kind.any_words or kind.more_words or kind.of_money) and not kind.takes_files
    return free and not is_a_name(question.field) and simplified(text) in texts.listed(f"proposal.{where}_words")
