"""Where settings stand: the variables of the environment, `.env` and `lots.toml`, each with its line.

It reads and finds; what the settings are, and which of them may be, is told in `settings.py`.
"""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

from knowledge.operator_file import Unreadable, read_text

PREFIX = "LOTS_"
TOML = Path("lots.toml")
DOTENV = Path(".env")


class SettingsError(ValueError):
    """Settings that cannot be used; each of `problems` is a line for the operator."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def toml_table() -> dict[str, Any]:
    """Return what `lots.toml` says, by the small names of the settings. Raise `SettingsError`."""
    table: dict[str, Any] = {}
    for written, value in _parsed(_text(TOML)).items():
        name = written.lower().removeprefix(PREFIX.lower())
        if name in table:
            raise SettingsError([f"{place(name)}: this setting stands twice, with and without {PREFIX}"])
        table[name] = value
    return table


def dotenv_variables() -> Mapping[str, str | None]:
    """Return the variables of `.env`. Raise `SettingsError`."""
    return dotenv_values(DOTENV) if _text(DOTENV) else {}


def place(name: str) -> str:
    """Tell where a setting stands, or the variable to write it into."""
    return found(name) or f"{PREFIX}{name.upper()}"


def found(name: str) -> str:
    """Tell where a setting stands: the variable, or the file with the line; nothing if it stands nowhere."""
    variable = f"{PREFIX}{name.upper()}"
    if any(key.upper() == variable for key in os.environ):
        return variable
    written = re.escape(name)
    for path, pattern in (
        (DOTENV, rf"\s*(?:export\s+)?{PREFIX}{written}\s*="),
        (TOML, rf"\s*\[?\s*[\"']?(?:{PREFIX})?{written}[\"']?\s*[\]=.]"),
    ):
        line = _line(path, pattern)
        if line:
            return f"{path}:{line}: {name}"
    return ""


def place_of_bot(number: int, name: str) -> str:
    """Tell where a setting of one of the bots in `lots.toml` stands, or where its table begins; they count from 0."""
    lines = _text(TOML).split("\n")
    heads = [line for line, text in enumerate(lines) if re.match(r"\s*\[\[\s*[\"']?bots[\"']?\s*\]\]", text)]
    if number >= len(heads):
        return place("bots")
    head, end = heads[number], [*heads, len(lines)][number + 1]
    written = rf"\s*(?:\[\s*bots\s*\.\s*)?[\"']?{re.escape(name)}[\"']?\s*[\]=.]"
    line = next((line for line in range(head + 1, end) if re.match(written, lines[line], re.IGNORECASE)), head)
    return f"{TOML}:{line + 1}: {name}"


def _line(path: Path, pattern: str) -> int:
    lines = _text(path).split("\n")
    return next((number for number, text in enumerate(lines, 1) if re.match(pattern, text, re.IGNORECASE)), 0)


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise SettingsError([f"{TOML}:1: not valid TOML: too many values within values"]) from None
    except ValueError as error:  # also of a number with too many digits
        line = re.search(r"at line (\d+)", str(error))
        raise SettingsError([f"{TOML}:{line[1] if line else 1}: not valid TOML: {error}"]) from None


def _text(path: Path) -> str:
    """Return the text of a file of settings, empty if there is none."""
    try:
        return read_text(path)
    except FileNotFoundError:
        return ""
    except Unreadable as error:
        raise SettingsError([f"{path}:{error.line}: {error}"]) from None
