"""Where one person is in the conversation, and what the shell loads beside it.

A session is frozen and survives JSON; it is all that Lots remembers between two messages of a chat. The place is a
name, the rest follows from the answers.
"""

from datetime import datetime
from enum import StrEnum

from msgspec import field

from dialogs.conversation.effects import Effect
from dialogs.conversation.replies import Addressee, Offer, Reply
from dialogs.records.agreements.agreement import AgreementWords
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, Stray
from dialogs.records.for_a_time.access import Access
from dialogs.records.letters.calendar_file import CalendarEntry
from dialogs.records.need import Need
from dialogs.records.offices.inquiry import AwaitedWords, InquiryDraft
from dialogs.records.proposal import Answer, Proposal
from dialogs.records.run import Run
from dialogs.records.staff.call import PitchRow
from dialogs.records.staff.desk import Desk
from dialogs.records.staff.pitching import Pitching
from dialogs.records.thread import Topics
from dialogs.records.together.beside import NOBODY_BESIDE, Beside
from dialogs.records.together.change import Change
from dialogs.records.together.sharing import Sharing
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
    its writer last saw how it stands (-1: not known), `owner` who had the case then. With an `office` its sending
    moves the case there. `formatted` is its text with the marks of who wrote it, none where there are none.
    With `closing` its case ends as `decision` says (empty: in some other way), and `way` names another way for the
    association, in its writer's own `way_words` if none that the pack knows.
    With `corrects` it puts right what was sent before. `reopens` are the fields of the proposal that are asked anew.
    With `canned` it is a ready-made text with that id, whose gaps the navigator has `filled`, each by its name; it has
    no text before the last of them is.
    """

    id: str
    text: str = ""
    files: tuple[Attachment, ...] = ()
    closing: bool = False
    messages: tuple[int, ...] = ()
    seen: int = -1
    owner: int = 0
    office: str = ""
    formatted: tuple[Run, ...] = ()
    canned: str = ""
    filled: tuple[tuple[str, str], ...] = ()
    decision: str = ""
    way: str = ""
    way_words: str = ""
    corrects: bool = False
    reopens: tuple[str, ...] = ()


class RoundDecision(Value, frozen=True):
    """One decision for several cases of a round that a navigator is making. Every stage of it has an `id` of its own.

    `chosen` are the references of its cases. `reasons` are in the languages of their associations, with the marks of
    who wrote them in `formatted`; an empty one is meant so. `way` names another way, with `way_words` by language if
    it is the navigator's own. `seen` are the versions at which the cases were when all of it was shown. `files` go to
    all of them.
    """

    id: str
    round: str
    chosen: tuple[str, ...] = ()
    kind: str = ""
    reasons: dict[str, str] = field(default_factory=dict)
    formatted: dict[str, tuple[Run, ...]] = field(default_factory=dict)
    way: str = ""
    way_words: dict[str, str] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    files: tuple[Attachment, ...] = ()


class CallChange(Value, frozen=True):
    """One change of a call that a navigator is making. Every stage of it has an `id` of its own.

    `what` is the thing that changes, `value` what it is to be, empty before that was said. `seen` is the version at
    which the call was when all of it was shown.
    """

    id: str
    round: str
    what: str
    value: str = ""
    seen: int = 0


class PitchDraft(Value, frozen=True):
    """The order of a round's pitch that a navigator is laying out. Every stage of it has an `id` of its own.

    `seen` is the version of the call when all of it was shown, `asks` what is to be typed next, empty for nothing.
    """

    id: str
    round: str
    rows: tuple[PitchRow, ...] = ()
    seen: int = 0
    asks: str = ""


class Way(Value, frozen=True):
    """A way back: where a step aside (`of`: ASIDE, CHANGE, LANGUAGE, ADVICE or CRITERIA) leads when it is done."""

    of: str
    to: str


class Search(Value, frozen=True):
    """What the way to an office has come to.

    `money`: the need asks for it. `office_told` names the office page that was shown whole, `language_offered` the
    languages that somebody wrote in and was told of, with blanks between.
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


class Standpoint(Value, frozen=True):
    """Where somebody stands in one topic of a group: the step, the case and the buttons of the session, and what an
    office is awaited to say. General, and a group without topics, is the topic 0.
    """

    place: str = "desk"
    case: str = ""
    offers: tuple[Offer, ...] = ()
    awaited: AwaitedWords | None = None


class AtDesk(Value, frozen=True):
    """What is remembered of somebody at the desk: the messages that the last answers were written in, and the days
    (ISO, the municipality's own) on which somebody without a name was told how to get one, and on which it was last
    said that a note was kept. `inquiries` are the questions to offices that are being written, by case. `name` is the
    one under which they were last noted in the log of a case. `thread` is the topic in which they did something last,
    `elsewhere` how they stand in others, by their numbers. `deciding` is the decision for several cases that is being
    made, None if none is, `changing` the change of a call and `pitching` the order of a pitch. `sent_to` tells of the
    newest of `sent`, by their numbers, in which case they went. `agreeing` are the answers to stage 2 that are being
    written, by case.
    """

    sent: tuple[int, ...] = ()
    told_nameless: str = ""
    inquiries: dict[str, InquiryDraft] = field(default_factory=dict)
    name: str = ""
    told_noted: str = ""
    thread: int = 0
    elsewhere: dict[int, Standpoint] = field(default_factory=dict)
    deciding: RoundDecision | None = None
    sent_to: dict[str, str] = field(default_factory=dict)
    agreeing: dict[str, AgreementWords] = field(default_factory=dict)
    changing: CallChange | None = None
    pitching: PitchDraft | None = None


class Consent(Value, frozen=True):
    """Whether a person lets Lots keep words that it misunderstood, to learn from them.

    `given` is None until they say yes or no. `about` are the first words of the need that they were last asked about,
    or of which something is kept: under the id `kept`, empty for nothing. `unanswered` counts the questions that they
    let pass.
    """

    given: bool | None = None
    about: str = ""
    kept: str = ""
    unanswered: int = 0


ADDING = Filling(adding=True)
NO_CONSENT = Consent()
NO_SEARCH, NO_ADVICE, NO_IDEA, NOT_FILLING, NOT_AT_DESK = Search(), AdviceAnswers(), Idea(), Filling(), AtDesk()


class Heard(Value, frozen=True):
    """The last words of a person and where they were said, for what follows at once may belong to them.

    `message` is the number of the newest of the `pieces` that they came in, `at` its time, `length` how long that one
    was (UTF-16 units, as Telegram counts). `text` are the words of all pieces, empty where the need holds them or a
    case has them. `place`, `asking`, `ways`, `filling` and `case` are the session's as they were heard, `earlier` is
    the answer that stood before. `album` names what was sent together. `stopped`: they were not kept. `formatted` are
    the words with their marks, where they were written at a desk.
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
    formatted: tuple[Run, ...] = ()


class Session(Value, frozen=True):
    """One person in one chat. `offers` are the buttons of the last message, `pushed` those of the last reminder.

    `reminded` is the revision at which that reminder came: as long as it is the present one, nothing was asked since.
    `calendar` are the dates that were given as a file for their calendar, without their texts.
    `muted` are the kinds of reminders that were stopped, `away` tells that the person blocked Lots and has not been
    heard since; `away_since` is when that was noticed, None where it was not noted yet.

    `language_chosen` tells that a person chose the language; else it follows what they write.

    `place` names the step. `proposal` is the draft in hand, `asking` the field that is asked. `ways` are the ways
    back from steps aside, the newest last, one of each kind. `revision` grows with every answer that carries buttons,
    and `since` is the number of the person's message that the newest of them answered: what stands above it in the
    chat is older. `asked_at` is when buttons were last shown. `drafts` are a navigator's answers under way, by case.
    `heard` are the last words, `strays` what waits to be told where it belongs, `stopped` the fingerprint of a text
    that the guard stopped for its words alone. What one room alone remembers is a value of that room: `search`,
    `consent`, `advice`, `idea`, `waiting`, `filling`, `desk`, `beside`, and `awaited` of whoever answers for an office.
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
    consent: Consent = NO_CONSENT
    language_chosen: bool = False
    awaited: AwaitedWords | None = None
    beside: Beside = NOBODY_BESIDE
    away_since: datetime | None = None
    calendar: tuple[CalendarEntry, ...] = ()

    def shut_out(self, now: datetime) -> "Session":
        """Return the session of somebody who has shut Lots out, since now if that was not known yet."""
        return self if self.away else self.but(away=True, away_since=now)

    def heard_again(self) -> "Session":
        """Return the session of somebody who can be reached."""
        return self.but(away=False, away_since=None)

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
    """A remembered message: what it was about, what its buttons mean, and whom they are meant for (None: anybody).

    `says` is the fingerprint of its words, empty where that was not remembered: of a message that came twice only one
    copy is remembered, and the other is known by it.
    """

    about: str
    offers: tuple[Offer, ...]
    whom: Addressee | None = None
    says: str = ""


class Unseen(Value, frozen=True):
    """What this chat has not seen and can be shown now, as it stands.

    Of a staff group `cards` are the open cases that have no card in it, the oldest first and not all at once, `new` the
    references of those among them that no group ever saw; `more` tells that others follow. `lost` are the cases of
    which messages were refused here, which are sent again behind what is said now; the cards of `stale` ones were.
    """

    cards: tuple[Case, ...] = ()
    new: tuple[str, ...] = ()
    more: bool = False
    lost: tuple[Case, ...] = ()
    stale: tuple[Case, ...] = ()


NOTHING_UNSEEN = Unseen()


class RoundCount(Value, frozen=True):
    """How many drafts there are for a round, of how many both papers were sent and confirmed, and how many of its cases
    nobody has decided; `own_day` are those of them that have a day of their own for it. No draft can be told from it.
    """

    drafts: int = 0
    sent: int = 0
    confirmed: int = 0
    undecided: int = 0
    own_day: int = 0


class Undelivered(Value, frozen=True):
    """A message of a case that did not arrive, or of which nobody knows: its place in the outbox, its case, its words.

    `office` is the office it was for, empty for the association. `doubtful`: it may have arrived; `shut_out`: its chat
    has shut Lots out; else `reason` has Telegram's own words. `at` is when it was last tried, None if unknown. `file`:
    a file belongs to it.
    """

    number: int
    reference: str
    text: str
    office: str = ""
    doubtful: bool = False
    shut_out: bool = False
    reason: str = ""
    at: datetime | None = None
    file: bool = False


class OfficeChat(Value, frozen=True):
    """Where an office is asked: its chat, and the language that was chosen there, empty if none was."""

    chat: int
    language: str = ""


class Invited(Value, frozen=True):
    """What an invitation that somebody follows leads to."""

    proposal: Proposal
    sharing: Sharing


class Snapshot(Value, frozen=True):
    """What a dialog may need from the database, loaded for this chat before the step.

    `new_reference` is an unused one for a new case and `new_id` an unused id for a new proposal: chance comes in as a
    value. `proposals` and `cases` are this chat's own; a staff group's are those that it names, for a command those
    that are open. `case` is the case that the event is about: of the message that was answered or pressed, of the
    reference it names, or of the session. `staff` says where each municipality's navigators sit (0 or missing:
    nowhere), `shut` which of these groups have shut Lots out. `damaged` are the references of cases of a staff group
    that cannot be read and should be among `cases`: the event has nothing to do with them. `gone` names the drafts and
    cases that a step leaves out because their municipality takes part no more. `standing` is what Telegram says of a
    person who does something in a staff group. `unseen` is what can be shown now that the chat can be reached again.
    `consent` is what the person of `case` has said of their words, where a navigator is about to move it.
    `desk_languages` are the languages that groups chose for what all read there, by municipality, and `own_language`
    is what the person of an event in a staff group has chosen with Lots alone; both are empty where nothing was chosen.
    `offices` are the offices of the municipality that have a chat, by their ids, in a group of the municipality and in
    such a chat.
    `desks` tell of each municipality that an event may concern who works there.
    `accesses` are the newest entries of the log of `case`, where a desk asks for them, and `names` those
    of the people in it.
    `pitching` are those who may pitch, by round, where a desk looks at a pitch.
    `told` says how many people would be told if a navigator changed a round, by its id, where one is about to.
    `counts` says how each round of a municipality stands, where its desk is reminded of one.
    `undelivered` is what did not arrive of a desk's cases, the oldest first, where a desk asks for it.
    `topics` says whether the staff group of an event has topics, `here` is the reference of the case in whose topic it
    is, empty for none.
    `proposals` are also those that others let this person take part in; `sharings` tell of each that several people
    have, by its id, and `languages` what those people speak with Lots, by their chats. `changes` are the earlier
    answers of the draft in hand, the newest first, where somebody looks at them. `new_token` lets a person in,
    `invited` is what the token that was just followed leads to, `bot_name` what links to Lots are made with.
    """

    new_reference: str = ""
    new_id: str = ""
    proposals: tuple[Proposal, ...] = ()
    cases: tuple[Case, ...] = ()
    case: Case | None = None
    post: Post | None = None
    staff: dict[str, int] = field(default_factory=dict)
    standing: Standing = Standing.MEMBER
    damaged: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    shut: tuple[str, ...] = ()
    unseen: Unseen = NOTHING_UNSEEN
    consent: Consent = NO_CONSENT
    desk_languages: dict[str, str] = field(default_factory=dict)
    own_language: str = ""
    offices: dict[str, OfficeChat] = field(default_factory=dict)
    desks: dict[str, Desk] = field(default_factory=dict)
    accesses: tuple[Access, ...] = ()
    names: dict[int, str] = field(default_factory=dict)
    here: str = ""
    topics: Topics = Topics.NONE
    told: dict[str, int] = field(default_factory=dict)
    counts: dict[str, RoundCount] = field(default_factory=dict)
    sharings: dict[str, Sharing] = field(default_factory=dict)
    languages: dict[int, str] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    invited: Invited | None = None
    new_token: str = ""
    bot_name: str = ""
    undelivered: tuple[Undelivered, ...] = ()
    pitching: dict[str, tuple[Pitching, ...]] = field(default_factory=dict)


class Outcome(Value, frozen=True):
    """What a step came to: the session as it now stands, what is said, what must be done."""

    session: Session
    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()
