"""Files that were sent as answers, fetched for an archive or a letter: what is gone is named, the others come."""

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.sending.calling.attached_files import Fetched, fetched, nothing_there
from bot.telegram.refusal import Sort, Undeliverable
from dialogs.records.attachment import Attachment

WANTED = [Attachment("document", "f1", "Budget.pdf"), Attachment("photo", "f2", "Bild 2.jpg")]


def through(**refused: Sort) -> Fetched:
    async def fetch(file_id: str) -> bytes:
        if file_id in refused:
            raise Undeliverable("wrong file_id or the file is temporarily unavailable", refused[file_id])
        return file_id.encode()

    return asyncio.run(fetched(WANTED, fetch))


def test_every_file_comes_under_its_name() -> None:
    assert through() == Fetched((("Budget.pdf", b"f1"), ("Bild 2.jpg", b"f2")))


def test_one_that_is_gone_is_named_and_noted_without_its_name_in_the_log() -> None:
    with capture_logs() as lines:
        assert through(f1=Sort.REFUSED) == Fetched((("Bild 2.jpg", b"f2"),), ("Budget.pdf",))
    assert [(line["log_level"], line["why"]) for line in lines] == [
        ("warning", "wrong file_id or the file is temporarily unavailable")
    ]
    assert "Budget" not in str(lines)


@pytest.mark.parametrize("sort", [Sort.WAITS, Sort.FLOOD, Sort.TOKEN])
def test_where_telegram_cannot_be_asked_now_all_of_it_waits(sort: Sort) -> None:
    with pytest.raises(Undeliverable) as refusal:
        through(f2=sort)
    assert refusal.value.sort is sort


def test_where_there_is_nobody_to_ask_every_file_is_missing() -> None:
    assert asyncio.run(fetched(WANTED, nothing_there)) == Fetched((), ("Budget.pdf", "Bild 2.jpg"))
