"""The operator's commands on the database: backup, restore, and updates that were put aside."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage.database import Database
from tests.bot.commands.command_line import lots
from tests.storage.building import a_session, received

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")


def test_a_database_is_backed_up_and_restored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTS_SECRET_KEY", "a key for tests, long enough")
    monkeypatch.setenv("LOTS_DATABASE_URL", f"sqlite:///{tmp_path}/one.db")
    assert lots("db", "upgrade").exit_code == 0
    assert lots("db", "backup", str(tmp_path / "copy")).exit_code == 0
    monkeypatch.setenv("LOTS_DATABASE_URL", f"sqlite:///{tmp_path}/two.db")
    assert lots("db", "restore", str(tmp_path / "copy")).exit_code == 0
    assert lots("db", "backup", str(tmp_path / "copy")).exit_code == 1


def test_the_databases_of_all_bots_are_backed_up_and_restored_each_by_its_name_and_with_its_key(tmp_path: Path) -> None:
    def listed(folder: str) -> None:
        (tmp_path / folder).mkdir()
        tables = (
            f"[[bots]]\nname = '{name}'\ntoken = '{number}00000000:AAA'\nsecret_key = 'a key of {name}, long enough'\n"
            f"packs = ['vasa']\ndatabase_url = 'sqlite:///{tmp_path}/{folder}/{name}.db'\n"
            for number, name in enumerate(("vasa", "oster"), 1)
        )
        Path("lots.toml").write_text("\n".join(tables))

    def sessions(folder: str, name: str) -> list[int]:
        url, key = f"sqlite:///{tmp_path}/{folder}/{name}.db", f"a key of {name}, long enough"
        with closing(Database.open(url, key)) as database, database.transaction() as work:
            return sorted(chat for chat, _ in work.sessions.load((number, number) for number in (1, 2)))

    listed("before")
    assert lots("db", "upgrade", "--all").exit_code == 0
    for number, name in enumerate(("vasa", "oster"), 1):
        url, key = f"sqlite:///{tmp_path}/before/{name}.db", f"a key of {name}, long enough"
        with closing(Database.open(url, key)) as database, database.transaction() as work:
            work.sessions.save([a_session(number)])
    assert lots("db", "backup", "--all", str(tmp_path / "copies")).exit_code == 0
    listed("after")
    of_the_other = lots("db", "restore", "--bot", "oster", str(tmp_path / "copies" / "vasa.backup"))
    assert (of_the_other.exit_code, "SECRET_KEY" in of_the_other.stderr) == (1, True)
    assert lots("db", "restore", "--all", str(tmp_path / "copies")).exit_code == 0
    assert [sessions("after", name) for name in ("vasa", "oster")] == [[1], [2]]


def test_an_update_that_was_put_aside_is_listed_without_its_words_and_let_in_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTS_SECRET_KEY", "a key for tests, long enough")
    monkeypatch.setenv("LOTS_DATABASE_URL", f"sqlite:///{tmp_path}/one.db")
    assert lots("db", "upgrade").exit_code == 0
    assert lots("db", "failed").stdout == "No update was put aside.\n"
    with _opened(tmp_path) as database, database.transaction() as work:
        work.inbox.remember([received(870), received(871)])
        work.inbox.fail(1, "KeyError in need.py:40 read")

    assert lots("db", "failed").stdout == "1  2026-11-22 09:00 UTC  update 870  KeyError in need.py:40 read\n"
    assert lots("db", "requeue", "1", "2").stderr == (
        "Not every one of these was put aside: 1, 2. None waits again; see `lots db failed`.\n"
    )
    assert lots("db", "requeue", "1").exit_code == 0
    with _opened(tmp_path) as database, database.transaction() as work:
        assert work.inbox.counts() == {"waiting": 2, "failed": 0}


def test_updates_put_aside_can_be_listed_while_the_bot_runs_and_the_rest_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTS_SECRET_KEY", "a key for tests, long enough")
    monkeypatch.setenv("LOTS_DATABASE_URL", f"sqlite:///{tmp_path}/one.db")
    with _opened(tmp_path) as database:
        database.upgrade()
        with database.transaction() as work:
            work.inbox.remember([received(number) for number in range(103)])
            for seq in range(1, 104):
                work.inbox.fail(seq, "KeyError in need.py:40 read")

        listed = lots("db", "failed").stdout.splitlines()
        refused = lots("db", "requeue", "1")

    assert (len(listed), listed[-1]) == (101, "3 more come after these.")
    assert (refused.exit_code, refused.stderr.split(" (")[0]) == (1, f"Lots is already running on {tmp_path}/one.db")


@contextmanager
def _opened(folder: Path) -> Iterator[Database]:
    with closing(Database.open(f"sqlite:///{folder}/one.db", "a key for tests, long enough")) as database:
        yield database
