"""People whom a released program left in the middle of a conversation go on where they were, in their language."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dialogs import texts
from knowledge.language import Language
from storage.database import Database
from tests.conftest import SECRET, empty_postgresql
from tests.journeys.transcript import spaced
from tests.stages.in_memory import as_plain
from tests.storage.released import reading
from tests.storage.released.reading import RELEASED, Told
from tests.storage.released.settle import play
from tests.storage.released.town import MORNING, STAFF, Town

PEOPLE = [pytest.param(one, told, id=f"{one.name} {told.name}") for one in RELEASED for told in reading.people(one)]
# What nobody hears who only goes on: regrets, void buttons, lost cases, and the first question of all.
NEVER = ("common.apology", "common.moved_on", "common.unreadable", "desk.no_such_case", "welcome.first", "welcome.menu")


@pytest.fixture(scope="module")
def towns(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[Path, str], Town]]:
    """A maker of towns: one for each release and kind of database, because each person has a chat of their own."""
    made: dict[tuple[Path, str], Town] = {}

    def town(release: Path, kind: str) -> Town:
        if (release, kind) not in made:
            folder = tmp_path_factory.mktemp(kind)
            server = request.getfixturevalue("postgresql_server") if kind == "postgresql" else ""
            url = empty_postgresql(server) if server else f"sqlite:///{folder}/lots.db"
            reading.load(release, url, folder)
            made[release, kind] = Town(_upgraded(url), MORNING.replace(day=5))
        return made[release, kind]

    yield town
    for one in made.values():
        one.database.close()


def _upgraded(url: str) -> Database:
    database = Database.open(url, SECRET)
    database.upgrade()
    return database


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@pytest.mark.parametrize(("release", "told"), PEOPLE)
def test_a_conversation_goes_on(towns: Callable[[Path, str], Town], release: Path, told: Told, kind: str) -> None:
    town = towns(release, kind)
    heard: dict[int, int] = {}
    for line in told.after:
        if line.mark[0] in "MN":
            heard = {chat: len(town.said(chat)) for chat in (told.member.chat, STAFF)}
            play(town, told, line)
            assert as_if_nothing_had_been(news(town, told.who.chat, heard)) == []
        elif line.mark == "P":
            assert town.session(told.who).place == line.text
        else:
            chat = STAFF if line.mark == "D" else told.member.chat
            assert spaced(line.text) in spaced(news(town, chat, heard)), (line, news(town, chat, heard))


def news(town: Town, chat: int, heard: dict[int, int]) -> str:
    return as_plain("\n\n".join(town.said(chat)[heard.get(chat, 0) :]))


def as_if_nothing_had_been(said: str) -> list[str]:
    """Which of the words stand in an answer that should not, or that there is no answer."""
    found = [key for key in NEVER for language in Language if _last_line(language, key) in said]
    return found if said else ["silence"]


def _last_line(language: Language, key: str) -> str:
    return as_plain(texts.plain(language, key, scheme="", name="")).splitlines()[-1].strip(" ,.")
