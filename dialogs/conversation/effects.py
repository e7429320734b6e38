"""What must be done: facts for the shell to write down in the same transaction as the answer."""

from dialogs.records.case import Case, CaseMessage
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder
from dialogs.records.value import Value


class SaveProposal(Value, frozen=True):
    """Keep a proposal as it now stands."""

    proposal: Proposal


class SaveCase(Value, frozen=True):
    """Keep a case as it now stands. `was` is the version it was read at; a lost race runs the step again."""

    case: Case
    was: int


class AddMessage(Value, frozen=True):
    """Add an utterance to a case."""

    reference: str
    message: CaseMessage


class PlanReminders(Value, frozen=True):
    """Let exactly these reminders wait for a subject; those that fired stay fired, other waiting ones go."""

    subject: str
    reminders: tuple[Reminder, ...]


class PostponeReminders(Value, frozen=True):
    """Let these reminders, which are due, wait until their new times instead."""

    reminders: tuple[Reminder, ...]


class SendDocuments(Value, frozen=True):
    """Make the two documents of a proposal and send the four files into a chat."""

    proposal: Proposal
    language: str
    chat: int


class SendExport(Value, frozen=True):
    """Send everything that is kept about this chat as one file."""

    chat: int
    language: str


class EraseChat(Value, frozen=True):
    """Remove everything that is kept about this chat, but for cases that the municipality has received."""

    chat: int


Effect = (
    SaveProposal | SaveCase | AddMessage | PlanReminders | PostponeReminders | SendDocuments | SendExport | EraseChat
)
