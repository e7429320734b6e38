"""What the pitch adds to the conversation of an association: answers about its time, its outline, a clock to practise.

What the desk does stands with the desk's buttons.
"""

from collections.abc import Mapping

from dialogs.conversation.turn import Place, Verb, Words
from dialogs.deadlines.calls.news import NO, YES
from dialogs.pitch import swapping, timer
from dialogs.pitch.outline import outline

PLACES: Mapping[str, Place] = {
    outline.PLACE: Place(outline.ask, outline.said, Words.ANSWER),
    outline.IN_HAND: Place(outline.ask_part, outline.said_of_part, Words.ANSWER, lambda _turn: 0),
}

VERBS: Mapping[str, Verb] = {
    YES: swapping.agree,
    NO: swapping.refuse,
    timer.START: timer.start,
    timer.STOP: timer.stop,
    outline.OPEN: outline.show,
    outline.PART: outline.open_part,
    outline.PAGE: outline.page,
    outline.PRINT: outline.print_out,
    outline.BACK: outline.back,
}

COMMANDS: Mapping[str, Verb] = {"pitch": outline.begin}
