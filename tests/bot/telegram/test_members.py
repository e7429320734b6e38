"""Who belongs to a staff group is asked of Telegram before an act is handled, and only once in a short while."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.staff_groups import StaffChats
from bot.telegram.members import Members, standing_of
from bot.telegram.refusal import Sort, Undeliverable
from bot.turns.happening import StepContext
from dialogs.conversation.events import Chose, Event
from dialogs.conversation.session import Outcome, Session, Snapshot, Standing
from storage.database import Database
from storage.queue_items import Received
from tests.stages.alone import HandlerAlone

NOW = datetime(2023, 9, 1, 6, tzinfo=UTC)
STAFF, ELSEWHERE = -100, 7
OFFICE, OFFICIAL = -200, 301
NORA, NIKO = 201, 202


@pytest.mark.parametrize(
    ("found", "standing"),
    [
        ({"status": "creator"}, Standing.MEMBER),
        ({"status": "administrator"}, Standing.MEMBER),
        ({"status": "member"}, Standing.MEMBER),
        ({"status": "restricted", "is_member": True}, Standing.MEMBER),
        ({"status": "restricted", "is_member": False}, Standing.STRANGER),
        ({"status": "left"}, Standing.STRANGER),
        ({"status": "kicked"}, Standing.STRANGER),
        ({"status": "something of next year"}, Standing.UNKNOWN),
        (["no", "member"], Standing.UNKNOWN),
    ],
)
def test_telegram_s_answer_is_read(found: Any, standing: Standing) -> None:
    assert standing_of(found) is standing


class Server:
    """A Bot API server that answers about members with what stands in `says`, or refuses."""

    def __init__(self, says: Any) -> None:
        self.says = says
        self.asked: list[dict[str, Any]] = []

    async def call(self, method: str, payload: dict[str, Any]) -> Any:
        assert method == "getChatMember"
        self.asked.append(payload)
        if isinstance(self.says, Undeliverable):
            raise self.says
        return self.says


def test_what_was_asked_is_kept_and_holds_while_telegram_is_away() -> None:
    server = Server({"status": "member"})
    members = Members(server)  # type: ignore[arg-type]
    assert members.standing(STAFF, NORA) is None
    asyncio.run(members.learn([(STAFF, NORA)]))
    assert members.standing(STAFF, NORA) is Standing.MEMBER
    assert server.asked == [{"chat_id": STAFF, "user_id": NORA}]
    for says in (Undeliverable("away"), ["no", "member"]):
        server.says = says
        asyncio.run(members.learn([(STAFF, NORA), (STAFF, NIKO)]))
        assert (members.standing(STAFF, NORA), members.standing(STAFF, NIKO)) == (Standing.MEMBER, Standing.UNKNOWN)


def test_who_went_is_asked_for_again_and_without_an_answer_counts_for_nobody() -> None:
    server = Server({"status": "member"})
    members = Members(server)  # type: ignore[arg-type]
    asyncio.run(members.learn([(STAFF, NORA), (STAFF, NIKO)]))
    members.forget(STAFF, [NORA, ELSEWHERE])
    assert (members.standing(STAFF, NORA), members.standing(STAFF, NIKO)) == (None, Standing.MEMBER)
    server.says = Undeliverable("away", Sort.REFUSED)
    asyncio.run(members.learn([(STAFF, NORA)]))
    assert members.standing(STAFF, NORA) is Standing.UNKNOWN


class Liar(Server):
    """One that refuses a few times, in these ways, before it says what it has to say."""

    def __init__(self, *refusals: Undeliverable) -> None:
        super().__init__({"status": "member"})
        self.refusals = list(refusals)

    async def call(self, method: str, payload: dict[str, Any]) -> Any:
        found = await super().call(method, payload)
        if self.refusals:
            raise self.refusals.pop(0)
        return found


@pytest.mark.parametrize(
    ("refusals", "asked", "standing"),
    [
        (3 * [Undeliverable("a page of a proxy")], 4, Standing.MEMBER),
        (4 * [Undeliverable("cut", Sort.DOUBT)], 4, Standing.UNKNOWN),
        ([Undeliverable("CHAT_ADMIN_REQUIRED", Sort.REFUSED)], 1, Standing.UNKNOWN),
        ([Undeliverable("Too Many Requests", Sort.FLOOD, retry_after=9.0)], 1, Standing.UNKNOWN),
    ],
)
def test_of_somebody_unknown_telegram_is_asked_again_unless_it_refuses_or_wants_rest(
    monkeypatch: pytest.MonkeyPatch, refusals: list[Undeliverable], asked: int, standing: Standing
) -> None:
    monkeypatch.setattr("bot.telegram.members.PAUSE_SECONDS", 0.0)
    server = Liar(*refusals)
    members = Members(server)  # type: ignore[arg-type]
    asyncio.run(members.learn([(STAFF, NORA)]))
    assert (len(server.asked), members.standing(STAFF, NORA)) == (asked, standing)


def update(number: int, chat: int, user: int, **content: Any) -> Received:
    about = {"id": chat, "type": "private" if chat > 0 else "supergroup"}
    person = {"id": user, "first_name": "Nora"}
    if "data" in content:
        body: dict[str, Any] = {
            "callback_query": {"from": person, "message": {"message_id": 3, "chat": about}, **content}
        }
    else:
        body = {"message": {"message_id": number, "chat": about, "from": person, **content}}
    return Received(number, chat, json.dumps({"update_id": number, **body}), NOW)


def noting(seen: list[tuple[int, int, Standing]], known: dict[tuple[int, int], Standing]) -> StepContext:
    """A conversation that only notes who does what and what they are; `known` are those whom Telegram was asked for."""

    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        del world, now
        seen.append((event.sender.chat, 1 if isinstance(event, Chose) else 0, snapshot.standing))
        return Outcome(session)

    return StepContext(
        step=step,
        world=None,
        now=lambda: NOW,
        bot_name="lots_bot",
        sorry=str,
        staff=StaffChats({"vasa": STAFF}, {"vasa": {"welfare": OFFICE, "integration": OFFICIAL}}),
        standing=lambda chat, user: known.get((chat, user)),
        forget=lambda chat, people: [known.pop((chat, user)) for user in people],
    )


def test_an_act_waits_until_its_person_is_known_and_what_follows_in_the_group_waits_with_it(
    database: Database,
) -> None:
    seen: list[tuple[int, int, Standing]] = []
    known: dict[tuple[int, int], Standing] = {(OFFICE, NORA): Standing.STRANGER}
    with database.transaction() as work:
        work.inbox.remember(
            [
                update(1, STAFF, NORA, text="hej"),
                update(2, STAFF, NORA, data="p0"),
                update(3, STAFF, NIKO, text="efter"),
                update(4, ELSEWHERE, ELSEWHERE, data="s1.0"),
                update(5, OFFICE, NORA, data="p0"),
                update(6, OFFICIAL, OFFICIAL, data="p0"),
            ]
        )
    handler = HandlerAlone(database, noting(seen, known))
    first, waiting = handler.updates(50), handler.updates(50)
    assert ([line.update for line in first.lines], first.unknown) == ([4, 5, 6], frozenset({(STAFF, NORA)}))
    assert ([line.update for line in waiting.lines], waiting.unknown) == ([], frozenset({(STAFF, NORA)}))
    known[STAFF, NORA] = Standing.STRANGER
    known[STAFF, NIKO] = Standing.MEMBER
    then = [[line.update for line in handler.updates(50).lines] for _ in range(3)]
    assert then == [[1], [2], [3]]
    with database.transaction() as work:
        work.inbox.remember(
            [update(7, STAFF, NORA, left_chat_member={"id": NIKO}), update(8, STAFF, NIKO, text="ännu")]
        )
    handler.updates(50)
    assert ((STAFF, NIKO) in known, handler.updates(50).unknown) == (False, frozenset({(STAFF, NIKO)}))
    assert seen == [
        (ELSEWHERE, 1, Standing.MEMBER),
        (OFFICE, 1, Standing.STRANGER),
        (OFFICIAL, 1, Standing.MEMBER),
        (STAFF, 0, Standing.STRANGER),
        (STAFF, 1, Standing.STRANGER),
        (STAFF, 0, Standing.MEMBER),
    ]
