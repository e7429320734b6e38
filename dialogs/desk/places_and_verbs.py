"""What the desk adds to the conversation: where a navigator stands, what buttons mean, what commands do.

The places and buttons are joined with everyone's; the commands are those of a staff group.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs.agreement import municipality_part, opening, outline, sheet
from dialogs.answering import canned, closing, drafting, moving, sending
from dialogs.asking import choosing as choosing_offices
from dialogs.asking import sending as sending_question
from dialogs.asking import writing as writing_question
from dialogs.calls import listing as calls
from dialogs.calls import preview as changed_call
from dialogs.cards.case_at_hand import case_at_hand
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Place, Turn, Verb, Words
from dialogs.decisions import day as decision_day
from dialogs.desk import access_log, choosing_language, listing, ownership, undelivered, writing
from dialogs.desk.choosing_language import FOR_ALL, OF_ALL
from dialogs.desk.listing import FINDING, FOUND_PAGE, LIST_PAGE
from dialogs.office import places_and_verbs as office_room
from dialogs.overview import asking
from dialogs.pitch import schedule
from dialogs.records.case import Case
from dialogs.rhythm import absence, digest, snoozing, waiting
from dialogs.rounds import picking, telling, wording
from dialogs.versions import at_desk, reopening


def _of_case(act: Callable[[Turn, Case], Outcome]) -> Verb:
    """A button of a card, whose argument is the reference of its case."""

    def verb(turn: Turn, reference: str) -> Outcome:
        case = case_at_hand(turn, reference)
        return act(turn, case) if case is not None else no_such_case(turn)

    return verb


def _of_draft(act: Callable[[Turn, Case, str], Outcome]) -> Verb:
    """A button whose argument is the reference of its case, and something behind it: the id of one wording of a draft,
    an office, a day, whom it waits for.
    """

    def verb(turn: Turn, argument: str) -> Outcome:
        reference, _, draft = argument.partition(" ")
        case = case_at_hand(turn, reference)
        return act(turn, case, draft) if case is not None else no_such_case(turn)

    return verb


def _at_the_desk(verb: Verb) -> Verb:
    """A button that means something in a staff group alone, wherever somebody presses it."""
    return lambda turn, argument: verb(turn, argument) if turn.event.sender.staff else no_such_case(turn)


def no_such_case(turn: Turn) -> Outcome:
    """Say that there is no such case in this group."""
    return Outcome(turn.session, (Reply(turn.say("desk.no_such_case")),))


def _quiet(turn: Turn) -> Outcome:
    """Ask nothing again: what was asked stands above, and the rest is talk."""
    return Outcome(turn.session)


def _of_a_round(turn: Turn, text: str) -> Outcome:
    """Take words for a decision that is made of several cases; others are notes and talk as always."""
    taken = wording.said(turn, text)
    return taken if taken is not None else writing.said(turn, text)


def _of_a_call(turn: Turn, text: str) -> Outcome:
    """Take what is typed for a call; under a card it is a note as always."""
    taken = calls.said(turn, text) if turn.event.sender.reply_to is None or turn.snapshot.case is None else None
    return taken if taken is not None else writing.said(turn, text)


def _of_a_pitch(turn: Turn, text: str) -> Outcome:
    """Take numbers for the order of a pitch; under a card it is a note as always."""
    free = turn.event.sender.reply_to is None or turn.snapshot.case is None
    taken = schedule.said(turn, text) if free else None
    return taken if taken is not None else writing.said(turn, text)


def _file_of_a_round(turn: Turn, text: str) -> Outcome:
    """Take a file for a decision that is seen; all else is notes and talk."""
    taken = wording.file_came(turn, text)
    return taken if taken is not None else writing.said(turn, text)


def _for_an_agreement(turn: Turn, text: str) -> Outcome:
    """Take words for an answer of stage 2; others are notes and talk as always."""
    taken = municipality_part.said(turn, text)
    return taken if taken is not None else writing.said(turn, text)


def _of_the_group(place: Place) -> Place:
    """A step of a staff group. Nobody else stands there; if somebody did, they would begin anew."""
    return replace(
        place,
        ask=lambda turn: place.ask(turn) if turn.event.sender.staff else turn.go("start"),
        said=lambda turn, text: place.said(turn, text) if turn.event.sender.staff else turn.go("start"),
    )


PLACES: Mapping[str, Place] = {
    "desk": _of_the_group(Place(_quiet, writing.said)),
    "desk.write": _of_the_group(Place(_quiet, writing.said, Words.ANSWER, lambda _turn: 0)),
    "desk.canned": _of_the_group(Place(_quiet, writing.said, Words.ANSWER)),
    "desk.closing": _of_the_group(Place(_quiet, writing.said, Words.ANSWER)),
    "desk.way": _of_the_group(Place(_quiet, writing.said, Words.ANSWER)),
    closing.OWN_WAY: _of_the_group(Place(_quiet, writing.said, Words.ANSWER, lambda _turn: 0)),
    "desk.preview": _of_the_group(Place(drafting.again, writing.said, Words.ANSWER)),
    "desk.round": _of_the_group(Place(_quiet, writing.said, several=picking.several)),
    wording.CHOOSE_WAY: _of_the_group(Place(_quiet, _of_a_round, Words.ANSWER)),
    wording.WRITE: _of_the_group(Place(_quiet, _of_a_round, Words.ANSWER, lambda _turn: 0)),
    calls.PLACE: _of_the_group(Place(_quiet, writing.said)),
    calls.WRITE: _of_the_group(Place(_quiet, _of_a_call, Words.ANSWER, lambda _turn: 0)),
    changed_call.PREVIEW: _of_the_group(Place(changed_call.again, writing.said)),
    schedule.PLACE: _of_the_group(Place(_quiet, writing.said)),
    schedule.WRITE: _of_the_group(Place(_quiet, _of_a_pitch, Words.ANSWER, lambda _turn: 0)),
    telling.PREVIEW: _of_the_group(Place(telling.again, _file_of_a_round)),
    municipality_part.WRITE: _of_the_group(Place(_quiet, _for_an_agreement, Words.ANSWER, lambda _turn: 0)),
    snoozing.PLACE: _of_the_group(Place(_quiet, writing.day_said)),
    decision_day.PLACE: _of_the_group(Place(_quiet, writing.decision_day_said)),
    reopening.PLACE: _of_the_group(Place(_quiet, writing.said, Words.ANSWER, several=reopening.several)),
    "desk.ask_which": _of_the_group(Place(_quiet, writing.said, Words.ANSWER, several=choosing_offices.several)),
    "desk.ask_write": _of_the_group(Place(_quiet, writing.said, Words.ANSWER, lambda _turn: 0)),
    "desk.ask_preview": _of_the_group(Place(writing_question.again, writing.said, Words.ANSWER)),
}
OF_A_CASE: Mapping[str, Verb] = {
    "desk.claim": _of_case(ownership.claim),
    "desk.take_over": _of_case(ownership.take_over),
    "desk.release": _of_case(ownership.release),
    "desk.answer": _of_case(drafting.begin),
    "desk.move": _of_case(moving.begin),
    "desk.wait": _of_case(waiting.ask),
    "desk.resume": _of_case(waiting.resume),
    "desk.snooze": _of_case(snoozing.ask),
    decision_day.ASK: _of_case(decision_day.ask),
    "desk.agree": _of_case(sheet.show),
    "desk.close": _of_case(closing.begin),
    "desk.show": _of_case(listing.show),
    "desk.mine": _of_case(listing.show_card),
    "desk.ask": _of_case(choosing_offices.begin),
    reopening.BEGIN: _of_case(reopening.begin),
    "desk.changes": _of_case(at_desk.show),
}
OF_A_DRAFT: Mapping[str, Verb] = {
    "desk.send": _of_draft(sending.send),
    "desk.change": _of_draft(drafting.change),
    "desk.cancel": _of_draft(drafting.cancel),
    "desk.canned": _of_draft(canned.ask),
    "desk.canned_text": _of_draft(canned.choose),
    "desk.decide": _of_draft(closing.decide),
    "desk.no_words": _of_draft(closing.without_words),
    reopening.PICK: _of_draft(reopening.pick),
    reopening.GO_ON: _of_draft(reopening.go_on),
    reopening.PAGE: reopening.turn_page,
    "desk.way": _of_draft(closing.ask_way),
    "desk.way_is": _of_draft(closing.choose_way),
    "desk.ask_send": _of_draft(sending_question.send),
    "desk.ask_change": _of_draft(writing_question.change),
    "desk.ask_more": _of_draft(choosing_offices.more),
    "desk.ask_when": _of_draft(choosing_offices.when),
    "desk.ask_cancel": _of_draft(writing_question.cancel),
}
OF_A_ROUND: Mapping[str, Verb] = {
    picking.ROUND: picking.of_round,
    picking.PICK: picking.pick,
    picking.ALL: picking.pick_all,
    picking.PAGE: picking.turn_page,
    picking.CANCEL: picking.cancel,
    picking.GO_ON: wording.go_on,
    wording.KIND: wording.choose_kind,
    wording.NO_WORDS: wording.without_words,
    wording.SAME: wording.same_words,
    wording.WAY: wording.choose_way,
    wording.CHANGE: wording.change,
    wording.CHANGE_WAY: wording.change_way,
    telling.SEND: telling.send,
}
OF_A_CALL: Mapping[str, Verb] = {
    "desk.calls": calls.begin,
    calls.SHOW: calls.show,
    calls.SET: calls.begin_change,
    calls.NEXT: calls.prepare_next,
    changed_call.IS: changed_call.choose,
    changed_call.DO: changed_call.do,
    changed_call.CANCEL: changed_call.cancel,
}
OF_A_PITCH: Mapping[str, Verb] = {
    schedule.SHOW: schedule.show,
    schedule.ASK: schedule.ask,
    schedule.FIRST: schedule.language_first,
    schedule.CURRENT: schedule.bring_up_to_date,
    schedule.PUBLISH: schedule.publish,
    schedule.DROP: schedule.drop,
    schedule.SHEET: schedule.print_it,
}
_VERBS: Mapping[str, Verb] = {
    **OF_A_CASE,
    **OF_A_DRAFT,
    "desk.to": _of_draft(moving.to_office),
    "desk.waits_for": _of_draft(waiting.said),
    "desk.until": _of_draft(snoozing.until),
    decision_day.SEE: _of_draft(decision_day.see),
    decision_day.DO: _of_draft(decision_day.do),
    "desk.card": _of_case(listing.show_card),
    "desk.digest": digest.choose,
    choosing_offices.ONE: _of_draft(choosing_offices.to_office),
    choosing_offices.ALSO: _of_draft(choosing_offices.also),
    "desk.ask_day": _of_draft(choosing_offices.by_day),
    undelivered.SEND: _of_draft(undelivered.send_again),
    undelivered.LEAVE: _of_draft(undelivered.let_be),
    "desk.agree_open": _of_case(opening.open_it),
    "desk.agree_not": _of_case(opening.not_now),
    "desk.agree_answers": _of_case(sheet.answers),
    "desk.agree_outline": _of_case(outline.at_desk),
    "desk.agree_set": _of_draft(municipality_part.ask),
    "desk.agree_keep": _of_draft(municipality_part.keep),
    "desk.agree_drop": _of_draft(municipality_part.drop),
    LIST_PAGE: listing.turn_page,
    FOUND_PAGE: listing.turn_found,
    FOR_ALL: choosing_language.ask_for_all,
    OF_ALL: choosing_language.choose_for_all,
    **OF_A_ROUND,
    **OF_A_CALL,
    **OF_A_PITCH,
    asking.OVERVIEW: asking.overview,
    asking.EXPORT: asking.send_export,
    asking.NO_EXPORT: asking.send_nothing,
}
VERBS: Mapping[str, Verb] = {
    **{name: _at_the_desk(verb) for name, verb in _VERBS.items()},
    # Those of an office have a chat of their own, or are among the navigators.
    **office_room.VERBS,
}
NEED_ALL = frozenset({LIST_PAGE, OF_ALL, *OF_A_ROUND})
NEED_ALL_AT = frozenset({wording.WRITE, wording.CHOOSE_WAY})
NEED_ALL_FOR_FILES = NEED_ALL_AT | {telling.PREVIEW}
"""The buttons for which all open cases of a group must be known, the places where words need them,
and those where files do."""
COMMANDS: Mapping[str, Verb] = {
    **dict.fromkeys(FINDING, listing.find),
    access_log.COMMAND: access_log.show,
    "desk": listing.look_up,
    undelivered.COMMAND: undelivered.show,
    "decide": picking.begin,
    "calls": calls.begin,
    "pitch": schedule.begin,
    "language": choosing_language.ask,
    **asking.COMMANDS,
    **dict.fromkeys(("away", "borta", "poissa"), absence.begin),
    **dict.fromkeys(("back", "tillbaka", "takaisin"), absence.back),
    "digest": digest.choose,
    **dict.fromkeys(("stage2", "skede2", "vaihe2"), sheet.named),
}
FOR_THE_NAMELESS = frozenset({*FINDING, *asking.WITHOUT_NAMES})
"""The commands that need nobody to be known: they show what everybody in the group sees, and change nothing."""
