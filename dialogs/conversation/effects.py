"""What must be done: facts for the shell to write down in the same transaction as the answer."""

from datetime import datetime
from enum import StrEnum

from dialogs.conversation.replies import Offer, Receipt
from dialogs.records.case import Case, CaseMessage
from dialogs.records.for_a_time.access import Access
from dialogs.records.for_a_time.correction import Correction
from dialogs.records.letters.calendar_file import CalendarFile
from dialogs.records.letters.letter import Letter
from dialogs.records.letters.pitch_page import PitchPage
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder
from dialogs.records.staff.call import Call
from dialogs.records.staff.desk import Desk
from dialogs.records.together.change import Change
from dialogs.records.together.sharing import Sharing
from dialogs.records.value import Value


class SaveProposal(Value, frozen=True):
    """Keep a proposal as it now stands."""

    proposal: Proposal


class SaveCase(Value, frozen=True):
    """Keep a case as it now stands. `was` is the version it was read at; a lost race runs the step again."""

    case: Case
    was: int


class SaveDesk(Value, frozen=True):
    """Keep a desk as it now stands. `was` is the version it was read at; a lost race runs the step again."""

    desk: Desk
    was: int


class SaveCall(Value, frozen=True):
    """Keep a call as navigators have set it, plan all reminders of its round anew and tell everybody concerned once.

    `was` is the version it was read at; a lost race runs the step again.
    """

    call: Call
    was: int


class SaveSharing(Value, frozen=True):
    """Keep who takes part in a proposal. `was` is the version it was read at; a lost race runs the step again."""

    sharing: Sharing
    was: int


class ReopenQuestions(Value, frozen=True):
    """Let a proposal know which of its questions a navigator wants to know more of, by the ids of their fields."""

    proposal: str
    fields: tuple[str, ...]


class NoteChange(Value, frozen=True):
    """Keep an answer that does not stand any more."""

    change: Change


class AddMessage(Value, frozen=True):
    """Add an utterance to a case."""

    reference: str
    message: CaseMessage


class NoteAccess(Value, frozen=True):
    """Note who saw a case, or did something with it."""

    access: Access


class PlanReminders(Value, frozen=True):
    """Let exactly these reminders wait for a subject; those that fired stay fired, other waiting ones go."""

    subject: str
    reminders: tuple[Reminder, ...]


class PostponeReminders(Value, frozen=True):
    """Let these reminders, which are due, wait until their new times instead."""

    reminders: tuple[Reminder, ...]


class SettleReminders(Value, frozen=True):
    """Note what became of reminders that were due, by their keys: that each was said, or why it was not."""

    outcomes: dict[str, str]


class KeepLanguage(Value, frozen=True):
    """Keep the language that was chosen for a person in another chat; with the chat as `user` that of a whole group."""

    chat: int
    user: int
    language: str


class SendDocuments(Value, frozen=True):
    """Make the documents of a proposal and send files of them into a chat; `receipt` says what became of them.

    `numbers` are their places in `bot/documents/files.py`: the four files of the two papers, the form, the archive.
    With `questions` the list of all questions is made instead, to be printed, as two files. `chat_language` is the one
    in which is said what a file has to go without.
    """

    proposal: Proposal
    language: str
    chat: int
    receipt: Receipt | None = None
    questions: bool = False
    numbers: tuple[int, ...] = (0, 1, 2, 3)
    """Places of files: of the two papers in two formats each, for most packs have no form."""
    chat_language: str = ""


class SendCalendar(Value, frozen=True):
    """Send dates into a chat as a file that a calendar opens."""

    calendar: CalendarFile
    chat: int
    receipt: Receipt | None = None


class SendPitch(Value, frozen=True):
    """Send the outline of a pitch into a chat as two files to print, PDF and DOCX."""

    page: PitchPage
    chat: int
    receipt: Receipt | None = None


class SendLetter(Value, frozen=True):
    """Send a letter into a chat as a file that a mail program opens, with both papers attached if it carries them.

    `chat_language` as above.
    """

    proposal: Proposal
    letter: Letter
    chat: int
    receipt: Receipt | None = None
    chat_language: str = ""


class SendMail(Value, frozen=True):
    """Let a letter go to the registrar by the operator's mail server, with both papers if it carries them.

    `id` is that of its mailing, `until` when it is too late for it, None for never.
    """

    id: str
    proposal: Proposal
    letter: Letter
    until: datetime | None = None


class SendExport(Value, frozen=True):
    """Send everything that is kept about this chat as one file; `receipt` says what became of it."""

    chat: int
    language: str
    receipt: Receipt | None = None


class Wanted(StrEnum):
    """What can be asked for. These values are kept with messages that wait."""

    OVERVIEW = "overview"
    EXPORT = "export"
    REPORT = "report"
    GAPS = "gaps"
    RUN_SHEET = "run-sheet"


PARTS = {Wanted.OVERVIEW: 1, Wanted.EXPORT: 2, Wanted.REPORT: 2, Wanted.GAPS: 1, Wanted.RUN_SHEET: 2}
"""How many messages each comes in: a picture, a table in two formats, a table and its pages, a text, a paper in two."""


class Order(Value, frozen=True):
    """Something that is made of the cases of a municipality as they stand when its turn comes.

    `year` is what is looked at, 0 for all there is, `today` the municipality's own day of asking (ISO date). `part` is
    which of its messages this is, counted from 0, `round` the round whose pitch is meant, empty for all else.
    """

    wanted: Wanted
    municipality: str
    language: str
    year: int
    today: str
    part: int = 0
    round: str = ""

    @property
    def whole(self) -> "Order":
        """The order that the parts of one request have in common."""
        return self.but(part=0)


class SendOrder(Value, frozen=True):
    """Make what a desk asked for of its cases and send it into a chat, and a topic of it if there is one.

    `offers` hang under the last message and are anybody's there; `receipt` says if it did not arrive.
    """

    order: Order
    chat: int
    thread: int | None = None
    offers: tuple[Offer, ...] = ()
    receipt: Receipt | None = None


class SendAgain(Value, frozen=True):
    """Send a message once more that did not arrive, or that may not have; `number` is its place in the outbox."""

    number: int


class LetBe(Value, frozen=True):
    """Forget a message that did not arrive, or that may not have."""

    number: int


class EraseChat(Value, frozen=True):
    """Remove everything that is kept about this chat, but for cases that the municipality has received."""

    chat: int


class KeepCorrection(Value, frozen=True):
    """Keep what somebody corrected, who has agreed to it; one with the same id is replaced."""

    correction: Correction


class ForgetCorrections(Value, frozen=True):
    """Remove what was kept of this chat's corrections, or the `one` with an id."""

    chat: int
    one: str = ""


Effect = (
    SaveProposal
    | SaveCase
    | SaveDesk
    | SaveCall
    | SaveSharing
    | ReopenQuestions
    | NoteChange
    | AddMessage
    | NoteAccess
    | PlanReminders
    | PostponeReminders
    | SettleReminders
    | KeepLanguage
    | SendDocuments
    | SendCalendar
    | SendPitch
    | SendLetter
    | SendMail
    | SendExport
    | SendOrder
    | SendAgain
    | LetBe
    | EraseChat
    | KeepCorrection
    | ForgetCorrections
)
