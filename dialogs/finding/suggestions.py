"""Which of the topics that a need was matched to are worth a person's look, and whether two of them compete."""

from dialogs.conversation.turn import Turn
from dialogs.records.need import Match

SHOWN = 3
"""How many topics are shown, a button each: among three stands the right one for more than nine needs of ten
(docs/matching.md), and three are read at a glance."""
CLOSE = 0.15
"""Two topics whose shares differ by less compete: one question decides between them. Of 201 blind needs in Vasa it is
asked of 44, half of which the first topic would have been wrong for; 0.1 asks of 32, 0.2 of 52, half as well."""
FAR_BEHIND = 0.15
"""A topic with less than this part of the best one's share is not worth a person's look. On the blind needs 1.9 topics
are shown instead of 2.7, and the right one is left out for 2 of 190."""


def known(turn: Turn) -> tuple[Match, ...]:
    """Return the matches that the catalogue still has: a need outlives the words it was understood with."""
    topics = turn.pack.catalogue.topics if turn.pack else {}
    return tuple(match for match in turn.session.need.matches if match.topic in topics)


def shown(turn: Turn) -> tuple[Match, ...]:
    """Return the pair that competes, or the clear topic with those that are not far behind."""
    matches = known(turn)
    if compete(matches) and matches[1].score - _third(matches) >= CLOSE:
        return matches[:2]
    return tuple(match for match in matches[:SHOWN] if match.score >= matches[0].score * FAR_BEHIND)


def compete(matches: tuple[Match, ...]) -> bool:
    """Tell whether the first two are so close that one question decides between them."""
    return len(matches) > 1 and matches[0].score - matches[1].score < CLOSE


def _third(matches: tuple[Match, ...]) -> float:
    return matches[2].score if len(matches) > 2 else 0.0
