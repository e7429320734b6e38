"""Garbage in the place of stored bytes harms nobody else; in the place of a backup it is refused in a sentence."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dialogs.conversation.world import World
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from storage.database import Database
from storage.errors import StorageError
from tests.conftest import SECRET
from tests.stages.alone import HandlerAlone, context, counting, outgoing, put
from tests.storage.damaging import SEALED, damage
from tests.storage.town import town

CHATS = (1, 2, 3)
WORLD = World(load_packs(["vasa"]), load_lexicon())
LEAN = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def ways(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """A way to damage bytes: other ones, some of them others, some of them missing, some of them twice."""
    garbage, share = draw(st.binary(max_size=80)), draw(st.floats(0, 0.999))

    def damaged(sealed: bytes) -> bytes:
        at = int(len(sealed) * share)
        return {
            "other": garbage,
            "flipped": sealed[:at] + bytes([sealed[at] ^ (1 + at % 255)]) + sealed[at + 1 :],
            "cut": sealed[:at],
            "longer": sealed[:at] + garbage + sealed[at:],
        }[kind]

    kind = draw(st.sampled_from(["other", "flipped", "cut", "longer"]))
    return damaged


@LEAN
@given(table=st.sampled_from(sorted(SEALED)), way=ways())
def test_whatever_is_damaged_the_others_are_answered(table: str, way: Callable[[bytes], bytes], tmp_path: Path) -> None:
    file = tmp_path / f"{os.urandom(8).hex()}.db"
    database = Database.open(f"sqlite:///{file}", SECRET)
    database.upgrade()
    town(database)
    kept, column = SEALED[table]
    with database.transaction() as work:
        key = work._connection.execute(select(*kept.primary_key.columns).order_by(*kept.primary_key.columns)).first()
    named = {part.name: value for part, value in zip(kept.primary_key.columns, key or (), strict=True)}
    damage(database, table, way, **named)
    put(database, *((chat, f"hej {chat}") for chat in CHATS))

    HandlerAlone(database, replace(context(counting), world=WORLD)).all_updates()

    answered = {chat for chat, text in outgoing(database) if text.endswith(f"hej {chat}")}
    assert len(answered) >= len(CHATS) - 1
    with database.transaction() as work:
        assert work.inbox.counts()["waiting"] == 0
    assert all(item.table == table and item.column == column for item in database.inspect())
    database.close()


@pytest.fixture(scope="module")
def backup(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("backup")
    database = Database.open(f"sqlite:///{folder / 'lots.db'}", SECRET)
    database.upgrade()
    town(database).backup(folder / "copy")
    database.close()
    return (folder / "copy").read_bytes()


@LEAN
@given(way=ways())
def test_a_backup_is_restored_whole_or_refused_with_a_sentence(
    backup: bytes, way: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    name = os.urandom(8).hex()
    copy = tmp_path / f"{name}.copy"
    copy.write_bytes(way(backup))
    database = Database.open(f"sqlite:///{tmp_path / name}.db", SECRET)
    try:
        database.restore(copy)
    except StorageError:
        with database.transaction() as work:
            assert work.proposals.of(CHATS) == dict.fromkeys(CHATS, ())
    else:
        assert database.inspect() == ()
    database.close()
