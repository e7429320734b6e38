"""Where one person is in the conversation, and what the shell loads beside it.

A session is frozen and survives JSON; it is all that Lots remembers between two messages of a chat. The place is a
name, the rest follows from the answers.
"""

from msgspec import field

from dialogs.effects import Effect
from dialogs.replies import Offer, Reply
from dialogs.values import Case, Need, Proposal, Value

NO_NEED = Need()


class Session(Value, frozen=True):
    """One person in one chat. `offers` are the buttons of the last message, `pushed` those of the last reminder.

    `place` names the step. `proposal` is the draft in hand, `asking` the field that is asked, `back_to` the place that
    a changed answer leads back to, `returns` the place that a side question leads back to. `revision` grows with every
    answer that carries buttons.
    """

    chat: int
    user: int
    language: str = ""
    municipality: str = ""
    place: str = "start"
    need: Need = NO_NEED
    proposal: str = ""
    asking: str = ""
    back_to: str = ""
    returns: str = ""
    case: str = ""
    draft: str = ""
    form: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()
    pushed: tuple[Offer, ...] = ()
    muted: tuple[str, ...] = ()
    greeted: bool = False
    revision: int = 0


class Post(Value, frozen=True):
    """A message that Lots sent of its own accord: what it was about and what its buttons mean."""

    about: str
    offers: tuple[Offer, ...]


class Snapshot(Value, frozen=True):
    """What a dialog may need from the database, loaded for this chat before the step.

    `fresh` is an unused reference for a new case and `fresh_id` an unused id for a new proposal: chance comes in as a
    value. `proposals` and `cases` are this chat's own. `case` is the case that the event is about: of the message that
    was answered or pressed, of the reference it names, or of the session. `staff` says where each municipality's
    navigators sit (0 or missing: nowhere).
    """

    fresh: str = ""
    fresh_id: str = ""
    proposals: tuple[Proposal, ...] = ()
    cases: tuple[Case, ...] = ()
    case: Case | None = None
    post: Post | None = None
    staff: dict[str, int] = field(default_factory=dict)
    bot_name: str = ""


class Outcome(Value, frozen=True):
    """What a step came to: the session as it now stands, what is said, what must be done.

    `dialog` names the place and `result` what happened, for the log; neither holds a word that a person wrote.
    """

    session: Session
    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()
