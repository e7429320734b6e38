"""What an effect means for the database: one function each, on the changes of a batch.

Files are not made here. A parcel in the outbox says which file is wanted, and `sending/deliverer.py` makes it when
its turn comes, so that a crash between two files sends neither twice.
"""

from typing import assert_never

from bot.documents.files import FILES
from bot.turns.changes import Changes
from bot.turns.loaded import load
from dialogs.conversation.effects import (
    AddMessage,
    Effect,
    EraseChat,
    PlanReminders,
    PostponeReminders,
    SaveCase,
    SaveProposal,
    SendDocuments,
    SendExport,
)
from storage.queue_items import Kind, Notes, Outgoing, Paper
from storage.unit_of_work import UnitOfWork

SEND_FILE = "sendDocument"


def perform(effect: Effect, changes: Changes, work: UnitOfWork) -> None:
    """Stage one effect. Only erasing is done at once: what follows must not find what was erased."""
    match effect:
        case SaveProposal():
            changes.keep_proposal(effect.proposal)
        case SaveCase():
            changes.keep_case(effect.case, effect.was)
        case AddMessage():
            changes.add_message(effect.reference, effect.message)
        case PlanReminders():
            changes.plans[effect.subject] = effect.reminders
        case PostponeReminders():
            changes.postpone(effect.reminders)
        case SendDocuments():
            changes.outgoing.extend(_documents(effect))
        case SendExport():
            changes.outgoing.append(_export(effect))
        case EraseChat():
            _erase(effect, changes, work)
        case _:
            assert_never(effect)


def _documents(effect: SendDocuments) -> list[Outgoing]:
    papers = [Paper(effect.proposal, effect.language, number) for number in range(len(FILES))]
    return [
        Outgoing(effect.chat, SEND_FILE, {"chat_id": effect.chat}, kind=Kind.PAPER, notes=Notes(paper=paper))
        for paper in papers
    ]


def _export(effect: SendExport) -> Outgoing:
    return Outgoing(effect.chat, SEND_FILE, {"chat_id": effect.chat}, kind=Kind.EXPORT)


def _erase(effect: EraseChat, changes: Changes, work: UnitOfWork) -> None:
    changes.flush(work)
    work.erase(effect.chat)
    fresh = load(work, [(effect.chat, effect.chat)], [])
    changes.loaded.sessions = {key: value for key, value in changes.loaded.sessions.items() if key[0] != effect.chat}
    changes.loaded.proposals[effect.chat] = fresh.proposals.get(effect.chat, {})
    changes.loaded.own_cases[effect.chat] = fresh.own_cases.get(effect.chat, {})
