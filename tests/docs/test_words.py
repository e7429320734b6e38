"""`docs/words.md`: what it explains exists, and no name of the code is a riddle that it leaves unexplained."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
PLAIN = set((Path(__file__).parent / "plain_words.txt").read_text(encoding="utf-8").split())
"""Plain English, and the words that every program of this kind uses."""
SOURCES = sorted(file for house in ("bot", "dialogs", "knowledge", "storage") for file in (ROOT / house).rglob("*.py"))
CLASS = re.compile(r"^ *class (\w+)", re.MULTILINE)
NAMES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
"""The words of a name: of `CommitRide` commit and ride, of `raw_json` raw and json."""


def rows() -> list[list[str]]:
    """The cells of each word's row."""
    lines = [line for line in PAGE.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if not line.startswith("| word |")]


def words_of(name: str) -> set[str]:
    return {word.lower() for word in NAMES.findall(name)}


def names(file: Path) -> list[str]:
    """The folders and the module of a source, and its classes."""
    classes = CLASS.findall(file.read_text(encoding="utf-8"))
    return [str(file.relative_to(ROOT).with_suffix("")), *classes]


def test_each_word_is_explained_in_three_languages() -> None:
    assert [row for row in rows() if len(row) != 4 or not all(row)] == []


def test_no_word_is_explained_twice() -> None:
    explained = [row[0] for row in rows()]
    assert sorted(set(explained)) == sorted(explained)


def test_a_word_in_code_letters_is_a_name_of_the_code() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in SOURCES) + " ".join(map(str, SOURCES))
    told = [word for row in rows() for word in re.findall(r"`([^`]+)`", row[0])]
    assert [word for word in told if not re.search(rf"\b{re.escape(word)}\b", code)] == []


def test_every_name_is_plain_or_explained() -> None:
    explained = {word for row in rows() for word in words_of(row[0])}
    riddles = {
        f"{word}: {name}" for file in SOURCES for name in names(file) for word in words_of(name) - explained - PLAIN
    }
    assert sorted(riddles) == []


def test_no_plain_word_is_kept_that_no_name_has() -> None:
    used = {word for file in SOURCES for name in names(file) for word in words_of(name)}
    assert sorted(PLAIN - used) == []


def test_a_riddle_would_be_seen() -> None:
    assert words_of("bot/turns/errand") - PLAIN - {word for row in rows() for word in words_of(row[0])} == {"errand"}
