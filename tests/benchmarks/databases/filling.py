"""Large databases, filled in bulk: people in the middle of a proposal, with reminders to come.

Every row is what the program itself would have written, encrypted in its columns. It goes past the repositories, with
`executemany` on SQLite and COPY on PostgreSQL, because a million rows are wanted within a minute. Around the people
lies what they would have left behind: cases, most of them closed, posts, handled updates, sent messages.
"""

import hashlib
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg

from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Session
from dialogs.deadlines.ladder import plan
from dialogs.records.case import Case, CaseMessage
from dialogs.records.need import Match, Need
from dialogs.records.proposal import Answer, Proposal
from dialogs.records.reference import ALPHABET, REFERENCE_LENGTH
from dialogs.records.reminder import Reminder
from knowledge.municipality.load import load_packs
from storage.database import Database
from storage.encryption.cipher import Cipher
from storage.encryption.vault import Vault
from tests.benchmarks.processes.bots import STAFF

KEY = "a key for tests, long enough"
FIRST_CHAT = 800_000_001
NOW = datetime(2023, 9, 1, 6, 0, tzinfo=UTC)
BEFORE = datetime(2023, 8, 1, tzinfo=UTC)
REMINDERS_EACH = 10
SAID_EACH = 3
OPEN_EACH = 10
"""One case of so many is still open."""

COLUMNS = {
    "sessions": ("chat", "user", "version", "data"),
    "proposals": ("id", "chat", "municipality", "round", "created_at", "changed_at", "data"),
    "reminders": ("key", "chat", "kind", "subject", "due_at", "wall", "about"),
    "cases": ("reference", "chat", "municipality", "state", "opened_at", "closed_at", "version", "data"),
    "messages": ("reference", "data"),
    "posts": ("chat", "message_id", "about", "card", "offers"),
    "inbox": ("update_id", "fingerprint", "chat", "at", "state"),
    "outbox": ("chat", "rank", "key", "about", "card", "state", "attempts", "claimed_at"),
}
# The file is thrown away if the power goes; what counts is that a million rows are there soon.
HASTE = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-256000")
NEED = Need(
    "gubbarna i byn sitter hemma hela vintern",
    (Match("exclusion/loneliness", 0.91, ("sitter hemma",)),),
    ("exclusion/loneliness",),
    ("welfare",),
)
OFFERS = tuple(Offer(words, Action("go", words)) for words in ("Hoppa över", "Vet inte än", "Tillbaka", "Spara och gå"))
LINES = tuple((f"Uppgift {number}", "Vi lagar mat ihop varje onsdag i byagården.") for number in range(1, 12))
ANSWERS = {f"FP{number:02d}": Answer("given", "Onsdagsköket i byn", "Onsdagsköket i byn") for number in range(1, 8)}


@dataclass(frozen=True, slots=True)
class Size:
    """How much lies in a database. One proposal in four has become a case."""

    sessions: int
    proposals: int
    reminders: int

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return self.proposals // 4


def fill(url: str, size: Size) -> None:
    """Fill an empty database with people, proposals of the first of them, reminders in the days to come, and traces."""
    vault = _prepared(url)
    pour(url, "sessions", (_session(vault, FIRST_CHAT + number) for number in range(size.sessions)))
    pour(url, "proposals", (_proposal(vault, number) for number in range(size.proposals)))
    pour(url, "reminders", (_reminder(number) for number in range(size.reminders)))
    pour(url, "cases", (_case(vault, number) for number in range(size.cases)))
    pour(url, "messages", (_message(vault, number) for number in range(size.cases * SAID_EACH)))
    pour(url, "posts", (_post(vault, number) for number in range(size.proposals)))
    pour(url, "inbox", (_handled(number) for number in range(size.proposals)))
    pour(url, "outbox", (_sent(number) for number in range(size.sessions)))
    _analyse(url)


def fill_due(url: str, count: int) -> None:
    """Fill an empty database with people who each have a proposal and a reminder that is due at the start of day."""
    vault = _prepared(url)
    planned = next(item for item in plan(load_packs(("vasa",))["vasa"], draft(0), BEFORE) if item.due >= NOW)
    pour(url, "sessions", (_session(vault, FIRST_CHAT + number) for number in range(count)))
    pour(url, "proposals", (_proposal(vault, number) for number in range(count)))
    pour(url, "reminders", (_due(planned, number) for number in range(count)))


def draft(number: int) -> Proposal:
    """The proposal of one person."""
    return Proposal(
        _name(number), FIRST_CHAT + number, "vasa", "partnership-2023", "sv", ANSWERS, NEED, created_at=BEFORE
    )


def reference(number: int) -> str:
    """The reference of one case."""
    letters = []
    for _ in range(REFERENCE_LENGTH):
        number, letter = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)


def pour(url: str, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows into a table of either kind of database."""
    _into_sqlite(url, table, rows) if url.startswith("sqlite") else _into_postgresql(url, table, rows)


def _prepared(url: str) -> Vault:
    with closing(Database.open(url, KEY)) as database:
        database.upgrade()
    return Vault(Cipher(KEY))


def _session(vault: Vault, chat: int) -> tuple[Any, ...]:
    proposal = _name(chat - FIRST_CHAT)
    session = Session(
        chat, chat, "sv", "vasa", "proposal.ask", NEED, proposal, "FP08", offers=OFFERS, greeted=True, revision=12
    )
    return chat, chat, 1, vault.lock(session, "sessions.data")


def _proposal(vault: Vault, number: int) -> tuple[Any, ...]:
    data = vault.lock(draft(number), "proposals.data")
    return _name(number), FIRST_CHAT + number, "vasa", "partnership-2023", BEFORE, BEFORE, data


def _reminder(number: int) -> tuple[Any, ...]:
    owner, rung = divmod(number, REMINDERS_EACH)
    due = NOW + timedelta(days=1 + rung, seconds=owner % 36_000)
    key = f"{_name(owner)}:rung-{rung}"
    return key, FIRST_CHAT + owner, "draft-5wd", _name(owner), due, "2023-09-08T09:00", "2023-09-15T15:45"


def _case(vault: Vault, number: int) -> tuple[Any, ...]:
    closed = None if number % OPEN_EACH == 0 else NOW
    state = "closed" if closed else "new"
    case = Case(
        reference(number), "vasa", FIRST_CHAT + number, "sv", "Onsdagsköket i byn", NEED, LINES,
        proposal=_name(number), state=state, opened_at=BEFORE, closed_at=closed,
    )  # fmt: skip
    data = vault.lock(case, "cases.data")
    return case.reference, case.chat, case.municipality, state, BEFORE, closed, case.version, data


def _message(vault: Vault, number: int) -> tuple[Any, ...]:
    said = CaseMessage("association", "Vi undrar när vi får veta mer om onsdagsköket i byn.", BEFORE)
    return reference(number // SAID_EACH), vault.lock(said, "messages.data")


def _post(vault: Vault, number: int) -> tuple[Any, ...]:
    """Of every four people three were reminded of their draft; the fourth's case has a card with the navigators."""
    case, offers = number % 4 == 0, vault.lock(OFFERS, "posts.offers")
    chat, about = (STAFF, reference(number // 4)) if case else (FIRST_CHAT + number, _name(number))
    return chat, number + 1, about, case, offers


def _handled(number: int) -> tuple[Any, ...]:
    return number + 1, hashlib.blake2b(str(number).encode(), digest_size=16).digest(), 0, BEFORE, "done"


def _sent(number: int) -> tuple[Any, ...]:
    return 0, 1, f"reminder:{_name(number)}:rung-0", "", False, "sent", 1, BEFORE + timedelta(milliseconds=number)


def _due(planned: Reminder, number: int) -> tuple[Any, ...]:
    due = NOW + timedelta(microseconds=number)
    own = planned.but(key=f"{_name(number)}:{planned.kind}", chat=FIRST_CHAT + number, subject=_name(number))
    return own.key, own.chat, own.kind, own.subject, due, own.wall, own.about


def _name(number: int) -> str:
    return f"{number:016x}"


def _into_sqlite(url: str, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    columns = COLUMNS[table]
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection, connection:
        for pragma in HASTE:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.executemany(statement, (tuple(map(_as_text, row)) for row in rows))


def _as_text(value: Any) -> Any:
    return value.strftime("%Y-%m-%d %H:%M:%S.%f") if isinstance(value, datetime) else value


def _into_postgresql(url: str, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    columns = ", ".join(f'"{name}"' for name in COLUMNS[table])
    with psycopg.connect(url) as connection, connection.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _analyse(url: str) -> None:
    """Do what the database does by itself after a while: put the log away, look at the tables."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
