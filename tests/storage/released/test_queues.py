"""What waited when a released program stopped goes on under this one: updates, reminders, messages half sent."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from bot.database_thread import DatabaseThread
from bot.documents.render import render
from bot.sending.calling.made_files import Files
from dialogs.conversation.replies import Offer, Receipt
from dialogs.records.proposal import Proposal
from storage.database import Database
from storage.queue_items import Kind, Notes, Outgoing, Paper, Parcel, Received
from tests.storage.released.reading import rows
from tests.storage.released.town import MORNING, STAFF, Town, world

LATER = MORNING + timedelta(days=4)
A_WEEK_BEFORE = datetime(2023, 9, 8, 6, 5, tzinfo=UTC)


def in_state(release: Path, table: str, state: str) -> list[dict[str, Any]]:
    return [row for row in rows(release, table) if row["state"] == state]


def parcel(row: dict[str, Any], **more: Any) -> Parcel:
    """A message that the first release wrote, as it is claimed: notes and kinds stood in method and payload then."""
    content = row["data"][1]
    payload, method = content["payload"], content["method"]
    receipt = msgspec.convert(payload.get("_receipt"), Receipt | None)
    common = {
        "seq": row["seq"],
        "chat": row["chat"],
        "key": row["key"] or "",
        "about": row["about"],
        "offers": msgspec.convert(content["offers"], tuple[Offer, ...]),
        "bulk": row["rank"] > 0,
        "attempts": row["attempts"],
        "doubts": row["doubts"],
        **more,
    }
    if method == "documents":
        paper = Paper(msgspec.convert(payload["proposal"], Proposal), payload["language"], payload["file"])
        return Parcel(method="sendDocument", payload={}, kind=Kind.PAPER, notes=Notes(paper=paper), **common)
    return Parcel(
        method="sendMessage",
        payload={key: value for key, value in payload.items() if not key.startswith("_")},
        kind=Kind.CARD if method == "card" else Kind.CALL,
        notes=Notes(under_card="_under_card" in payload, receipt=receipt),
        **common,
    )


def test_updates_that_waited_are_handled(release: Path, upgraded: Database) -> None:
    waiting = in_state(release, "inbox", "waiting")
    town = Town(upgraded, LATER)
    lines = [line for _ in waiting for line in town.handler.updates(50).lines]
    assert sorted((line.update, line.error) for line in lines) == [(row["update_id"], "") for row in waiting]
    assert sorted(line.result for line in lines) == ["chose", "commanded", "said"]
    assert [len(town.said(row["chat"])) for row in waiting] == [2, 2, 1]
    with upgraded.transaction() as work:
        assert work.inbox.counts() == {"waiting": 0, "failed": len(in_state(release, "inbox", "failed"))}


def test_what_was_taken_before_is_not_taken_again(release: Path, upgraded: Database) -> None:
    kept = [row for row in rows(release, "inbox") if row["body"]]
    used = [row["key"] for row in rows(release, "outbox") if row["key"]]
    with upgraded.transaction() as work:
        again = [Received(row["update_id"], row["chat"], row["body"], LATER) for row in kept]
        assert (len(again) > 0, work.inbox.remember(again)) == (True, 0)
        keyed = [Outgoing(1, "sendMessage", {}, key=key) for key in used]
        assert (len(keyed) > 0, work.outbox.add(keyed)) == (True, 0)


def test_new_rows_come_after_those_that_were_recorded(release: Path, upgraded: Database) -> None:
    with upgraded.transaction() as work:
        work.inbox.remember([Received(1, 77, "{}", LATER)])
        work.outbox.add([Outgoing(77, "sendMessage", {"chat_id": 77, "text": "hej"})])
        update = max(item.seq for item in work.inbox.claim(100))
        message = next(item.seq for item in work.outbox.claim(LATER, 100) if item.chat == 77)
    assert update > max(row["seq"] for row in rows(release, "inbox"))
    assert message > max(row["seq"] for row in rows(release, "outbox"))


def test_what_a_dead_process_had_claimed_is_found_and_sent_again(release: Path, upgraded: Database) -> None:
    (half_sent,) = in_state(release, "outbox", "sending")
    with upgraded.transaction() as work:
        assert work.outbox.recover(LATER) == (parcel(half_sent, doubts=1),)
        work.outbox.retry(half_sent["seq"], LATER, "")
        assert work.outbox.recover(LATER) == ()
    pending = [parcel(row, attempts=row["attempts"] + 1) for row in in_state(release, "outbox", "pending")]
    again = parcel(half_sent, attempts=half_sent["attempts"] + 1, doubts=1)
    with upgraded.transaction() as work:
        claimed = work.outbox.claim(LATER, 100)
        assert sorted(claimed, key=lambda item: item.seq) == sorted([*pending, again], key=lambda item: item.seq)
        assert work.outbox.counts() == {"pending": 0, "sending": len(claimed), "ambiguous": 1, "refused": 1}


def test_a_paper_that_waits_is_made_and_a_receipt_is_read(release: Path, upgraded: Database) -> None:
    with upgraded.transaction() as work:
        claimed = work.outbox.claim(LATER, 100)
    (paper,) = [item for item in claimed if item.kind is Kind.PAPER]
    (relayed,) = [item for item in claimed if item.notes.receipt]
    made = asyncio.run(Files(world().packs, render, upgraded, DatabaseThread(), lambda: LATER).make(paper))
    assert made is not None
    assert (made.name, made.content[:5]) == ("Vasa Exempelförening rf_grunduppgifter.pdf", b"%PDF-")
    assert relayed.notes.receipt == Receipt(STAFF, "Levererat", "Kom inte fram", "K7WM4")


def test_reminders_fire_once_for_everybody_who_wants_them(release: Path, upgraded: Database) -> None:
    due = {row["key"]: row["chat"] for row in rows(release, "reminders") if _is_due(row)}
    sessions = {row["chat"]: row["data"][1] for row in rows(release, "sessions") if row["chat"] != STAFF}
    named = {
        row["chat"]: row["data"][1]["answers"].get("FP01", {}).get("said", "") for row in rows(release, "proposals")
    }
    town = Town(upgraded, A_WEEK_BEFORE)
    while town.handler.reminders(25).lines:
        pass
    said = {chat: town.said(chat) for chat in due.values()}
    wanted = {chat for chat in due.values() if not sessions[chat]["muted"]}
    assert {chat for chat, messages in said.items() if messages} == wanted
    assert [chat for chat in wanted if len(said[chat]) != 1 or named[chat] not in said[chat][0]] == []
    with upgraded.transaction() as work:
        fired = [item["key"] for chat in due.values() for item in work.reminders.everything(chat) if item["fired_at"]]
    assert set(due) - set(fired) == set()


def _is_due(row: dict[str, Any]) -> bool:
    return not row["fired_at"] and datetime.fromisoformat(row["due_at"]) <= A_WEEK_BEFORE
