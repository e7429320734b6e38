"""What several people at one proposal add to the conversation: places and buttons."""

from collections.abc import Mapping

from dialogs.conversation.turn import Place, Verb, Words
from dialogs.together import clash, comments, history, inviting, joining, nods, people

PLACES: Mapping[str, Place] = {
    "together": Place(people.ask),
    "together.invite": Place(inviting.ask),
    "together.leave": Place(people.ask_leave),
    "together.look": Place(comments.look),
    "together.comment": Place(comments.ask, comments.said, Words.ANSWER, lambda _turn: 0),
    "together.clash": Place(clash.ask),
    "together.earlier": Place(history.ask),
}

VERBS: Mapping[str, Verb] = {
    "together": people.opened,
    "together.make_link": inviting.make_link,
    "together.withdraw": inviting.withdraw,
    "together.person": people.person,
    "together.take_out": people.take_out,
    "together.leave": people.leave,
    "together.hand_over": people.hand_over,
    "together.keep": people.keep,
    "together.take_over": people.take_over,
    "together.decline": people.decline,
    "together.ask_nod": nods.ask_for,
    "together.nod": nods.nod,
    "together.back": comments.back,
    "together.history": lambda turn, _: turn.go("together.earlier"),
    "together.earlier": history.listed,
    "clash.mine": clash.mine,
    "clash.theirs": clash.theirs,
    "clash.both": clash.both,
}

COMMANDS: Mapping[str, Verb] = {"start": joining.started}
