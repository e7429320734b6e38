"""`lots check`: what is wrong with the packs and with the settings, as `file:line: message`."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.clock import wall
from bot.mind import packs_of
from bot.settings import SettingsError, read_settings
from knowledge.check import misunderstood, problems
from knowledge.load import PackError, shipped_folders
from knowledge.marked import Problem
from knowledge.matcher import load_lexicon, understand


def check(packs: Sequence[str]) -> tuple[list[str], bool]:
    """Return the lines to print and whether one is an error. Without packs: all shipped ones, and the settings."""
    today = wall().date()
    found = [problem for folder in packs or shipped_folders() for problem in _problems(folder, today)]
    lines = [str(problem) for problem in found]
    settings = [] if packs else list(_settings())
    wrong = bool(settings) or any(not problem.warning for problem in found)
    return [*lines, *settings], wrong


def _problems(folder: object, today: date) -> list[Problem]:
    lexicon = load_lexicon()
    return [
        *problems(str(folder), today),
        *misunderstood(str(folder), lambda text, pack: understand(text, pack, lexicon)),
    ]


def _settings() -> Iterator[str]:
    try:
        packs_of(read_settings())
    except SettingsError as error:
        yield from error.problems
    except PackError as error:
        yield from (str(problem) for problem in error.problems)
