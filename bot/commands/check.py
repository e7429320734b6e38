"""`lots check`: what is wrong with packs and settings, as `file:line: message`, and whether the matcher is whole."""

from collections.abc import Sequence
from datetime import date

from bot.clock import wall
from bot.process.dialog_setup import packs_of
from bot.settings_consistency import warnings
from bot.settings_files import SettingsError
from bot.settings_of_bots import BotSettings, lines_of, read_bots
from knowledge.check import misunderstood, problems, unlearned
from knowledge.municipality.load import PackError, shipped_folders
from knowledge.municipality.yaml_lines import Problem
from knowledge.needs.encoder.load import load_encoder
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.understand import understand


def check(packs: Sequence[str]) -> tuple[list[str], bool]:
    """Return the lines to print and whether one is an error. Without packs: all shipped ones, and the settings.

    Raise `OSError` or `ValueError` if what the matcher needs is missing or damaged.
    """
    load_encoder()
    today = wall().date()
    found = [problem for folder in packs or shipped_folders() for problem in _problems(folder, today)]
    lines = [str(problem) for problem in found]
    wrong, unusual = ([], []) if packs else _settings()
    failed = bool(wrong) or any(not problem.warning for problem in found)
    return [*lines, *wrong, *unusual], failed


def _problems(folder: object, today: date) -> list[Problem]:
    lexicon = load_lexicon()
    return [
        *problems(str(folder), today),
        *unlearned(str(folder), lexicon),
        *misunderstood(str(folder), lambda text, pack: understand(text, pack, lexicon)),
    ]


def _settings() -> tuple[list[str], list[str]]:
    """What is wrong with the settings, and what is only worth a word."""
    try:
        bots = read_bots()
    except SettingsError as error:
        return list(error.problems), []
    judged = [_of_bot(bot) for bot in bots]
    return [line for wrong, _ in judged for line in wrong], [line for _, unusual in judged for line in unusual]


def _of_bot(bot: BotSettings) -> tuple[list[str], list[str]]:
    try:
        packs = packs_of(bot.settings)
    except SettingsError as error:
        return list(lines_of(bot, error.problems)), []
    except PackError as error:
        return [str(problem) for problem in error.problems], []
    return [], [f"warning: {line}" for line in lines_of(bot, warnings(bot.settings, packs))]
