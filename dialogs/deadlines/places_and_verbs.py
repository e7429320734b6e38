"""What reminders add to the conversation: the choice of those that come."""

from collections.abc import Mapping

from dialogs.conversation.turn import Place, Verb
from dialogs.deadlines import muting

PLACES: Mapping[str, Place] = {"reminders": Place(muting.ask)}

VERBS: Mapping[str, Verb] = {"mute": muting.mute, "unmute": muting.unmute}

COMMANDS: Mapping[str, Verb] = {}
