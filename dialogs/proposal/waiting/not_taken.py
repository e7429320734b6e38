"""Words that an answer could not be: kept in the draft as they were typed, beside the answer that stands.

Nothing is cut by itself. Who wrote too much shortens it, lets its beginning be the answer, or keeps the earlier one.
"""

import re

from dialogs.conversation import own_proposals
from dialogs.conversation.effects import Effect
from dialogs.conversation.question import Question
from dialogs.conversation.replies import Offer
from dialogs.conversation.turn import Turn
from dialogs.records.proposal import Answer

TOO_LONG = "text.long"
"""Why a reader did not take words that are only too long."""
_SENTENCE_ENDS = re.compile(r"[.!?…](?=\s)|\n")


def is_beside(answer: Answer | None) -> bool:
    """Tell whether words that could not be taken wait beside an answer."""
    return answer is not None and answer.state == "given" and bool(answer.unfitting)


def kept_beside(turn: Turn, question: Question, text: str) -> tuple[Turn, Effect]:
    """Return the turn with words beside the answer that stands, and the effect that saves them; "" takes them away."""
    return own_proposals.keep_beside(turn, question.proposal, question.field.id, text)


def ways(turn: Turn, question: Question, why: str) -> tuple[Offer, ...]:
    """The buttons for words that were not taken: their beginning where they are only too long, the earlier answer."""
    begun = beginning(question) if why == TOO_LONG else ""
    shorter = (turn.offer("proposal.take_beginning", "take_beginning", count=len(begun)),) if begun else ()
    earlier = (turn.offer("proposal.keep_earlier", "keep_earlier"),) if is_beside(question.answer) else ()
    return (*shorter, *earlier)


def beginning(question: Question) -> str:
    """As much of a story that waits as its question takes: whole sentences if they are half of it, else whole words."""
    answer, most = question.answer, question.field.limits[1]
    if answer is None or not question.kind.is_story or not most:
        return ""
    return begun(answer.unfitting if answer.state == "given" else answer.said, most)


def begun(text: str, most: int) -> str:
    """As much of a text as a number of characters takes, ending with a sentence or a word if that leaves half of it."""
    if len(text) <= most:
        return text
    cut = text[: most + 1]
    sentence = max((found.end() for found in _SENTENCE_ENDS.finditer(cut)), default=0)
    words = len(cut.rpartition(" ")[0])
    end = next((place for place in (sentence, words) if place * 2 > most), most)
    return cut[: min(end, most)].rstrip()
