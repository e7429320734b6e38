"""The revisions make exactly the tables that the statements are written for."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from storage.database import Database
from storage.engine import schema
from storage.engine.tables import metadata
from tests.conftest import SECRET


def test_the_revisions_make_the_tables_of_the_program(database: Database) -> None:
    with database._engine.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_every_index_of_the_program_is_there(database: Database) -> None:
    wanted = {index.name for table in metadata.sorted_tables for index in table.indexes}
    with database._engine.begin() as connection:
        looking = inspect(connection)
        found = {index["name"] for table in metadata.sorted_tables for index in looking.get_indexes(table.name)}
    assert wanted - found == set()


def test_the_program_knows_its_newest_revision(database: Database) -> None:
    with database._engine.begin() as connection:
        script = ScriptDirectory.from_config(schema.configuration(connection))
        assert (script.get_heads(), schema.revision(connection)) == ([schema.HEAD], schema.HEAD)


def test_the_second_new_file_of_a_process_gets_the_tables_of_the_first_without_the_revisions(tmp_path: Path) -> None:
    schema._made.clear()
    found = []
    for name in ("one", "two", "three"):
        opened = Database.open(f"sqlite:///{tmp_path}/{name}.db", SECRET)
        opened.upgrade()
        with opened._engine.begin() as connection:
            rows = connection.execute(text("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name"))
            found.append((schema.revision(connection), rows.all()))
        opened.close()
        assert schema._made
    assert found == [(schema.HEAD, found[0][1])] * 3


def test_a_failed_upgrade_leaves_nothing_half_done(database_url: str) -> None:
    opened = Database.open(database_url, SECRET)
    connection = opened._engine.connect()
    connection.begin()
    schema.upgrade(connection)
    connection.rollback()
    connection.close()
    with opened._engine.begin() as connection:
        assert inspect(connection).get_table_names() == []
    opened.close()
