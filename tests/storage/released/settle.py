"""Bringing people into the middle of their conversations, and leaving something in each state of the two queues.

An act of `people.txt` is played here, too, when a recorded person goes on.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from dialogs.conversation.replies import Action, Offer, Receipt
from dialogs.step import PLACES
from storage.queue_items import Kind, Notes, Outgoing, Paper, Received
from storage.unit_of_work import UnitOfWork
from tests.journeys import transcript
from tests.journeys.transcript import HELSINKI
from tests.storage.released import reading
from tests.storage.released.reading import Line, Told
from tests.storage.released.town import FIRST_CHAT, MORNING, STAFF, Person, Town

TRANSCRIPTS = Path(transcript.__file__).parent / "transcripts"
BO, NEW = Person(3001, 3001, "Bo", "sv"), Person(3002, 3002, "Siv", "fi")
UNREADABLE = 3003


def settle(town: Town, release: Path) -> None:
    """Bring everybody to their place, and leave something in each state of the two queues."""
    everybody = reading.people(release)
    assert set(PLACES) == {told.place for told in everybody}
    for told in everybody:
        town.now = MORNING
        _bring(town, told)
        assert town.session(told.who).place == told.place, (told.name, town.session(told.who).place)
    town.now = MORNING + timedelta(days=3)
    with town.database.transaction() as work:
        work.outbox.purge(town.now + timedelta(days=365), 100_000)
        work.inbox.purge(town.now + timedelta(days=365), 100_000)
    _fill_the_inbox(town)
    _fill_the_outbox(town)


def _bring(town: Town, told: Told) -> None:
    for line in _acts(told.before):
        play(town, told, line)
        deliver(town)


def _acts(lines: tuple[Line, ...]) -> Iterator[Line]:
    """The acts, with those of a transcript, which knows no other municipality, in the place of its name."""
    for line in lines:
        if line.mark != "@":
            yield line
            continue
        name, _, last = line.text.partition(" ")
        yield Line("M", "/start vasa")
        for played in transcript.read(TRANSCRIPTS / f"{name}.txt"):
            yield Line(played.mark, played.text)
            if f"{played.mark} {played.text}" == last:
                break
        else:
            raise AssertionError(f"{name} has no act {last}")


def play(town: Town, told: Told, line: Line) -> None:
    """Let one act happen; what is expected of a transcript is not looked at here."""
    who = told.navigator if line.mark[0] == "N" else told.member
    case = town.case_of(told.member) if who.chat == STAFF else ""
    match line.mark:
        case "T":
            _move_clock(town, datetime.fromisoformat(line.text).replace(tzinfo=HELSINKI))
        case "!":
            with town.database.transaction() as work:
                found = work.sessions.load([(who.chat, who.user)])[who.chat, who.user]
                work.sessions.save([found.but(place=line.text)])
        case "M" | "N" if line.text.startswith("["):
            town.press(who, line.text[1:-1], case)
        case "S":
            town.happen(town.written(who, "") | {"text": None, "photo": [{"file_id": "file-1", "file_size": 4096}]})
        case "M" | "N":
            town.write(who, line.text)
        case "N>":
            with town.database.transaction() as work:
                card = work.posts.cards([case]).get(case)
            town.write(who, line.text, card[1] if card else None)


def deliver(town: Town) -> None:
    """Let everything that waits arrive."""
    while True:
        with town.database.transaction() as work:
            parcels = work.outbox.claim(town.now, 100)
            work.outbox.sent(
                {
                    parcel.seq: _number(work, parcel.seq, parcel.about, card=parcel.kind is Kind.CARD)
                    for parcel in parcels
                }
            )
        if not parcels:
            return


def _number(work: UnitOfWork, seq: int, about: str, *, card: bool) -> int:
    standing = work.posts.cards([about]).get(about) if card else None
    return standing[1] if standing else 10_000 + seq


def _move_clock(town: Town, to: datetime) -> None:
    town.now = max(town.now, to)
    while town.handler.reminders(25).lines:
        deliver(town)


def _fill_the_inbox(town: Town) -> None:
    """Some updates handled, three that wait (a press and words of Bo, somebody new), one that could not be read."""
    for text in ("/start vasa", "äldre i byn är ensamma och har ingen att prata med"):
        town.write(BO, text)
        deliver(town)
    with town.database.transaction() as work:
        work.inbox.remember([Received(town.updates + 100, UNREADABLE, '{"update_id": ', town.now)])
        work.inbox.fail(work.inbox.claim(1)[0].seq, "NotJson in rawjson.py")
    press = town.pressed(BO, "topic")
    words, command = town.written(BO, "Vi vill laga mat ihop"), town.written(NEW, "/start vasa")
    updates = [town.received(BO.chat, press), town.received(BO.chat, {"message": words})]
    updates += [town.received(NEW.chat, {"message": command})]
    with town.database.transaction() as work:
        work.inbox.remember(updates)
        work.inbox.set_offset(town.updates + 1)


def _fill_the_outbox(town: Town) -> None:
    """A message in each state, and one each with what a row can carry."""
    now, offers = town.now, (Offer("Svara K7WM4", Action("case.write", "K7WM4")),)
    with town.database.transaction() as work:
        work.outbox.add([_message(chat) for chat in range(4001, 4006)])
        taken = [parcel.seq for parcel in work.outbox.claim(now, 10)]
        work.outbox.sent({taken[0]: 77})
        work.outbox.ambiguous(taken[1], "TimedOut: Timed out")
        work.outbox.refuse(taken[2], "Forbidden: bot was blocked by the user")
        work.outbox.retry(taken[3], now + timedelta(seconds=30), "RetryAfter: 30")
        # The fifth stays with a process that will never report.
        more: dict[str, Any] = {"about": "K7WM4", "offers": offers, "bulk": True, "key": "reminder:kept"}
        work.outbox.add([replace(_message(4006), **more), replace(_message(4007), kind=Kind.CARD)])
        work.outbox.add([_documents(work), _relayed(_message(4009))])


def _message(chat: int) -> Outgoing:
    return Outgoing(chat, "sendMessage", {"chat_id": chat, "text": "Hej & välkommen", "parse_mode": "HTML"})


def _documents(work: UnitOfWork) -> Outgoing:
    """A paper that is still to be made, of the proposal that got furthest."""
    chats = range(FIRST_CHAT, FIRST_CHAT + 100)
    made = [item for own in work.proposals.of(chats).values() for item in own if item.documents_at]
    return Outgoing(4008, "sendDocument", {}, kind=Kind.PAPER, notes=Notes(paper=Paper(made[0], "sv", 0)))


def _relayed(message: Outgoing) -> Outgoing:
    """A message of which the desk wants to hear whether it arrived."""
    receipt = Receipt(STAFF, "Levererat", "Kom inte fram", "K7WM4")
    return replace(message, notes=Notes(receipt=receipt))
