"""Whatever a webhook is brought with the right secret is taken, and never asked for again."""

import asyncio

import pytest
from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette
from starlette.routing import Route

from bot.database_thread import DatabaseThread
from bot.receiving.intake import LONGEST_BODY, Intake
from bot.receiving.webhook import SECRET_HEADER, Webhook
from bot.telegram.answer_presses import Acknowledger
from bot.telegram.gateway import Gateway
from storage.database import Database
from tests.bot.receiving.odd_updates import NO_UPDATES, ODD_BUT_READ, UNREADABLE, update
from tests.bot.running import TOKEN
from tests.stages.alone import NOW

NOWHERE = "http://127.0.0.1:9"
GOOD = update(1)
FITTING = [text for text in (*NO_UPDATES, *UNREADABLE, *ODD_BUT_READ, GOOD) if len(text) <= LONGEST_BODY]


def brought(database: Database, bodies: list[bytes], secret: str = "open") -> list[int]:
    """The answers to bodies that are brought one after the other."""

    async def bring() -> list[int]:
        thread = DatabaseThread()
        intake = Intake(database, thread, lambda: NOW, asyncio.Event())
        webhook = Webhook("/hook", "open", intake, Acknowledger(Gateway(TOKEN, NOWHERE)))
        site = ASGITransport(Starlette(routes=[Route(webhook.path, webhook.take, methods=["POST"])]))
        async with AsyncClient(transport=site, base_url=NOWHERE, headers={SECRET_HEADER: secret}) as telegram:
            codes = [(await telegram.post("/hook", content=body)).status_code for body in bodies]
        thread.close()
        return codes

    return asyncio.run(bring())


def test_odd_bodies_are_taken_or_dropped(database: Database) -> None:
    garbage = [b"", b"\x00\xff", b"no json", b"[" * 100_000, b'{"update_id": 1', "å".encode("latin-1")]
    codes = brought(database, [*garbage, *(text.encode() for text in FITTING)])
    assert codes == [200] * len(codes)
    with database.transaction() as work:
        assert work.inbox.counts()["waiting"] == len(FITTING) - len(NO_UPDATES)


@pytest.mark.parametrize(("body", "secret", "code"), [(GOOD, "guessed", 401), ("x" * (LONGEST_BODY + 1), "open", 413)])
def test_a_wrong_secret_and_a_body_that_no_update_has_are_refused(
    database: Database, body: str, secret: str, code: int
) -> None:
    assert brought(database, [body.encode()], secret) == [code]
