"""Everything that a database holds, as this program reads it, beside everything that was recorded of it."""

from datetime import datetime
from pathlib import Path
from typing import Any

from dialogs.conversation.session import ADVICE, CHANGE, CRITERIA, LANGUAGE, Session, WaitingQuestion
from dialogs.records.proposal import Proposal
from storage.database import Database
from storage.encryption.codec import to_json
from storage.queue_items import Waiting
from storage.unit_of_work import UnitOfWork
from tests.storage.released.reading import rows

Everything = dict[str, Any]


def recorded(release: Path) -> Everything:
    """What was written down of a release, table by table, in the shape of `read`."""
    messages: dict[str, list[Any]] = {}
    for row in rows(release, "messages"):
        messages.setdefault(row["reference"], []).append(row["data"][1])
    inbox = rows(release, "inbox")
    return {
        "sessions": {f"{row['chat']} {row['user']}": _session(row) for row in rows(release, "sessions")},
        "proposals": {row["id"]: _proposal(row["data"][1]) for row in rows(release, "proposals")},
        "cases": {
            row["reference"]: row["data"][1] | {"messages": messages.get(row["reference"], [])}
            for row in rows(release, "cases")
        },
        "reminders": {row["key"]: _reminder(row) for row in rows(release, "reminders")},
        "posts": {f"{row['chat']} {row['message_id']}": _post(row) for row in rows(release, "posts")},
        "cards": {row["about"]: [row["chat"], row["message_id"]] for row in rows(release, "posts") if row["card"]},
        "waiting": [_update(row) for row in inbox if row["state"] == "waiting"],
        "failed": [_update(row) | {"error": row["error"]} for row in inbox if row["state"] == "failed"],
        "offset": next(int(row["value"]) for row in rows(release, "marks") if row["name"] == "offset"),
        "unsent": {str(row["chat"]): _unsent(row) for row in rows(release, "outbox") if row["data"]},
    }


def read(database: Database, release: Path) -> Everything:
    """What the repositories make of it."""
    known = recorded(release)
    with database.transaction() as work:
        return {
            "sessions": {f"{one} {two}": _in_drawers(item) for (one, two), item in _sessions(work, known).items()},
            "proposals": {item.id: to_json(item) for item in _proposals(work, known)},
            "cases": {name: to_json(item) for name, item in work.cases.by_reference(known["cases"]).items()},
            "reminders": {item["key"]: item for item in _reminders(work, known)},
            "posts": {f"{one} {two}": to_json(item) for (one, two), item in _posts(work, known).items()},
            "cards": {name: list(place) for name, place in work.posts.cards(known["cards"]).items()},
            "waiting": [to_json(item) for item in _waiting(work, len(known["waiting"]))],
            "failed": [to_json(item) for item in work.inbox.failed()],
            "offset": work.inbox.offset(),
            "unsent": {chat: item for chat in known["unsent"] for item in work.outbox.everything(int(chat))},
        }


def lost(before: Any, now: Any, at: str = "") -> list[str]:
    """Where something that was recorded is missing or another; what is new beside it is no loss."""
    if isinstance(before, dict) and isinstance(now, dict):
        return [place for key, value in before.items() for place in lost(value, now.get(key), f"{at}/{key}")]
    if isinstance(before, list) and isinstance(now, list | tuple) and len(before) == len(now):
        pairs = enumerate(zip(before, now, strict=True))
        return [place for number, (old, new) in pairs for place in lost(old, new, f"{at}/{number}")]
    return [] if before == now else [at]


def _sessions(work: UnitOfWork, known: Everything) -> dict[tuple[int, int], Any]:
    return work.sessions.load([_pair(name) for name in known["sessions"]])


def _proposals(work: UnitOfWork, known: Everything) -> list[Proposal]:
    listed = work.proposals.of({item["chat"] for item in known["proposals"].values()})
    return [item for one in listed.values() for item in one]


def _posts(work: UnitOfWork, known: Everything) -> dict[tuple[int, int], Any]:
    return work.posts.of([_pair(name) for name in known["posts"]])


def _reminders(work: UnitOfWork, known: Everything) -> list[dict[str, Any]]:
    chats = {item["chat"] for item in known["reminders"].values()}
    return [item for chat in chats for item in work.reminders.everything(chat)]


def _waiting(work: UnitOfWork, count: int) -> list[Waiting]:
    """What waits, round after round of the chats: each claim holds one update a chat."""
    found: list[Waiting] = []
    for _ in range(count):
        found += (taken := work.inbox.claim(100))
        work.inbox.finish([item.seq for item in taken])
    return sorted(found, key=lambda item: item.seq)


def _pair(name: str) -> tuple[int, int]:
    one, two = map(int, name.split())
    return one, two


def _session(row: dict[str, Any]) -> dict[str, Any]:
    """A session without the fact that says whether an answer under way is the last one: it stands in the answer now."""
    session = row["data"][1]
    return session | {"facts": {name: value for name, value in session["facts"].items() if name != "mode"}}


def _in_drawers(session: Session) -> dict[str, Any]:
    """What a session remembers, where the first shape had it."""
    told, finding, idea = session.advice, session.search, session.idea
    waiting = session.waiting or WaitingQuestion("", "start")
    facts = {
        **{f"advice.{question}": answer for question, answer in told.answers.items()},
        "advice.need": told.about,
        "advice.at": told.opened,
        "advice.returns": session.way_back(ADVICE),
        "advice.then": session.way_back(CRITERIA),
        "language_from": session.way_back(LANGUAGE),
        "money": "yes" if finding.money else "",
        "name": idea.name,
        "message": idea.message,
        "question": waiting.text,
        "question_from": waiting.place,
        "stray": "\n".join(stray.text for stray in session.strays),
    }
    under_way = session.drafts.get(session.case)
    draft = under_way.text if under_way else "more" if session.filling.adding else session.filling.part
    ways = {"returns": session.way_back(), "back_to": session.way_back(CHANGE)}
    return to_json(session) | ways | {"draft": "changed" if session.filling.changed else draft, "facts": facts}


def _proposal(proposal: dict[str, Any]) -> dict[str, Any]:
    """A proposal without the form of cooperation, which a proposal once had room for and no program ever wrote."""
    return {name: value for name, value in proposal.items() if name != "form"}


def _reminder(row: dict[str, Any]) -> dict[str, Any]:
    same = {name: row[name] for name in ("key", "chat", "kind", "subject", "wall", "about")}
    return {**same, "due": _time(row["due_at"]), "fired_at": _time(row["fired_at"])}


def _post(row: dict[str, Any]) -> dict[str, Any]:
    return {"about": row["about"], "offers": row["offers"][1]}


def _update(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("seq", "update_id", "chat", "body")} | {"at": _time(row["at"])}


def _unsent(row: dict[str, Any]) -> dict[str, Any]:
    """A message as an export shows it: a file of a proposal, or without the notes that `test_queues.py` reads."""
    payload = row["data"][1]["payload"]
    message = {name: value for name, value in payload.items() if not name.startswith("_")}
    if row["data"][1]["method"] == "documents":
        message = {
            "proposal": _proposal(payload["proposal"]),
            "language": payload["language"],
            "number": payload["file"],
        }
    return {"state": row["state"], "message": message}


def _time(recorded: str | None) -> Any:
    return to_json(datetime.fromisoformat(recorded)) if recorded else None
