"""What reminders add to the conversation: the choice of those that come, and the dates for one's own calendar."""

from collections.abc import Mapping

from dialogs.conversation.turn import Place, Verb
from dialogs.deadlines import calendar_entries, muting

PLACES: Mapping[str, Place] = {"reminders": Place(muting.ask)}

VERBS: Mapping[str, Verb] = {"mute": muting.mute, "unmute": muting.unmute, "calendar": calendar_entries.fetch}

COMMANDS: Mapping[str, Verb] = {}
