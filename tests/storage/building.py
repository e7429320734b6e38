"""Values to store, with only what a test is about spelled out."""

from datetime import UTC, datetime
from typing import Any

from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Session
from dialogs.records.case import Case, CaseMessage
from dialogs.records.for_a_time.correction import Correction
from dialogs.records.letters.letter import Letter
from dialogs.records.need import Match, Need
from dialogs.records.proposal import Answer, Proposal
from dialogs.records.reminder import Reminder
from dialogs.records.together.change import Change
from dialogs.records.together.sharing import Participant, Role, Sharing
from storage.queue_items import Mail, MailToSend, Outgoing, Received

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
OFFERS = (Offer("Ta ärendet", Action("case.claim", "VA-7K3M")), Offer("Öppna", Action("case.open")))
NEED = Need(
    "gubbarna sitter hemma", (Match("exclusion/loneliness", 0.91, ("sitter hemma",)),), ("exclusion/loneliness",)
)


def received(update_id: int, chat: int = 1, text: str = "hej", at: datetime = NOW) -> Received:
    """An update with a few words."""
    return Received(update_id, chat, f'{{"update_id": {update_id}, "text": "{text}"}}', at)


def a_session(chat: int = 1, user: int = 0, **more: Any) -> Session:
    """A session of a private chat unless a user is named."""
    return Session(chat, user or chat, **more)


def a_proposal(name: str = "p1", chat: int = 1, **more: Any) -> Proposal:
    """A proposal with two answers."""
    answers = {
        "FP01": Answer("given", "Kaffe och prat", "Kaffe och prat"),
        "FP07": Answer("unclear", "vet ej <än>", [{"what": "kaffe", "sum": 120.5}]),
    }
    return Proposal(
        **{
            "id": name,
            "chat": chat,
            "municipality": "vasa",
            "round": "partnership-2023",
            "document_language": "sv",
            "answers": answers,
            "need": NEED,
            "created_at": NOW,
            **more,
        }
    )


def a_case(reference: str = "VA-7K3M", chat: int = 1, **more: Any) -> Case:
    """A new case."""
    lines = (("Behov", "gubbarna sitter hemma"),)
    return Case(
        **{
            "reference": reference,
            "municipality": "vasa",
            "chat": chat,
            "language": "sv",
            "title": "Kaffe och prat",
            "need": NEED,
            "lines": lines,
            "opened_at": NOW,
            **more,
        }
    )


def a_correction(name: str = "c1", chat: int = 1, **more: Any) -> Correction:
    """Words that were about another topic than Lots suggested."""
    return Correction(
        **{
            "id": name,
            "chat": chat,
            "municipality": "vasa",
            "language": "sv",
            "day": "2026-11-22",
            "text": "gubbarna sitter hemma",
            "suggested": ("exclusion/loneliness",),
            "topics": ("physical/everyday-exercise",),
            "offices": ("welfare",),
            **more,
        }
    )


def said(text: str, author: str = "association", **more: Any) -> CaseMessage:
    """An utterance in a case."""
    return CaseMessage(author, text, NOW, **more)


def a_reminder(key: str = "p1:draft-day", due: datetime = NOW, **more: Any) -> Reminder:
    """A reminder about a proposal."""
    return Reminder(
        **{
            "key": key,
            "chat": 1,
            "kind": "draft-day",
            "subject": "p1",
            "due": due,
            "wall": "2023-09-15T09:00",
            "about": "2023-09-15T15:45",
            **more,
        }
    )


def outgoing(chat: int = 1, text: str = "hej", **more: Any) -> Outgoing:
    """A message to a chat."""
    return Outgoing(**{"chat": chat, "method": "sendMessage", "payload": {"chat_id": chat, "text": text}, **more})


def a_sharing(proposal: str = "p1", chat: int = 1) -> Sharing:
    """A proposal that its owner may share with others."""
    return Sharing(proposal, (Participant(chat, "Anna", Role.OWNER, NOW),), version=1)


def a_change(proposal: str = "p1", by: int = 1) -> Change:
    """An answer that does not stand any more."""
    return Change(proposal, "FP01", Answer("given", "Te", "Te"), by, NOW)


def a_mail(name: str = "m1", chat: int = 1, proposal: str = "p1") -> MailToSend:
    """A letter to the registrar that waits."""
    letter = Letter("registrator@stad.example", "Förslag", "Hej", "Byalaget_e-post", "sv")
    return MailToSend(name, chat, proposal, None, Mail(letter, a_proposal(proposal, chat)))
