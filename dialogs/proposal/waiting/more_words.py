"""Words that were too few for an answer, and the words that come after them: together they may be one.

Who is asked to write a little more may write only what is missing, and who is asked for yes, partly or no says only
that. Words that are enough by themselves take the place of those that were too few.
"""

from dialogs import texts
from dialogs.conversation.question import Question
from dialogs.conversation.typed import simplified
from knowledge.answers import Reading, Understood


def wants_no_more(question: Question, text: str) -> bool:
    """Tell whether somebody who is asked to write a little more says no, yes, or thanks, and adds nothing."""
    answer = question.answer
    if answer is None or answer.state != "unclear" or not question.kind.is_story:
        return False
    return any(simplified(text) in texts.listed(f"common.{key}_words") for key in ("no", "yes", "thanks"))


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
    return f"{answer.said}\n{text}" if too_short and not isinstance(alone, Understood) else ""


def _with_its_choice(waiting: str, text: str, alone: Reading) -> str:
    """A choice that comes alone is put in front of the words that wait for it; other words are added to them."""
    if not isinstance(alone, Understood):
        return f"{waiting}\n{text}"
    return "" if alone.value["text"] else f"{text}. {waiting}"
