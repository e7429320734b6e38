"""The outline of a pitch in the chat: seen with its sum, changed by typing or part by part, had as a page to pass on.

Only who has said that both papers went in time may pitch (V17); others are told so.
"""

from dialogs.conversation import own_proposals, statements
from dialogs.conversation.effects import SaveProposal
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.statements import Sending
from dialogs.conversation.turn import Turn, also, before
from dialogs.deadlines.calls.news import PRACTISE, PREPARE
from dialogs.pitch.eligible import may_pitch
from dialogs.pitch.outline import parts, printed
from dialogs.pitch.outline.typed_parts import Said, of_one_part, said_of_parts
from dialogs.records.proposal import PitchPart, Proposal
from knowledge.municipality.meaning import Meaning
from knowledge.reminders.slot import slot_of

OPEN, PART, PAGE, PRINT, BACK = PREPARE, "pitch.part", "pitch.page", "pitch.print", "pitch.outline_back"
"""The verbs: the outline of a proposal, one part of it by its place from 0, all of it as a text, the same as files to
print, back to all parts.
"""
PLACE, IN_HAND = "pitch.outline", "pitch.outline_part"
"""The places: at all parts, and at the one whose place is in `Session.asking`."""
LONGEST = 600
"""In characters: what is said in five minutes has as many words, and one message shows five such parts."""


def begin(turn: Turn, _argument: str = "") -> Outcome:
    """Open the outline of the only proposal that may be pitched, ask which of several, or say why there is none."""
    able = [item for item in turn.snapshot.proposals if _may(turn, item)]
    if len(able) == 1:
        return show(turn, able[0].id)
    if not able:
        return _not_yet(turn)
    names = zip(able, statements.named_apart(turn, able), strict=True)
    return turn.ask(
        turn.say("pitch.which"), tuple(turn.offer("common.plain", OPEN, item.id, text=name) for item, name in names)
    )


def show(turn: Turn, proposal_id: str) -> Outcome:
    """Show the outline of one proposal."""
    proposal = turn.proposal_by_id(proposal_id)
    if proposal is None:
        return turn.go("proposals")
    if not _may(turn, proposal):
        return _not_yet(turn.at(proposal=proposal.id, municipality=proposal.municipality))
    return turn.go(PLACE, proposal=proposal.id, municipality=proposal.municipality, asking="", pushed=())


def ask(turn: Turn) -> Outcome:
    """Show all parts with their minutes and what they come to."""
    proposal = turn.proposal
    if proposal is None or not _may(turn, proposal):
        return begin(turn) if proposal is None else _not_yet(turn)
    offers = (
        *(
            turn.offer("common.plain", PART, str(place), text=parts.label(turn, part))
            for place, part in enumerate(parts.parts_of(turn, proposal))
        ),
        turn.offer("pitch.practise", PRACTISE, proposal.id),
        turn.offer("pitch.page", PAGE),
        turn.offer("pitch.print", PRINT, proposal.id),
        turn.offer("common.back", "proposal.resume", proposal.id),
    )
    return turn.ask(turn.say("pitch.outline", **_told(turn, proposal)), offers)


def said(turn: Turn, text: str) -> Outcome:
    """Take what is typed of one or several parts; what names none is asked again, and nothing is lost."""
    proposal = turn.proposal
    if proposal is None or not _may(turn, proposal):
        return ask(turn)
    found = said_of_parts(text, [_names(turn, part) for part in parts.parts_of(turn, proposal)])
    return _changed(turn, proposal, found) if found else turn.again(turn.say("pitch.unread_part", said=text))


def open_part(turn: Turn, place: str) -> Outcome:
    """Take one part in hand, to be written anew."""
    return turn.go(IN_HAND, asking=place)


def ask_part(turn: Turn) -> Outcome:
    """Show the part in hand and ask for its words or its minutes."""
    proposal, place = turn.proposal, _place(turn)
    if proposal is None or place is None:
        return turn.go(PLACE, asking="")
    part = parts.parts_of(turn, proposal)[place]
    told = {
        "name": parts.label(turn, part),
        "minutes": part.minutes,
        "written": parts.figure(part.minutes),
        "words": parts.said_in(turn, proposal, part),
        "own": bool(part.words),
    }
    return turn.ask(turn.say("pitch.ask_part", **told), (turn.offer("common.back", BACK),))


def said_of_part(turn: Turn, text: str) -> Outcome:
    """Take the words or the minutes of the part in hand."""
    proposal, place = turn.proposal, _place(turn)
    if proposal is None or place is None or not _may(turn, proposal):
        return turn.go(PLACE, asking="")
    found = of_one_part(text, place)
    nothing = found.minutes is None and found.words is None
    return ask_part(turn) if nothing else _changed(turn, proposal, (found,))


def back(turn: Turn, _argument: str = "") -> Outcome:
    """Go back from one part to all of them."""
    return turn.go(PLACE, asking="")


def page(turn: Turn, _argument: str = "") -> Outcome:
    """Say the whole outline by itself, with the minutes from and to, so that it can be passed on; then ask again."""
    proposal = turn.proposal
    if proposal is None or not _may(turn, proposal):
        return ask(turn)
    return turn.aside(turn.say("pitch.as_page", **_told(turn, proposal)))


def print_out(turn: Turn, proposal_id: str = "") -> Outcome:
    """Send the outline as files to print; without an id that of the one proposal which may be pitched.

    The open question stays as it is.
    """
    able = [item for item in turn.snapshot.proposals if _may(turn, item) and proposal_id in ("", item.id)]
    if len(able) != 1:
        return begin(turn)
    return also(turn.tell(turn.say("pitch.printed")), printed.files(turn, able[0]))


def ways(turn: Turn, proposal: Proposal) -> tuple[Offer, ...]:
    """The button that opens the outline, for who may pitch in a pitch that lies ahead."""
    around = parts.pitches_in(turn, proposal)
    ahead = around is not None and around.pitch is not None and turn.now.date() <= around.pitch.date()
    return (turn.offer("pitch.prepare", OPEN, proposal.id),) if ahead and _may(turn, proposal) else ()


def _changed(turn: Turn, proposal: Proposal, found: tuple[Said, ...]) -> Outcome:
    """Keep what was said of parts, and show what all of them come to now."""
    if any(one.words and len(one.words) > LONGEST for one in found):
        return turn.again(turn.say("pitch.part_too_long", most=LONGEST))
    listed = list(parts.parts_of(turn, proposal))
    for one in found:
        was = listed[one.place]
        minutes = was.minutes if one.minutes is None else one.minutes
        listed[one.place] = was.but(minutes=minutes, words=was.words if one.words is None else one.words)
    changed = proposal.but(outline=tuple(listed), version=proposal.version + 1)
    known = own_proposals.with_proposal(turn, changed)
    return also(before(turn.say("pitch.kept"), known.go(PLACE, asking="")), SaveProposal(changed))


def _told(turn: Turn, proposal: Proposal) -> dict[str, object]:
    """The outline as values of its texts."""
    listed, most = parts.parts_of(turn, proposal), parts.most_minutes(turn, proposal)
    around, pack = parts.pitches_in(turn, proposal), turn.pack_of(proposal)
    slot, sum_ = slot_of(around.slots, proposal.id) if around else None, parts.together(listed)
    answer = own_proposals.answer_that_means(pack, proposal, Meaning.PITCH)
    return {
        "title": own_proposals.title(turn, proposal),
        "at": slot.at if slot else around.pitch if around else None,
        "own": slot is not None,
        "clock_place": turn.words(pack.place_time),
        "pitch_place": around.place if around else "",
        "said": " ".join(answer.said.split()) if answer and answer.said else "",
        "parts": [
            {
                "name": parts.label(turn, part),
                "minutes": part.minutes,
                "written": parts.figure(part.minutes),
                "from_to": f"{parts.figure(begin)}–{parts.figure(begin + part.minutes)}",
                "words": parts.said_in(turn, proposal, part),
            }
            for part, begin in zip(listed, parts.begins(listed), strict=True)
        ],
        "most": most,
        "sum": parts.figure(sum_),
        "over": parts.figure(max(0, sum_ - most)) if sum_ > most else "",
        "left": parts.figure(most - sum_) if sum_ < most else "",
    }


def _names(turn: Turn, part: PitchPart) -> list[str]:
    """The ways to call a part: its label, and the words of each that Lots proposes."""
    more = turn.plain(f"pitch.part_{part.kind}_words").split(",") if part.kind else []
    return [parts.label(turn, part), *(word.strip() for word in more)]


def _place(turn: Turn) -> int | None:
    """The place of the part in hand, None if there is none such."""
    proposal, asking = turn.proposal, turn.session.asking
    known = len(parts.parts_of(turn, proposal)) if proposal is not None and _may(turn, proposal) else 0
    return int(asking) if asking.isdecimal() and int(asking) < known else None


def _may(turn: Turn, proposal: Proposal) -> bool:
    around = parts.pitches_in(turn, proposal)
    return around is not None and may_pitch(proposal, around)


def _not_yet(turn: Turn) -> Outcome:
    """Say for whom the pitch is, with the button for who has sent both."""
    proposal = turn.proposal
    around = statements.round_of(turn, proposal) if proposal else None
    asked = proposal is not None and statements.sending(proposal, around) is Sending.NOT_SENT and around is not None
    offers = (turn.offer("papers.both_sent", "papers.sent", proposal.id),) if proposal and asked else ()
    return turn.ask(
        turn.say("pitch.not_yet"), (*offers, turn.offer("reminders.drafts", "go", "proposals")), place="start"
    )
