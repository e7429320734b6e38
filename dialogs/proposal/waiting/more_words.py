"""Words that were too few for an answer, and the words that come after them: together they may be one.

Who is asked to write a little more writes only what is missing, and who is asked for yes, partly or no says only that.
"""

from dialogs.conversation.question import Question
from knowledge.answers import Reading, Understood
from knowledge.tokens import words_of

SAID_AGAIN = 0.5
"""So much of the earlier words, if it comes again, makes the new ones a text of their own. Chosen by hand."""


def joined(question: Question, text: str, alone: Reading) -> str:
    """Return the words that wait with these, as one answer; empty where none wait or these stand for themselves.

    `alone`: how these words read without the earlier ones.
    """
    answer = question.answer
    if answer is None or answer.state != "unclear":
        return ""
    if question.kind.more_words and not question.kind.is_story:
        return _with_its_choice(answer.said, text, alone)
    too_short = question.kind.is_story and len(answer.said) < question.field.limits[0]
    return f"{answer.said}\n{text}" if too_short and not _repeats(text, answer.said) else ""


def _with_its_choice(waiting: str, text: str, alone: Reading) -> str:
    """A choice that comes alone is put in front of the words that wait for it; other words are added to them."""
    if not isinstance(alone, Understood):
        return f"{waiting}\n{text}"
    return "" if alone.value["text"] else f"{text}. {waiting}"


def _repeats(text: str, earlier: str) -> bool:
    """Whether a text says the earlier words again, so that it is meant in their place."""
    before = {word.folded for word in words_of(earlier)}
    return len(before & {word.folded for word in words_of(text)}) >= SAID_AGAIN * len(before)
