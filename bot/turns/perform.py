"""What an effect means for the database: one function each, on the stage of a batch.

Files are not made here. A parcel in the outbox says which file is wanted, and `sending/deliverer.py` makes it when
its turn comes, so that a crash between two files sends neither twice.
"""

from typing import assert_never

from bot.turns.changes import Stage, load
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
from storage.encryption.codec import to_json
from storage.queue_items import Outgoing
from storage.unit_of_work import UnitOfWork

FILES_OF_A_PROPOSAL = 4


def perform(effect: Effect, stage: Stage, work: UnitOfWork) -> None:
    """Stage one effect. Two are done at once: what follows must not find what was erased, and a plan that is staged
    must find that a reminder which was put off waits again."""
    match effect:
        case SaveProposal():
            stage.keep_proposal(effect.proposal)
        case SaveCase():
            stage.keep_case(effect.case, effect.was)
        case AddMessage():
            stage.add_message(effect.reference, effect.message)
        case PlanReminders():
            stage.plans[effect.subject] = effect.reminders
        case PostponeReminders():
            work.reminders.postpone(effect.reminders)
        case SendDocuments():
            stage.outgoing.extend(_documents(effect))
        case SendExport():
            stage.outgoing.append(_export(effect))
        case EraseChat():
            _erase(effect, stage, work)
        case _:
            assert_never(effect)


def _documents(effect: SendDocuments) -> list[Outgoing]:
    wanted = {"proposal": to_json(effect.proposal), "language": effect.language}
    return [
        Outgoing(chat=effect.chat, method="documents", payload={**wanted, "file": number})
        for number in range(FILES_OF_A_PROPOSAL)
    ]


def _export(effect: SendExport) -> Outgoing:
    return Outgoing(chat=effect.chat, method="export", payload={"language": effect.language})


def _erase(effect: EraseChat, stage: Stage, work: UnitOfWork) -> None:
    stage.flush(work)
    work.erase(effect.chat)
    fresh = load(work, [(effect.chat, effect.chat)], [])
    stage.view.sessions = {key: value for key, value in stage.view.sessions.items() if key[0] != effect.chat}
    stage.view.proposals[effect.chat] = fresh.proposals.get(effect.chat, {})
    stage.view.own_cases[effect.chat] = fresh.own_cases.get(effect.chat, {})
