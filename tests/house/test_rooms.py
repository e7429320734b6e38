"""Every room tells what it is for, and README's map is the house as it stands."""

from pathlib import Path

import pytest

from tests.house.__main__ import README, with_map
from tests.house.rooms import ROOT, Room, counted, drawn, of_tests, silent, tree

MAP = """\
- `bot/` – The edge.
  - `sending/` – The outbox's loop.
- `tests/journeys/` – Whole conversations, in a browser too.
"""
FILES = {
    "bot/__init__.py": '"""The edge.\n\nMore of it."""',
    "bot/clock.py": "",
    "bot/log.py": "",
    "bot/sending/__init__.py": '"""The outbox\'s loop."""',
    "bot/sending/sender.py": "",
    "storage/engine/migrations/versions/0001_first.py": "",
    "tests/bot/test_clock.py": "",
    "tests/journeys/README.md": "# Journeys\n\nWhole conversations,\nin a browser too. Words without end.\n\nMore.\n",
    "tests/journeys/test_today.py": "",
    "tests/journeys/stages/over_http.py": "",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house with two rooms of the program and three of the tests."""
    put(tmp_path, FILES)
    return tmp_path


def put(house: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (house / name).parent.mkdir(parents=True, exist_ok=True)
        (house / name).write_text(text)


def test_the_map_in_the_readme_is_the_house() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_map(text) == text, "run: python -m tests.house --write"


def test_every_room_tells_what_it_is_for() -> None:
    assert silent(ROOT) == []


def test_a_room_says_what_its_docstring_or_its_readme_says_first(house: Path) -> None:
    assert tree(house) == [
        Room(Path("bot"), 2, "The edge."),
        Room(Path("bot/sending"), 1, "The outbox's loop."),
        Room(Path("tests/journeys"), 1, "Whole conversations, in a browser too."),
    ]


def test_rooms_are_drawn_below_the_one_they_lie_in_and_counted_before_their_line(house: Path) -> None:
    assert drawn(tree(house)) == MAP
    assert [line[:4] for line in counted(tree(house)).splitlines()] == ["  2 ", "  1 ", "  1 "]


def test_rooms_of_the_tests_that_mirror_the_program_need_no_words(house: Path) -> None:
    found = [(room.path.as_posix(), room.line) for room in of_tests(house)]
    assert found == [
        ("tests/bot", ""),
        ("tests/journeys", "Whole conversations, in a browser too."),
        ("tests/journeys/stages", ""),
    ]
    assert silent(house) == []


def test_a_room_without_words_is_found(house: Path) -> None:
    put(house, {"bot/demo/page.py": "", "bot/turns/__init__.py": "", "tests/sending/test_sender.py": ""})
    assert silent(house) == [Path("bot/demo"), Path("bot/turns"), Path("tests/sending")]
