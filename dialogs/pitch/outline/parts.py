"""The parts of a pitch: proposed from what the draft says, or as the association has changed them; their sum (V18).

Nothing of it stops anybody: parts that are too long together are named, and kept.
"""

from datetime import timedelta
from itertools import accumulate

from dialogs import texts
from dialogs.conversation import own_proposals
from dialogs.conversation.turn import Turn
from dialogs.pitch.laying_out import minutes_of
from dialogs.records.proposal import PitchPart, Proposal
from knowledge.answers import show
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Pack, Round
from knowledge.reminders.slot import slot_of

Parts = tuple[PitchPart, ...]

PROPOSED = {"need": 2, "plan": 3, "reach": 1, "want": 2, "know": 2}
"""The parts that Lots proposes, with their minutes of ten: most for what is to be done, least for whom it reaches."""
OF_TEN = sum(PROPOSED.values())
TELLS = {
    "need": (Meaning.NEED,),
    "plan": (Meaning.PLAN,),
    "reach": (Meaning.GOALS,),
    "want": (Meaning.ASKED_SUM, Meaning.MUNICIPALITY_BRINGS),
    "know": (Meaning.MEASURES,),
}
"""The answers of the draft that each part says, until it has words of its own."""
LONGEST_SHOWN = 240
"""How much of an answer stands at a part, in characters: what can be said in a minute or two, and read on a phone."""


def parts_of(turn: Turn, proposal: Proposal) -> Parts:
    """Return the parts as the association has them, else as it has answered about its pitch, else as Lots proposes."""
    return own_parts(turn, proposal) or proposed(most_minutes(turn, proposal))


def own_parts(turn: Turn, proposal: Proposal) -> Parts:
    """Return the parts that the association has said itself, none if it has not."""
    return proposal.outline or _answered(turn.pack_of(proposal), proposal)


def most_minutes(turn: Turn, proposal: Proposal) -> int:
    """Return how many minutes a proposal has: those of its own time in the pitch, else those of its round."""
    around = turn.pack_of(proposal).round(proposal.round)
    slot = slot_of(around.slots, proposal.id) if around else None
    if slot is not None:
        return (slot.until - slot.at) // timedelta(minutes=1)
    return minutes_of(around) if around else OF_TEN


def pitches_in(turn: Turn, proposal: Proposal) -> Round | None:
    """Return the round in which a proposal is to be pitched, None if there is no pitch there."""
    around = turn.pack_of(proposal).round(proposal.round)
    return around if around is not None and around.pitch is not None else None


def label(turn: Turn, part: PitchPart) -> str:
    """Return what a part is called."""
    return part.name or turn.plain(f"pitch.part_{part.kind}")


def said_in(turn: Turn, proposal: Proposal, part: PitchPart, most: int = LONGEST_SHOWN) -> str:
    """Return what a part says: its own words, else what the draft says of it, on one line and in at most so many
    characters; empty for nothing.
    """
    if part.words:
        return part.words
    pack = turn.pack_of(proposal)
    said = [_shown(turn, pack, proposal, meaning) for meaning in TELLS.get(part.kind, ())]
    return texts.cut("; ".join(filter(None, said)), most)


def begins(parts: Parts) -> list[float]:
    """Return after how many minutes each part begins."""
    return [0, *accumulate(part.minutes for part in parts)][: len(parts)]


def together(parts: Parts) -> float:
    """Return how many minutes the parts take."""
    return sum(part.minutes for part in parts)


def figure(minutes: float) -> str:
    """Return minutes in figures: whole ones, or with a half behind a comma or a point that every language reads."""
    return f"{minutes:g}".replace(".", ",")


def proposed(most: int) -> Parts:
    """The parts that Lots proposes, together as long as the pitch is; what cannot be shared out goes to the plan."""
    shares = {kind: most * share // OF_TEN for kind, share in PROPOSED.items()}
    shares["plan"] += most - sum(shares.values())
    return tuple(PitchPart(minutes, kind) for kind, minutes in shares.items())


def _answered(pack: Pack, proposal: Proposal) -> Parts:
    """The parts that were named in the answer about the pitch; one alone is the length of the whole."""
    field = pack.field_that_means(Meaning.PITCH)
    answer = own_proposals.standing(proposal, field) if field else None
    named = answer.value["minutes"] if answer is not None and answer.state == "given" else []
    parts = tuple(PitchPart(one["minutes"], name=one["what"]) for one in named if one["what"])
    return parts if len(parts) > 1 else ()


def _shown(turn: Turn, pack: Pack, proposal: Proposal, meaning: Meaning) -> str:
    field = pack.field_that_means(meaning)
    answer = own_proposals.standing(proposal, field) if field else None
    if answer is None or field is None or answer.state != "given":
        return " ".join(proposal.need.text.split()) if meaning is Meaning.NEED else ""
    return " ".join(show(field, answer.value, turn.language, pack).split())
