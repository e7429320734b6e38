"""A released revision stays as it is, leads to the tables of this program, and has no way back."""

import json
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from storage.database import Database
from storage.engine import schema
from storage.engine.engine import make_engine, read_url
from storage.engine.tables import metadata
from storage.errors import SchemaAhead
from tests.conftest import SECRET
from tests.storage.released.reading import RELEASED, revision

SCRIPTS = ScriptDirectory(str(schema.MIGRATIONS))


def drawn(connection: Connection) -> dict[str, Any]:
    """The tables as the database itself describes them."""
    looking = inspect(connection)
    asked = [looking.get_columns, looking.get_pk_constraint, looking.get_unique_constraints, looking.get_indexes]
    asked += [looking.get_foreign_keys, looking.get_table_options]
    found = {table: [_sorted(ask(table)) for ask in asked] for table in looking.get_table_names()}
    plain: dict[str, Any] = json.loads(json.dumps(found, default=str))
    return plain


def _sorted(described: Any) -> Any:
    return sorted(described, key=lambda item: str(item["name"])) if isinstance(described, list) else described


def test_every_release_is_one_of_the_revisions() -> None:
    known = {script.revision for script in SCRIPTS.walk_revisions()}
    released = {revision(release) for release in RELEASED}
    assert (released - known, "0001" in released) == (set(), True)


def test_a_released_revision_still_makes_the_tables_it_made(release: Path, recorded_url: str, another_url: str) -> None:
    then, now = make_engine(read_url(recorded_url)), make_engine(read_url(another_url))
    with then.begin() as recorded, now.begin() as made:
        command.upgrade(schema.configuration(made), revision(release))
        assert drawn(made) == drawn(recorded)
        assert schema.revision(recorded) == revision(release)
    then.dispose()
    now.dispose()


def test_an_upgraded_database_has_the_tables_of_this_program(upgraded: Database, another: Database) -> None:
    another.upgrade()
    with upgraded._engine.begin() as connection, another._engine.begin() as fresh:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert drawn(connection) == drawn(fresh)
        assert schema.revision(connection) == schema.HEAD


def test_no_revision_leads_back() -> None:
    backwards = [script.revision for script in SCRIPTS.walk_revisions() if hasattr(script.module, "downgrade")]
    assert backwards == []


def test_an_older_program_refuses_and_changes_nothing(
    release: Path, upgraded: Database, recorded_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgraded.close()
    monkeypatch.setattr(schema, "HEAD", "0000")
    with pytest.raises(SchemaAhead, match=r"prepared by a newer version of Lots .* restore a backup from before"):
        Database.open(recorded_url, SECRET)
    monkeypatch.undo()
    Database.open(recorded_url, SECRET).close()
