"""What the way from the first minute to the right door adds to the conversation: places, buttons, commands."""

from collections.abc import Mapping

from dialogs.conversation.session import CHANGE, NOT_FILLING
from dialogs.conversation.turn import Place, Verb, Words
from dialogs.finding import corrections, need, office, welcome
from dialogs.speaking import choosing

PLACES: Mapping[str, Place] = {
    "start": Place(welcome.menu, need.heard, Words.NEED),
    "language": Place(choosing.ask, choosing.said),
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
    "language": choosing.choose,
    "municipality": welcome.choose_municipality,
    "municipalities": welcome.municipalities,
    "topic": need.pick,
    "none": lambda turn, _: need.none_of_them(turn),
    "topicless": lambda turn, _: need.topicless(turn),
    "need.idea": lambda turn, _: need.an_idea(turn),
    "need.former_too": need.former_too,
    "need.no_idea": lambda turn, _: need.no_idea(turn),
    "heading": need.heading,
    "heading.page": need.topics_under,
    "headings": need.headings,
    "office.again": office.again,
    "correction.keep": corrections.keep,
    "correction.refuse": corrections.refuse,
    "correction.agree": corrections.agree,
    "correction.stop": corrections.stop,
}

COMMANDS: Mapping[str, Verb] = {
    "new": lambda turn, _: turn.go(
        "need", ways=turn.session.ways_without(CHANGE), proposal="", asking="", filling=NOT_FILLING
    ),
    "language": choosing.begin,
}
