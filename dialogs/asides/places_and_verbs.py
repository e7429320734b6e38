"""What side questions add to the conversation: places, buttons, commands."""

from collections.abc import Mapping

from dialogs.asides import commands, questions
from dialogs.conversation.turn import Place, Verb, Words
from dialogs.finding import need

PLACES: Mapping[str, Place] = {
    "office.info": Place(questions.good_to_know, questions.said, Words.NEED),
    "question": Place(questions.ask, questions.said, Words.NEED),
    "question.again": Place(questions.again, need.heard, Words.NEED),
}

VERBS: Mapping[str, Verb] = {
    "question": questions.show,
    "question.send": questions.send,
    "thanked": commands.thanked,
    "not_here": commands.not_here,
    "help": commands.help_,
    "wish.which": commands.which,
    "wish.agreed": commands.agreed,
    "wish.saved": commands.saved,
    "wish.unsent": commands.unsent,
}

COMMANDS: Mapping[str, Verb] = {"help": commands.help_, "dates": commands.dates, "contact": commands.contact}
