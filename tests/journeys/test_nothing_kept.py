"""What was said not to be kept is not kept: the whole bot over HTTP, then its database, opened with the key.

Distress and a personal number are sent on every way in and from several places; afterwards no row holds the words.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from storage.encryption.cipher import Cipher
from storage.encryption.vault import Vault
from storage.engine.tables import metadata
from storage.errors import DamagedValue
from tests.bot.running import LocalBotApi
from tests.journeys.over_http import OverHttp
from tests.journeys.test_over_http import clock, lots  # noqa: F401 - the same stage

pytestmark = pytest.mark.slow

KEY = "a key for tests, long enough"
DISTRESS = "jag orkar inte leva längre"
NUMBER = "131052-308T"
NEED = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"


def every_text(url: str) -> Iterator[str]:
    """All that stands in the database, sealed values opened with the key."""
    vault, engine = Vault(Cipher(KEY)), create_engine(url)
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(text(f'SELECT * FROM "{table.name}"')).mappings():
                yield from (_opened(vault, f"{table.name}.{name}", value) for name, value in row.items())
    engine.dispose()


def _opened(vault: Vault, place: str, value: Any) -> str:
    if not isinstance(value, bytes | memoryview):
        return str(value)
    try:
        return vault.unlock_text(bytes(value), place)
    except DamagedValue:
        return ""


def test_no_row_holds_what_was_not_to_be_kept(
    telegram: LocalBotApi,
    lots: Any,  # noqa: F811
    clock: Path,  # noqa: F811
    database_url: str,
) -> None:
    stage = OverHttp(telegram, lots, clock, "sv")
    stage.type("M", "/start vasa", to_card=False)
    stage.type("M", NEED, to_card=False)
    stage.settle()
    for words in (DISTRESS, f"kontakta {NUMBER} om detta"):
        stage.type("M", words, to_card=False)
        stage.type("M", f"/help {words}", to_card=False)
        stage.press("M", "Prata med en person")
        stage.type("M", words, to_card=False)
        stage.settle()
        stage.type("M", "/start vasa", to_card=False)
        stage.settle()
    said = "\n".join(telegram.said(stage.member))
    assert said.count("Ring 112 nu om någon är i fara") == said.count("uppgifter om en enskild person") == 3
    kept = "\n".join(every_text(database_url))
    assert (NEED in kept, DISTRESS in kept, NUMBER in kept) == (True, False, False)
