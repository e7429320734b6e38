"""What the advice on forms of cooperation adds to the conversation: places, buttons, a command."""

from collections.abc import Mapping

from dialogs.advice import advising, result
from dialogs.conversation.turn import Place, Verb

PLACES: Mapping[str, Place] = {
    "office.forms": Place(advising.card, advising.said),
    "advice": Place(advising.ask, advising.said),
    "advice.criteria": Place(result.criteria, advising.said),
    "advice.conditions": Place(result.conditions, advising.said),
    "advice.change": Place(result.changes, advising.said),
}

VERBS: Mapping[str, Verb] = {
    "advise": advising.begin,
    "advise.answer": advising.answer,
    "advise.keep": advising.keep,
    "advise.back": advising.back,
    "advise.change": advising.change,
    "advise.fill": advising.fill,
    "advise.leave": advising.leave,
}

COMMANDS: Mapping[str, Verb] = {"forms": advising.open_card}
