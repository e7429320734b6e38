"""What the pitch adds to the conversation of an association: its answers about its time, and a clock to practise with.

What the desk does stands with the desk's buttons.
"""

from collections.abc import Mapping

from dialogs.conversation.turn import Place, Verb
from dialogs.deadlines.calls.news import NO, YES
from dialogs.pitch import swapping, timer

PLACES: Mapping[str, Place] = {}

VERBS: Mapping[str, Verb] = {
    YES: swapping.agree,
    NO: swapping.refuse,
    timer.START: timer.start,
    timer.STOP: timer.stop,
}

COMMANDS: Mapping[str, Verb] = {}
