"""What using earlier answers again adds to the conversation: a place and buttons."""

from collections.abc import Mapping

from dialogs.again import reusing
from dialogs.conversation.turn import Place, Verb

PLACES: Mapping[str, Place] = {"again": Place(reusing.ask)}

VERBS: Mapping[str, Verb] = {
    "again.basics": reusing.basics,
    "again.copy": reusing.copy,
    "again.page": reusing.listed,
    "again.nothing": reusing.nothing,
}

COMMANDS: Mapping[str, Verb] = {}
