"""What a desk asked for leaves the real outbox, is made of the real database, and stands in the group."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from bot.clock import wall
from bot.database_thread import DatabaseThread
from bot.sending.calling.made_files import Files
from bot.sending.deliverer import Deliverer
from bot.sending.limiter import UNLIMITED, Limiter
from bot.staff_groups import StaffChats
from bot.telegram.gateway import Gateway
from bot.telegram.refusal import Sort, Undeliverable
from bot.turns.changes import Changes
from bot.turns.perform import perform
from dialogs.conversation.effects import Order, SendOrder, Wanted
from dialogs.conversation.replies import Action, Offer, Receipt
from dialogs.conversation.session import Post
from storage.database import Database
from storage.queue_items import Kind, Notes, Parcel
from tests.bot.running import TOKEN, LocalBotApi
from tests.stages.standing import world
from tests.storage.building import NOW, a_case

GROUP = -1001000000001
OVERVIEW = Order(Wanted.OVERVIEW, "vasa", "sv", 2026, "2026-11-22")
LAST_YEAR = (Offer("Visa 2025", Action("overview.show", "2025")),)
UNSENT = Receipt(GROUP, "", "Det kom inte fram.", once="order:1")
CAPTION = (
    "Vasa, 1.1.2026–22.11.2026: 3 behov har kommit in.\n"
    "Utmaningar: Utanförskap 3.\n"
    "Enheter: Ingen enhet än 3.\n"
    "0 av 2 fick svar inom 5 arbetsdagar.\n"
    "Öppna nu: 3. Gjord 22.11.2026."
)


def order(database: Database, effect: SendOrder, *cases: Any) -> None:
    """Let a desk with cases ask for something."""
    changes = Changes(NOW)
    with database.transaction() as work:
        for case in cases:
            work.cases.save(case, 0)
        perform(effect, changes, work)
        work.outbox.add(changes.outgoing)


def three() -> Sequence[Any]:
    return [a_case(f"A{number}", opened_at=NOW - timedelta(days=10 * number)) for number in range(3)]


def deliver(database: Database, telegram: LocalBotApi) -> dict[str, int]:
    """Let the real deliverer work until nothing waits."""

    async def run() -> dict[str, int]:
        thread, gateway = DatabaseThread(), Gateway(TOKEN, telegram.url)
        await gateway.open_connections()
        files = Files(world().packs, lambda *_: [], database, thread, wall)
        deliverer = Deliverer(gateway, database, thread, Limiter(UNLIMITED), files, StaffChats({}))
        running = asyncio.create_task(deliverer.run())
        while (counts := await thread.run(count, database))["pending"] + counts["sending"]:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        deliverer.stop()
        await running
        await gateway.close()
        return counts

    return asyncio.run(run())


def count(database: Database) -> dict[str, int]:
    with database.transaction() as work:
        return work.outbox.counts()


def test_the_picture_comes_with_its_numbers_in_words_and_buttons_that_are_remembered(
    database: Database, telegram: LocalBotApi
) -> None:
    telegram.group(telegram.person(), id=GROUP)
    order(database, SendOrder(OVERVIEW, GROUP, None, LAST_YEAR, UNSENT), *three())
    deliver(database, telegram)
    [message] = telegram.messages(GROUP)
    [size] = message["photo"]
    assert (message["caption"], size["width"]) == (CAPTION, 1170)
    [[button]] = message["reply_markup"]["inline_keyboard"]
    with database.transaction() as work:
        posts = work.posts.of([(GROUP, message["message_id"])])
    assert (button["text"], list(posts.values())) == ("Visa 2025", [Post("desk", LAST_YEAR)])


def test_the_tables_come_one_after_the_other_made_of_one_reading(database: Database, telegram: LocalBotApi) -> None:
    telegram.group(telegram.person(), id=GROUP)
    order(database, SendOrder(OVERVIEW.but(wanted=Wanted.EXPORT, year=0), GROUP, None, (), UNSENT), *three())
    deliver(database, telegram)
    messages = telegram.messages(GROUP)
    assert [(item["document"]["file_name"], item.get("caption", "")[:10]) for item in messages] == [
        ("vasa-2026-11-22.xlsx", ""),
        ("vasa-2026-11-22.csv", "3 ärenden."),
    ]


def test_where_no_pictures_are_let_in_the_words_come_alone(database: Database, telegram: LocalBotApi) -> None:
    telegram.group(telegram.person(), id=GROUP)
    refusal = {"method": "sendPhoto", "description": "not enough rights to send photos to the chat"}
    telegram.fault("error", **refusal)
    order(database, SendOrder(OVERVIEW, GROUP, None, LAST_YEAR, UNSENT), *three())
    deliver(database, telegram)
    assert telegram.said(GROUP) == [CAPTION]


def test_where_the_topic_of_the_asking_is_no_more_it_comes_beside_it(database: Database, telegram: LocalBotApi) -> None:
    telegram.group(telegram.person(), id=GROUP)
    order(database, SendOrder(OVERVIEW, GROUP, 77, (), UNSENT), *three())
    deliver(database, telegram)
    assert [(item["caption"], "message_thread_id" in item) for item in telegram.messages(GROUP)] == [(CAPTION, False)]


def test_what_cannot_be_made_is_told_once_in_the_group(database: Database, telegram: LocalBotApi) -> None:
    telegram.group(telegram.person(), id=GROUP)
    gone = OVERVIEW.but(municipality="old-town")
    order(database, SendOrder(gone, GROUP, None, (), UNSENT))
    order(database, SendOrder(gone, GROUP, None, (), UNSENT))
    assert deliver(database, telegram)["refused"] == 2
    assert telegram.said(GROUP) == ["Det kom inte fram."]


def test_an_order_of_a_municipality_that_is_no_more_can_never_be_delivered(database: Database) -> None:
    notes = Notes(order=OVERVIEW.but(municipality="old-town"))
    parcel = Parcel(seq=1, chat=GROUP, method="sendDocument", payload={}, kind=Kind.ORDER, notes=notes)
    files = Files(world().packs, lambda *_: [], database, DatabaseThread(), wall)
    with pytest.raises(Undeliverable, match="no pack for old-town: nothing can be made") as refusal:
        asyncio.run(files.ordered(parcel))
    assert refusal.value.sort is Sort.REFUSED
