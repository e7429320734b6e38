"""Several bots in one PostgreSQL database, each in a schema of its own: none sees or touches what is of another."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from storage.database import Database
from storage.engine.engine import _hold_to
from storage.errors import DatabaseUnreachable, DatabaseUrlWrong, SchemaBehind, WrongKey
from tests.conftest import SECRET
from tests.storage.building import received
from tests.storage.test_backup import content, fill

VASA, OSTER = "the key of Vasa, long enough", "the key of Oster, long enough"


@pytest.fixture
def two(postgresql_url: str) -> Iterator[tuple[Database, Database]]:
    """The databases of two bots in one database, with their tables. One has a name that SQL keeps for itself."""
    opened = Database.open(f"{postgresql_url}&schema=vasa", VASA), Database.open(f"{postgresql_url}&schema=user", OSTER)
    for database in opened:
        database.upgrade()
    yield opened
    for database in opened:
        database.close()


def test_what_one_keeps_the_other_does_not_know(two: tuple[Database, Database], postgresql_url: str) -> None:
    vasa, oster = two
    with oster.transaction() as work:
        work.inbox.remember([received(8, chat=1)])
    before = content(oster)
    fill(vasa)

    assert content(oster) == before
    assert [row[:2] for row in content(oster)["inbox"]] == [(1, 8)]
    with psycopg.connect(postgresql_url) as connection:
        found = connection.execute("SELECT schemaname, count(*) FROM pg_tables GROUP BY 1").fetchall()
        assert {name: number for name, number in found if not name.startswith(("pg_", "inform"))} == {
            name: len(content(vasa)) + 1 for name in ("vasa", "user")
        }


def test_each_is_backed_up_and_restored_alone(
    two: tuple[Database, Database], tmp_path: Path, postgresql_url: str
) -> None:
    vasa, oster = two
    fill(vasa)
    vasa.backup(tmp_path / "copy")
    with pytest.raises(WrongKey):
        oster.restore(tmp_path / "copy")
    third = Database.open(f"{postgresql_url}&schema=third", VASA)
    third.restore(tmp_path / "copy")

    assert content(third) == content(vasa)
    with third.transaction() as work:
        work.inbox.remember([received(9_999, chat=1)])  # the numbers of its rows go on where those of the copy end
    assert content(third)["inbox"] != content(vasa)["inbox"]
    third.close()


def test_each_has_one_process_that_fetches(two: tuple[Database, Database], postgresql_url: str) -> None:
    vasa, oster = two
    second = Database.open(f"{postgresql_url}&schema=vasa", VASA)
    assert [vasa.poller_lock(), oster.poller_lock(), second.poller_lock()] == [True, True, False]
    second.close()


def test_tables_without_a_schema_are_not_taken_for_those_of_one(postgresql_url: str) -> None:
    plain = Database.open(postgresql_url, SECRET)
    plain.upgrade()
    vasa = Database.open(f"{postgresql_url}&schema=vasa", VASA)
    with pytest.raises(SchemaBehind), vasa.transaction():
        pass
    plain.close()
    vasa.close()


def test_a_connection_that_does_not_keep_to_the_schema_is_refused(postgresql_url: str) -> None:
    connection = psycopg.connect(postgresql_url)
    with pytest.raises(DatabaseUnreachable, match="takes the schema away"):
        _hold_to("vasa", connection, "postgresql://db/lots?schema=vasa")
    assert connection.closed


def test_a_name_that_no_schema_has_is_explained() -> None:
    with pytest.raises(DatabaseUrlWrong, match=r"such as \?schema=vasa"):
        Database.open("postgresql://lots:hemligt@db/lots?schema=Vasa", SECRET)
