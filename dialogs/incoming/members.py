"""Groups of the municipality: only their members do something there."""

from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome, Standing
from dialogs.conversation.turn import Turn


def permitted(turn: Turn, outcome: Outcome) -> Outcome:
    """Let members do what they do. Anybody else changes nothing and is told so, unless it was mere talk."""
    standing = turn.snapshot.standing
    if standing is Standing.MEMBER:
        return outcome
    told = Reply(turn.say(f"desk.standing_{standing}", name=turn.event.sender.name))
    return Outcome(turn.session.but(heard=None), (told,) if outcome.replies or outcome.effects else ())
