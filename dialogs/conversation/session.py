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
ASIDE, CHANGE, LANGUAGE, ADVICE, CRITERIA = "aside", "change", "language", "advice", "criteria"
"""Steps aside that lead back: a choice or a message in between, a changed answer, the choice of a language, the
adviser, and one question that its criteria lacked."""


class Standing(StrEnum):
    """Whether a person is a member of a group: yes, no, or Telegram could not be asked."""

    MEMBER = "member"
    STRANGER = "stranger"
    UNKNOWN = "unknown"


class AnswerDraft(Value, frozen=True):
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


class Way(Value, frozen=True):
    """A way back: where a step aside (`of`: ASIDE, CHANGE, LANGUAGE, ADVICE or CRITERIA) leads when it is done."""

    of: str
    to: str


class Search(Value, frozen=True):
    """What the way to an office has come to.

    `money`: the need asks for it. `office_told` names the office page that was shown whole, `language_offered` the
    language that was offered because somebody wrote in it.
    """

    money: bool = False
    office_told: str = ""
    language_offered: str = ""


class AdviceAnswers(Value, frozen=True):
    """What the adviser was told of an idea: answers by question, and the first words of the need they are about.

    `about` is None until somebody is asked. `opened` is the question that was opened again, empty for the next one.
    """

    answers: dict[str, str] = field(default_factory=dict)
    about: str | None = None
    opened: str = ""


class Idea(Value, frozen=True):
    """What is sent to the municipality beside need and draft: the association's name, a message, and whether the
    message goes `alone`, without them.
    """

    name: str = ""
    message: str = ""
    alone: bool = False


class WaitingQuestion(Value, frozen=True):
    """A question that waits until the municipality is chosen, and the place where it was asked."""

    text: str
    place: str


class Filling(Value, frozen=True):
    """How the form is looked at: whether another item is added to a list, which part of the overview is shown, and
    whether it shows only the row that was changed.
    """

    adding: bool = False
    part: str = ""
    changed: bool = False


class AtDesk(Value, frozen=True):
    """What is remembered of somebody at the desk: the messages that the last answers were written in, and the day
    (ISO, the municipality's own) on which somebody without a name was told how to get one.
    """

    sent: tuple[int, ...] = ()
    told_nameless: str = ""


ADDING = Filling(adding=True)
NO_SEARCH, NO_ADVICE, NO_IDEA, NOT_FILLING, NOT_AT_DESK = Search(), AdviceAnswers(), Idea(), Filling(), AtDesk()


class Heard(Value, frozen=True):
    """The last words of a person and where they were said, for what follows at once may belong to them.

    `message` is the number of the newest of the `pieces` that they came in, `at` its time, `length` how long that one
    was (UTF-16 units, as Telegram counts). `text` are the words of all pieces, empty where the need holds them or a
    case has them. `place`, `asking`, `ways`, `filling` and `case` are the session's as they were heard, `earlier` is
    the answer that stood before. `album` names what was sent together. `stopped`: they were not kept.
    """

    message: int
    at: datetime | None = None
    length: int = 0
    pieces: int = 1
    text: str = ""
    place: str = ""
    asking: str = ""
    ways: tuple[Way, ...] = ()
    filling: Filling = NOT_FILLING
    case: str = ""
    earlier: Answer | None = None
    album: str = ""
    stopped: bool = False


class Session(Value, frozen=True):
    """One person in one chat. `offers` are the buttons of the last message, `pushed` those of the last reminder.

    `reminded` is the revision at which that reminder came: as long as it is the present one, nothing was asked since.
    `muted` are the kinds of reminders that were stopped, `away` tells that the person blocked Lots and has not been
    heard since.

    `place` names the step. `proposal` is the draft in hand, `asking` the field that is asked. `ways` are the ways
    back from steps aside, the newest last, one of each kind. `revision` grows with every answer that carries buttons,
    and `since` is the number of the person's message that the newest of them answered: what stands above it in the
    chat is older. `asked_at` is when buttons were last shown. `drafts` are a navigator's answers under way, by case.
    `heard` are the last words, `strays` what waits to be told where it belongs, `stopped` the fingerprint of a text
    that the guard stopped for its words alone. What one room alone remembers is a value of that room: `search`,
    `advice`, `idea`, `waiting`, `filling`, `desk`.
    """

    chat: int
    user: int
    language: str = ""
    municipality: str = ""
    place: str = "start"
    need: Need = NO_NEED
    proposal: str = ""
    asking: str = ""
    case: str = ""
    form: str = ""
    offers: tuple[Offer, ...] = ()
    pushed: tuple[Offer, ...] = ()
    muted: tuple[str, ...] = ()
    greeted: bool = False
    revision: int = 0
    since: int = 0
    drafts: dict[str, AnswerDraft] = field(default_factory=dict)
    reminded: int = -1
    away: bool = False
    heard: Heard | None = None
    strays: tuple[Stray, ...] = ()
    asked_at: datetime | None = None
    ways: tuple[Way, ...] = ()
    search: Search = NO_SEARCH
    advice: AdviceAnswers = NO_ADVICE
    idea: Idea = NO_IDEA
    waiting: WaitingQuestion | None = None
    filling: Filling = NOT_FILLING
    desk: AtDesk = NOT_AT_DESK
    stopped: str = ""

    def way_back(self, of: str = ASIDE) -> str:
        """Return the place that a step aside leads back to, empty if there is none."""
        return next((way.to for way in self.ways if way.of == of), "")

    def leading(self, to: str, of: str = ASIDE) -> tuple[Way, ...]:
        """Return the ways with a new one of its kind as the newest; to no place there is none."""
        return (*self.ways_without(of), Way(of, to)) if to else self.ways_without(of)

    def ways_without(self, *kinds: str) -> tuple[Way, ...]:
        """Return the ways back but for those of some kinds: their steps aside are done."""
        return tuple(way for way in self.ways if way.of not in kinds)


class Post(Value, frozen=True):
    """A remembered message: what it was about, what its buttons mean, and whom they are meant for (None: anybody)."""

    about: str
    offers: tuple[Offer, ...]
    whom: Addressee | None = None


class Snapshot(Value, frozen=True):
    """What a dialog may need from the database, loaded for this chat before the step.

    `new_reference` is an unused one for a new case and `new_id` an unused id for a new proposal: chance comes in as a
    value. `proposals` and `cases` are this chat's own; a staff group's are those that it names, for a command those
    that are open. `case` is the case that the event is about: of the message that was answered or pressed, of the
    reference it names, or of the session. `staff` says where each municipality's navigators sit (0 or missing:
    nowhere). `standing` is what Telegram says of a person who pressed a button in a staff group.
    """

    new_reference: str = ""
    new_id: str = ""
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
