"""What an office's chat adds to the conversation: what the buttons of a question mean, wherever it was asked."""

from collections.abc import Callable, Mapping

from dialogs.conversation.effects import KeepLanguage
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import LANGUAGES, Turn, Verb
from dialogs.office import answering
from dialogs.office.answering import question_meant
from dialogs.records.case import Case


def _of_question(act: Callable[[Turn, Case, int], Outcome]) -> Verb:
    """A button of a question, whose argument is the reference of its case and the question's number there."""

    def verb(turn: Turn, argument: str) -> Outcome:
        found = question_meant(turn, argument)
        return act(turn, *found) if found is not None else void(turn)

    return verb


def void(turn: Turn) -> Outcome:
    """Say that a button means nothing here any more; nothing changes."""
    return Outcome(turn.session, (Reply(turn.say("inquiry.void", name=turn.event.sender.name)),))


def speak(turn: Turn, code: str) -> Outcome:
    """Let the chat of an office be spoken to in another language from now on."""
    if code not in LANGUAGES:
        return void(turn)
    told, chat = turn.at(language=code).say("inquiry.speaks"), turn.session.chat
    return Outcome(turn.session, (Reply(told),), (KeepLanguage(chat, chat, code),))


VERBS: Mapping[str, Verb] = {
    "inquiry.take": _of_question(answering.take),
    "inquiry.decline": _of_question(answering.decline),
    "inquiry.ask_back": _of_question(answering.ask_back),
    "inquiry.cancel": _of_question(answering.cancel),
    "inquiry.speak": speak,
}
