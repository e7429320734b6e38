"""Where an errand belongs that is no need: one of the doors that Lots knows everywhere, or one of the pack's own.

What is said of each door everywhere stands in `dialogs/texts/`, what a municipality says of it in its pack.
"""

from knowledge.municipality.pack import Pack
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.reading import Reading

EVERYWHERE = (
    "complaint",
    "own-help",
    "day-care",
    "school",
    "jobs",
    "offer",
    "booking",
    "grants-admin",
    "other-town",
    "about-bot",
    "chat",
)
"""The doors that Lots has words for in every municipality; a pack may say more of each, and add others."""
SENT_ON = 0.3
"""The least share of a kind of errand that is sent on to another door. Of 1060 errands by authors left out 0.782 are
sent to the right one; at 0.4 it is 0.781, at 0.25 0.783, so few are in doubt. Others hear the general words."""


def other_door(reading: Reading, pack: Pack, lexicon: Lexicon) -> str | None:
    """Return the door that takes this kind of errand, None where no known door clearly does."""
    shares = reading.shares(lexicon.model, "door")
    door = max(shares, key=lambda label: shares[label])
    known = door in EVERYWHERE or door in pack.other_doors
    return door if known and reading.is_known and shares[door] >= SENT_ON else None


def is_anothers(door: str, pack: Pack) -> bool:
    """Tell whether the pack says that errands of a door are another body's, not the municipality's."""
    own = pack.other_doors.get(door)
    return own is not None and own.role in pack.roles and not pack.roles[own.role].ours
