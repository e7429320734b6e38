"""What the desk adds to the conversation: where a navigator stands, what buttons mean, what commands do.

The places and buttons are joined with everyone's; the commands are those of a staff group.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Place, Turn, Verb, Words
from dialogs.desk import drafting, listing, ownership, sending, writing
from dialogs.desk.listing import case_at_hand
from dialogs.records.case import Case
from knowledge.language import Language


def _of_case(act: Callable[[Turn, Case], Outcome]) -> Verb:
    """A button of a card, whose argument is the reference of its case."""

    def verb(turn: Turn, reference: str) -> Outcome:
        case = case_at_hand(turn, reference)
        return act(turn, case) if case is not None else no_such_case(turn)

    return verb


def _of_draft(act: Callable[[Turn, Case, str], Outcome]) -> Verb:
    """A button of a preview, whose argument is the reference of its case and the id of one wording."""

    def verb(turn: Turn, argument: str) -> Outcome:
        reference, _, draft = argument.partition(" ")
        case = case_at_hand(turn, reference)
        return act(turn, case, draft) if case is not None else no_such_case(turn)

    return verb


def no_such_case(turn: Turn) -> Outcome:
    """Say that there is no such case in this group."""
    return Outcome(turn.session, (Reply(turn.say("desk.no_such_case")),))


def _quiet(turn: Turn) -> Outcome:
    """Ask nothing again: what was asked stands above, and the rest is talk."""
    return Outcome(turn.session)


def _of_the_group(place: Place) -> Place:
    """A step of a staff group. Nobody else stands there; if somebody did, they would begin anew."""
    return replace(
        place,
        ask=lambda turn: place.ask(turn) if turn.event.sender.staff else turn.go("start"),
        said=lambda turn, text: place.said(turn, text) if turn.event.sender.staff else turn.go("start"),
    )


def _ask_language(turn: Turn, _argument: str = "") -> Outcome:
    offers = tuple(turn.offer(f"welcome.in_{code}", "language", code) for code in Language)
    return turn.ask(turn.say("welcome.which_language"), offers)


PLACES: Mapping[str, Place] = {
    "desk": _of_the_group(Place(_quiet, writing.said)),
    "desk.write": _of_the_group(Place(_quiet, writing.said, Words.ANSWER, lambda _turn: 0)),
    "desk.preview": _of_the_group(Place(drafting.again, writing.said, Words.ANSWER)),
}
OF_A_CASE: Mapping[str, Verb] = {
    "desk.claim": _of_case(ownership.claim),
    "desk.take_over": _of_case(ownership.take_over),
    "desk.release": _of_case(ownership.release),
    "desk.answer": _of_case(drafting.begin),
    "desk.close": _of_case(drafting.begin_closing),
    "desk.show": _of_case(listing.show),
}
OF_A_DRAFT: Mapping[str, Verb] = {
    "desk.send": _of_draft(sending.send),
    "desk.change": _of_draft(drafting.change),
    "desk.cancel": _of_draft(drafting.cancel),
}
VERBS: Mapping[str, Verb] = {**OF_A_CASE, **OF_A_DRAFT}
COMMANDS: Mapping[str, Verb] = {"desk": listing.look_up, "language": _ask_language}
