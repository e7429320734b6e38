"""A process of Lots with a conversation that only echoes: the edge and the storage are the real ones.

`python tests/bot/echo.py` reads the settings as `lots run` does. The words drive it: "!fail" raises, "!twice" answers
two messages, "!card REF" keeps a case's card in the staff group, "!remind SECONDS" plans a reminder.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import clock
from bot.log import open_journal
from bot.process.app import App
from bot.process.bots.one_bot import BotSetup, Dialogs
from bot.settings_of_bots import read_bots
from dialogs.conversation.effects import EraseChat, PlanReminders, SaveCase, SendDocuments, SendExport
from dialogs.conversation.events import Chose, Event, ReminderDue, Returned, Said
from dialogs.conversation.replies import Action, Offer, Receipt, Reply
from dialogs.conversation.session import Outcome, Session, Snapshot
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder

VASA = ZoneInfo("Europe/Helsinki")
BUTTONS = (Offer("Ja", Action("yes")), Offer("Nej", Action("no")))


@dataclass(frozen=True)
class Pack:
    id: str = "vasa"
    zone: ZoneInfo = VASA
    rounds: tuple[()] = ()


@dataclass(frozen=True)
class World:
    packs: dict[str, Pack] = field(default_factory=lambda: {"vasa": Pack()})


def echo(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
    """Answer with the count of what was said so far and the words."""
    told = session.but(revision=session.revision + 1, offers=BUTTONS)
    match event:
        case ReminderDue(reminders=reminders):
            keys = [item.key for item in reminders]
            said = Reply(f"Påminnelse {' '.join(keys)}", about=keys[0], key=f"reminder:{keys[0]}")
            return Outcome(session, (said,))
        case Returned():
            return Outcome(session)
        case Chose(index=index, pushed=pushed):
            about = snapshot.post.about if snapshot.post else ""
            return Outcome(told, (Reply(f"{told.revision} valde {index} {pushed} {about}".strip()),))
        case Said(text=text) if text.startswith("!"):
            return _acted(told, event, text, now, snapshot)
        case Said(text=text):
            return Outcome(told, (Reply(f"{told.revision} {escape(text)}", BUTTONS),))
        case _:
            return Outcome(told, (Reply(f"{told.revision} {type(event).__name__}"),))


def _acted(session: Session, event: Said, text: str, now: datetime, snapshot: Snapshot) -> Outcome:
    word, _, rest = text[1:].partition(" ")
    chat = event.sender.chat
    match word:
        case "twice":
            return Outcome(session, (Reply(f"ett {rest}"), Reply(f"två {rest}", BUTTONS)))
        case "long":
            return Outcome(session, (Reply("\n\n".join("ord " * 400 for _ in range(5)), BUTTONS),))
        case "new":
            case = Case(snapshot.new_reference, "vasa", chat, "sv", rest, Need(rest), (), version=1, opened_at=now)
            desk = snapshot.staff["vasa"]
            card = Reply(f"Kort {case.reference} 1", BUTTONS, chat=desk, about=case.reference, card=True)
            return Outcome(session.but(case=case.reference), (Reply(case.reference), card), (SaveCase(case, 0),))
        case "change" if snapshot.case:
            case = snapshot.case.but(version=snapshot.case.version + 1)
            desk = snapshot.staff["vasa"]
            card = Reply(f"Kort {case.reference} {case.version}", BUTTONS, chat=desk, about=case.reference, card=True)
            news = Reply(f"ny rad {case.version}", chat=desk, about=case.reference, under_card=True)
            return Outcome(session, (card, news), (SaveCase(case, case.version - 1),))
        case "relay":
            receipt = Receipt(chat, "levererat", "inte levererat")
            return Outcome(session, (Reply("till dig", chat=int(rest), receipt=receipt),))
        case "remind":
            due = now + timedelta(seconds=float(rest))
            waiting = tuple(Reminder(f"{chat}:{n}", chat, "test", f"s{chat}", due) for n in (1, 2))
            return Outcome(session, (Reply("planerat"),), (PlanReminders(f"s{chat}", waiting),))
        case "documents":
            proposal = Proposal("p1", chat, "vasa", "r1", "sv", created_at=now)
            receipt = Receipt(chat, "", "inte alla filer", once="p1:1")
            return Outcome(session, (Reply("filer"),), (SendDocuments(proposal, "sv", chat, receipt),))
        case "export":
            return Outcome(session, (), (SendExport(chat, "sv"),))
        case "erase":
            return Outcome(Session(chat, event.sender.user), (Reply("borta"),), (EraseChat(chat),))
        case _:
            raise RuntimeError(text)


def render(proposal: Proposal, pack: Any, language: Any) -> list[tuple[str, bytes]]:
    """Four small files."""
    return [(f"{proposal.id}_{number}.pdf", f"{language} {number}".encode()) for number in range(4)]


MIND = Dialogs(echo, World(), render, lambda language: f"Förlåt ({language})")


def main() -> None:
    """Run until a signal comes."""

    def setups() -> list[BotSetup]:
        return [BotSetup(bot.name, bot.settings, MIND) for bot in read_bots()]

    bots = setups()
    open_journal(bots[0].settings.log, [secret for bot in bots for secret in bot.settings.secrets])
    asyncio.run(App(bots, clock(bots[0].settings.clock), setups).run())


if __name__ == "__main__":
    main()
