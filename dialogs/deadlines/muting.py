"""Which reminders a chat does not want. Stopping stops; only its own button lets them come again.

Three kinds can be stopped apart: those of the last day (with the question whether the registrar confirmed), those of
the pitch and of the decision after it, and those of an agreement. What a person at the municipality writes is no
reminder and always comes.
"""

from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Outcome, Session
from dialogs.conversation.turn import Turn
from knowledge.reminders.rung import Anchor, Rung

DEADLINE, PITCH, AGREEMENT, NEWS = "deadline", "pitch", "agreement", "news"
KINDS = (DEADLINE, PITCH, AGREEMENT, NEWS)
ALL = "all"
ABOUT = "reminders"
"""What the message that confirms a stop is about, so that its button stays good."""


def is_muted(session: Session, rung: Rung) -> bool:
    """Tell whether a chat has stopped reminders such as this one of the plan."""
    return is_stopped(session, PITCH if rung.of in (Anchor.PITCH, Anchor.DECISION) else DEADLINE)


def mute(turn: Turn, kind: str = "") -> Outcome:
    """Stop the reminders of this chat, all or one kind, and say how to get them back. Pressed again it changes nothing.

    The open question stays as it is.
    """
    muted = tuple(item for item in KINDS if item == kind or kind not in KINDS or is_stopped(turn.session, item))
    offers = (turn.offer("reminders.again", "unmute"),)
    key = "reminders.muted" if len(muted) == len(KINDS) else f"reminders.muted_{kind}"
    session = turn.session.but(muted=muted, pushed=offers)
    return Outcome(session, (Reply(turn.say(key), offers, about=ABOUT),))


def unmute(turn: Turn, kind: str = "") -> Outcome:
    """Let reminders come again, all or one kind."""
    muted = tuple(item for item in KINDS if kind in KINDS and item != kind and is_stopped(turn.session, item))
    return turn.at(muted=muted, pushed=()).aside(turn.say("reminders.unmuted"))


def ask(turn: Turn) -> Outcome:
    """Say which reminders come, and offer to stop or start each kind."""
    stopped = {kind: is_stopped(turn.session, kind) for kind in KINDS}
    offers = tuple(
        turn.offer(f"reminders.{'start' if off else 'stop'}_{kind}", "unmute" if off else "mute", kind)
        for kind, off in stopped.items()
    )
    return turn.ask(
        turn.say("reminders.kinds", stopped=stopped), (*offers, turn.offer("common.back", "go", "proposals"))
    )


def ways(turn: Turn) -> tuple[Offer, ...]:
    """The buttons about reminders for a list of drafts: choose among the kinds, and all of them on again."""
    again = (turn.offer("reminders.again", "unmute"),) if turn.session.muted else ()
    return (*again, turn.offer("reminders.choose", "go", "reminders"))


def is_stopped(session: Session, kind: str) -> bool:
    """Tell whether a chat has stopped a kind of reminders."""
    return kind in session.muted or ALL in session.muted
