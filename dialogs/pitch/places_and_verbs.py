"""What the pitch adds to the conversation of an association: its answers to what it is asked of its time.

What the desk does stands with the desk's buttons.
"""

from collections.abc import Mapping

from dialogs.conversation.turn import Place, Verb
from dialogs.deadlines.calls.news import NO, YES
from dialogs.pitch import swapping

PLACES: Mapping[str, Place] = {}

VERBS: Mapping[str, Verb] = {YES: swapping.agree, NO: swapping.refuse}

COMMANDS: Mapping[str, Verb] = {}
