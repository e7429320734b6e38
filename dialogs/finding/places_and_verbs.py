"""What the way from the first minute to the right door adds to the conversation: places, buttons, commands."""

from collections.abc import Mapping

from dialogs.conversation.session import CHANGE, NOT_FILLING
from dialogs.conversation.turn import Place, Verb, Words
from dialogs.finding import need, office, welcome

PLACES: Mapping[str, Place] = {
    "start": Place(welcome.menu, need.heard, Words.NEED),
    "language": Place(welcome.ask_language, welcome.language_said),
    "municipality": Place(welcome.ask_municipality, welcome.municipality_said),
    "need": Place(need.ask, need.heard, Words.NEED),
    "need.read": Place(need.read, need.more, Words.NEED),
    "need.choose": Place(need.choose, need.more, Words.NEED, several=need.several),
    "need.unclear": Place(need.unclear, need.more, Words.NEED),
    "need.catalogue": Place(need.catalogue, need.heard, Words.NEED, several=need.several),
    "office": Place(office.ask, need.more, Words.NEED),
    "office.examples": Place(office.examples, need.more, Words.NEED),
}

VERBS: Mapping[str, Verb] = {
    "language": welcome.choose_language,
    "municipality": welcome.choose_municipality,
    "topic": need.pick,
    "none": lambda turn, _: need.none_of_them(turn),
    "topicless": lambda turn, _: need.topicless(turn),
    "need.idea": lambda turn, _: need.an_idea(turn),
    "heading": need.heading,
    "office.again": office.again,
}

COMMANDS: Mapping[str, Verb] = {
    "start": welcome.started,
    "new": lambda turn, _: turn.go(
        "need", ways=turn.session.ways_without(CHANGE), proposal="", asking="", filling=NOT_FILLING
    ),
    "language": lambda turn, _: welcome.open_language(turn),
}
