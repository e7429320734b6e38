"""Where one person is in the conversation, and what the shell loads beside it.

A session is frozen and survives JSON; it is all that Lots remembers between two messages of a chat. The place is a
name, the rest follows from the answers.
"""

from datetime import datetime
from enum import StrEnum

from msgspec import field

from dialogs.conversation.effects import Effect
from dialogs.conversation.replies import Addressee, Offer, Reply
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, Stray
from dialogs.records.need import Need
from dialogs.records.proposal import Answer, Proposal
from dialogs.records.value import Value

NO_NEED = Need()


class Standing(StrEnum):
    """Whether a person is a member of a group: yes, no, or Telegram could not be asked."""

    MEMBER = "member"
    STRANGER = "stranger"
    UNKNOWN = "unknown"


class Draft(Value, frozen=True):
    """An answer to an association that a navigator is writing. Every wording has an `id` of its own.

    `messages` are the numbers of the messages that its words came in. `seen` is how many utterances the case had when
    its writer last saw how it stands (-1: not known), `owner` who had the case then.
    """

    id: str
    text: str = ""
    files: tuple[Attachment, ...] = ()
    closing: bool = False
    messages: tuple[int, ...] = ()
    seen: int = -1
    owner: int = 0


class Heard(Value, frozen=True):
    """The last words of a person and where they were said, for what follows at once may belong to them.

    `message` is the number of the newest of the `pieces` that they came in, `at` its time, `length` how long that one
    was (UTF-16 units, as Telegram counts). `text` are the words of all pieces, empty where the need holds them or a
    case has them. `place`, `asking`, `back_to`, `returns`, `draft` and `case` are the session's as they were heard,
    `earlier` is the answer that stood before. `album` names what was sent together. `stopped`: they were not kept.
    """

    message: int
    at: datetime | None = None
    length: int = 0
    pieces: int = 1
    text: str = ""
    place: str = ""
    asking: str = ""
    back_to: str = ""
    returns: str = ""
    draft: str = ""
    case: str = ""
    earlier: Answer | None = None
    album: str = ""
    stopped: bool = False


class Session(Value, frozen=True):
    """One person in one chat. `offers` are the buttons of the last message, `pushed` those of the last reminder.

    `reminded` is the revision at which that reminder came: as long as it is the present one, nothing was asked since.
    `muted` are the kinds of reminders that were stopped, `away` tells that the person blocked Lots and has not been
    heard since.

    `place` names the step. `proposal` is the draft in hand, `asking` the field that is asked, `back_to` the place that
    a changed answer leads back to, `returns` the place that a side question leads back to. `revision` grows with every
    answer that carries buttons, and `since` is the number of the person's message that the newest of them answered:
    what stands above it in the chat is older. `asked_at` is when buttons were last shown. `drafts` are a navigator's
    answers under way, by case. `heard` are the last words, `strays` what waits to be told where it belongs.
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
    since: int = 0
    drafts: dict[str, Draft] = field(default_factory=dict)
    reminded: int = -1
    away: bool = False
    heard: Heard | None = None
    strays: tuple[Stray, ...] = ()
    asked_at: datetime | None = None


class Post(Value, frozen=True):
    """A remembered message: what it was about, what its buttons mean, and whom they are meant for (None: anybody)."""

    about: str
    offers: tuple[Offer, ...]
    whom: Addressee | None = None


class Snapshot(Value, frozen=True):
    """What a dialog may need from the database, loaded for this chat before the step.

    `fresh` is an unused reference for a new case and `fresh_id` an unused id for a new proposal: chance comes in as a
    value. `proposals` and `cases` are this chat's own; a staff group's are those that it names, for a command those
    that are open. `case` is the case that the event is about: of the message that was answered or pressed, of the
    reference it names, or of the session. `staff` says where each municipality's navigators sit (0 or missing:
    nowhere). `standing` is what Telegram says of a person who pressed a button in a staff group.
    """

    fresh: str = ""
    fresh_id: str = ""
    proposals: tuple[Proposal, ...] = ()
    cases: tuple[Case, ...] = ()
    case: Case | None = None
    post: Post | None = None
    staff: dict[str, int] = field(default_factory=dict)
    standing: Standing = Standing.MEMBER


class Outcome(Value, frozen=True):
    """What a step came to: the session as it now stands, what is said, what must be done."""

    session: Session
    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()
