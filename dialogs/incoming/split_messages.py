"""Words that come in several messages: what a client cut in two, or a person sends line by line.

A message continues the one before it when nobody can have read an answer in between: it has the next number, or it
follows within moments a text so long that the client cut it. The words are then read together, from where the first of
them were said, so that a tail never stands for the whole. What is passed on as it comes is only led to the same case.
"""

from dataclasses import replace
from datetime import timedelta

from dialogs.conversation import typed
from dialogs.conversation.effects import Effect
from dialogs.conversation.events import Said, Unreadable
from dialogs.conversation.own_proposals import in_hand, saving, with_proposal
from dialogs.conversation.session import Heard, Outcome
from dialogs.conversation.turn import Turn, Words, also, before
from dialogs.incoming import formatted, typed_anywhere
from dialogs.incoming.formatted import Runs
from dialogs.records.need import Need
from dialogs.records.proposal import Answer, Proposal

MOMENT = timedelta(seconds=10)
"""Within such a time a client sends the pieces of one text, also over a slow line: chosen by hand."""
LIMIT = 4096
"""The longest text of one message as Telegram counts it, in UTF-16 code units, of which most characters are one."""
NEAR_LIMIT = 3500
"""In the same units: clients look for a blank before the limit to cut at, and words are not so long."""
LONGEST_TEXT = 12_000
"""In characters: what was typed in several messages and is one need or message, three of the longest."""
KEPT_AS = {"person": "message", "idea.name": "name"}
"""What words become of the idea to send."""


def joined(turn: Turn) -> Turn:
    """Return the turn with words put together with those they continue, and back where these were said."""
    event = turn.event
    if isinstance(event, Unreadable):
        album = Heard(event.message, place=turn.session.place, case=turn.session.case, album=event.album)
        return turn.at(heard=album if event.album else None)
    if not isinstance(event, Said):
        return turn
    heard = _continued(turn)
    if heard is None or heard.stopped:
        return _noting(turn, event, event.text)
    if _meaning(turn, heard.place) is Words.RELAY:
        return _noting(turn.at(place=heard.place, case=heard.case), event, event.text)
    whole, runs = _whole(turn, heard, event), _formatted(turn, heard, event)
    back = _with_words(_back(turn, heard), whole, runs)
    return _noting(back, event.but(formatted=runs), whole, heard.pieces + 1)


def alone(turn: Turn) -> Turn:
    """Return the turn with its words remembered by themselves, and everything before them as it was."""
    return _noting(turn, turn.event, turn.event.text) if isinstance(turn.event, Said) else turn


def is_rest(turn: Turn) -> bool:
    """Tell whether the words of an event are the rest of a text that the client cut."""
    heard = _continued(turn)
    return heard is not None and heard.length >= NEAR_LIMIT


def joined_at_desk(turn: Turn) -> Turn:
    """Do the same for an answer that a navigator writes. Nothing else that is said in a staff group is remembered."""
    return joined(turn) if isinstance(turn.event, Said) and turn.meaning is Words.ANSWER else turn


def refused(turn: Turn) -> Outcome | None:
    """Say that words are not taken: the rest of a text that was stopped, one that grew too long. None for all others.

    `turn` is the one before its words are joined.
    """
    event, heard = turn.event, _continued(turn)
    if not isinstance(event, Said) or heard is None or _meaning(turn, heard.place) is Words.RELAY:
        return None
    if heard.stopped:
        again = heard.but(message=event.message, at=event.at, length=_units(event.text))
        return turn.at(heard=again).again(turn.say("common.rest_not_taken"))
    long = len(_whole(turn, heard, event)) > LONGEST_TEXT
    return before(turn.say("common.too_long", most=LONGEST_TEXT), turn.present()) if long else None


def corrected(turn: Turn, message: int, text: str) -> Turn | None:
    """Return the turn with the last words as they were changed, back where they were said.

    None if the message is another one, or its words were relayed, stopped or joined with others.
    """
    heard = turn.session.heard
    if heard is None or heard.message != message or heard.pieces > 1 or heard.stopped:
        return None
    if _meaning(turn, heard.place) not in (Words.NEED, Words.ANSWER):
        return None
    back = _back(turn, heard)
    return back.at(heard=heard.but(text=text))


def stopped(turn: Turn, outcome: Outcome) -> Outcome:
    """Keep nothing of words that must not be kept, nor the beginning that stood somewhere already.

    `turn` is the one they were read in.
    """
    heard = turn.session.heard
    if heard is None:
        return outcome
    marked = Heard(heard.message, heard.at, heard.length, stopped=True)
    kept = outcome.but(session=outcome.session.but(heard=marked if heard.at else None))
    return also(kept, *(_as_before(turn) if heard.pieces > 1 else ()))


def settled(turn: Turn, outcome: Outcome) -> Outcome:
    """Keep words once only: not beside the need that holds them, nor when a case has them or nothing took them."""
    session, heard = outcome.session, outcome.session.heard
    if heard is None or not heard.text:
        return outcome
    held = _meaning(turn, heard.place) is Words.NEED and session.need.text.endswith(heard.text)
    if held or _meaning(turn, heard.place) in (Words.RELAY, Words.CHOICE):
        return outcome.but(session=session.but(heard=heard.but(text="")))
    return outcome


def _continued(turn: Turn) -> Heard | None:
    """The words that the event's continue, if they do."""
    heard, event = turn.session.heard, turn.event
    if heard is None or not isinstance(event, Said) or event.attachment or event.at is None or heard.at is None:
        return None
    if event.sender.reply_to is not None or not timedelta() <= event.at - heard.at <= MOMENT:
        return None
    if _meaning(turn, heard.place) is Words.CHOICE and not heard.stopped:
        return None
    if heard.length >= NEAR_LIMIT:
        return heard if event.message > heard.message else None
    at_once = event.message == heard.message + 1
    return heard if at_once and not _is_a_choice(turn, event.text) else None


def _is_a_choice(turn: Turn, text: str) -> bool:
    place = turn.places.get(turn.session.place)
    if typed_anywhere.way_back(text, turn.session.offers):
        return True
    return bool(typed.chosen(text, turn.session.offers, numbers=place.numbers(turn) if place else typed.ALL))


def _meaning(turn: Turn, place: str) -> Words:
    return turn.places[place].words if place in turn.places else Words.CHOICE


def _whole(turn: Turn, heard: Heard, event: Said) -> str:
    """All words as one text. A client that finds no blank cuts within a word; all others where a line can end."""
    first = heard.text or turn.session.need.text
    return f"{first}{_seam(first, heard, event)}{event.text}"


def _formatted(turn: Turn, heard: Heard, event: Said) -> Runs:
    """The same with the marks, of which only those at a desk are remembered."""
    first = heard.text or turn.session.need.text
    return formatted.joined(first, heard.formatted, _seam(first, heard, event), event.text, event.formatted)


def _seam(first: str, heard: Heard, event: Said) -> str:
    within_a_word = heard.length >= LIMIT and first[-1:].isalnum() and event.text[:1].isalnum()
    return "" if within_a_word else "\n"


def _units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _noting(turn: Turn, event: Said, text: str, pieces: int = 1) -> Turn:
    """The turn with its words remembered, for what may follow."""
    session, proposal = turn.session, in_hand(turn) if turn.session.place == "proposal.ask" else None
    heard = Heard(
        event.message,
        event.at,
        _units(event.text),
        pieces,
        text,
        session.place,
        session.asking,
        session.ways,
        session.filling,
        session.case,
        proposal.answers.get(session.asking) if proposal else None,
        event.album,
        formatted=event.formatted if event.sender.staff else (),
    )
    return turn.at(heard=heard)


def _back(turn: Turn, heard: Heard) -> Turn:
    """The turn as it was before words were heard, as far as they changed it."""
    if _meaning(turn, heard.place) is Words.NEED:
        return turn.at(place=heard.place) if heard.text else turn.at(place="need", need=Need())
    unsaid = {KEPT_AS[heard.place]: ""} if heard.place in KEPT_AS else {}
    back = turn.at(
        place=heard.place,
        asking=heard.asking,
        ways=heard.ways,
        filling=heard.filling,
        case=heard.case,
        idea=turn.session.idea.but(**unsaid),
    )
    proposal = in_hand(back) if heard.place == "proposal.ask" else None
    return with_proposal(back, _with_answer(proposal, heard.asking, heard.earlier)) if proposal else back


def _with_answer(proposal: Proposal, field_id: str, answer: Answer | None) -> Proposal:
    others = {key: value for key, value in proposal.answers.items() if key != field_id}
    return proposal.but(answers={**others, field_id: answer} if answer else others)


def _with_words(turn: Turn, text: str, runs: Runs) -> Turn:
    return replace(turn, event=turn.event.but(text=text, formatted=runs))


def _as_before(turn: Turn) -> tuple[Effect, ...]:
    """What takes the beginning of an answer out of the draft again."""
    proposal = in_hand(turn) if turn.session.place == "proposal.ask" else None
    return (saving(turn, proposal.but(version=proposal.version + 1)),) if proposal else ()
