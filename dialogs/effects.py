"""What must be done: facts for the shell to write down in the same transaction as the answer."""

from dataclasses import dataclass

from dialogs.values import Case, CaseMessage, Proposal, Reminder


@dataclass(frozen=True, slots=True)
class SaveProposal:
    """Keep a proposal as it now stands."""

    proposal: Proposal


@dataclass(frozen=True, slots=True)
class DropProposal:
    """Forget a draft."""

    proposal_id: str


@dataclass(frozen=True, slots=True)
class SaveCase:
    """Keep a case as it now stands. `was` is the version it was read at; a lost race runs the step again."""

    case: Case
    was: int


@dataclass(frozen=True, slots=True)
class AddMessage:
    """Add an utterance to a case."""

    reference: str
    message: CaseMessage


@dataclass(frozen=True, slots=True)
class PlanReminders:
    """Let exactly these reminders wait for a subject; those that fired stay fired, other waiting ones go."""

    subject: str
    reminders: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True)
class PostponeReminders:
    """Let these reminders, which fired just now, come again at their new times as if they had not."""

    reminders: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True)
class SendDocuments:
    """Make the two documents of a proposal and send the four files into a chat."""

    proposal: Proposal
    language: str
    chat: int


@dataclass(frozen=True, slots=True)
class SendExport:
    """Send everything that is kept about this chat as one file."""

    chat: int
    language: str


@dataclass(frozen=True, slots=True)
class EraseChat:
    """Remove everything that is kept about this chat, but for cases that the municipality has received."""

    chat: int


Effect = (
    SaveProposal
    | DropProposal
    | SaveCase
    | AddMessage
    | PlanReminders
    | PostponeReminders
    | SendDocuments
    | SendExport
    | EraseChat
)
