"""Several bots in one process: the list `[[bots]]` of `lots.toml`, each with settings of its own.

What holds for the whole process stands above the list or in the environment; what is a bot's own stands in its table
alone, so that no bot can come to another's token, key or database by what it leaves out.
"""

import hashlib
import hmac
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import PydanticBaseSettingsSource

from bot.settings import Settings, needed_to_run, problem, read_settings, settings_from
from bot.settings_files import TOML, SettingsError, place, place_of_bot, toml_table
from knowledge.operator_file import Unreadable, read_text
from storage.engine.address import identity

OF_THE_PROCESS = ("api_url", "webhook_url", "webhook_secret", "listen", "clock", "rate", "log")
IN_FILES = ("token", "secret_key")
"""The secrets of a bot that may stand in a file of their own: the setting's name is this and _file."""
OWN = (
    "token",
    "secret_key",
    "database_url",
    "packs",
    "staff_chats",
    "office_chats",
    "contacts",
    "smtp_url",
    "mail_from",
    "mail_returned",
    "backup_folder",
    "backup_at",
    "backups_kept",
)
OF_A_TABLE = ("name", *OWN, *(f"{name}_file" for name in IN_FILES), "webhook_path", "api_url")
"""All that may stand in a table. `api_url` only for a bot that lives on another Bot API server than the others."""
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")
"""Names stand in addresses, lines of the log and file names: 32 signs that mean nothing anywhere."""
ONE_EACH = {
    "name": "two bots have this name: give each its own",
    "token": "another bot has this token: each has its own from @BotFather",
    "secret_key": "another bot has this key: what one keeps must not open with the key of another",
    "database_url": "another bot has this database: each keeps what it hears apart",
}


@dataclass(frozen=True, slots=True)
class BotSettings:
    """A bot of the process: its name, empty for the only one of a process without a list, and what is set for it.

    `number` is its place in the list, from 0.
    """

    name: str
    number: int
    settings: Settings


class _OfATable(Settings):
    """The settings of one of several bots: nothing comes from the environment."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[Settings],  # type: ignore[override] # noqa: ARG003 - pydantic's signature
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given, and nothing else."""
        return (init_settings,)


def read_bots(only: str = "") -> tuple[BotSettings, ...]:
    """Return the bots that are set, or the one that is named. Without a list it is the one of the plain settings.

    Raise `SettingsError` with a line for each thing that is wrong with any of them.
    """
    table = toml_table()
    listed = table.pop("bots", None)
    bots = (BotSettings("", 0, read_settings()),) if listed is None else _of_tables(_tables(listed), table)
    if not only:
        return bots
    if named := tuple(bot for bot in bots if bot.name == only):
        return named
    known = ", ".join(bot.name for bot in bots if bot.name) or f"none, for {TOML} has no list [[bots]]"
    raise SettingsError([f"There is no bot {only}. Known: {known}."])


def needed_by(bots: Iterable[BotSettings]) -> list[str]:
    """Return a line for each setting that `lots run` cannot do without."""
    return [_of_bot(bot.number, line) if bot.name else line for bot in bots for line in needed_to_run(bot.settings)]


def lines_of(bot: BotSettings, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines about the settings of a bot, each with the place that it concerns."""
    for line in lines:
        yield _of_bot(bot.number, line) if bot.name else _placed(line, place)


def _of_tables(tables: list[Mapping[str, Any]], above: Mapping[str, Any]) -> tuple[BotSettings, ...]:
    process = settings_from(above)
    problems = [
        f"{place(name)}: with a list [[bots]] this stands in the table of each bot."
        for name in OWN
        if name in process.model_fields_set
    ]
    bots = []
    for number, table in enumerate(tables):
        try:
            bots.append(_bot(number, table, process))
        except SettingsError as error:
            problems += error.problems
    problems += _twice(bots)
    if problems:
        raise SettingsError(problems)
    return tuple(bots)


def _tables(listed: Any) -> list[Mapping[str, Any]]:
    if not isinstance(listed, list) or not all(isinstance(item, Mapping) for item in listed):
        raise SettingsError([f"{place('bots')}: write a table [[bots]] for each bot."])
    if not listed:
        raise SettingsError([f"{place('bots')}: the list is empty. Write a table [[bots]] for each bot."])
    return listed


def _bot(number: int, table: Mapping[str, Any], process: Settings) -> BotSettings:
    """Return a bot of the list. Raise `SettingsError`."""

    def where(name: str) -> str:
        return place_of_bot(number, name)

    known = ", ".join(OF_A_TABLE)
    if unknown := [
        f"{where(name)}: a bot has no such setting. Known: {known}." for name in table if name not in OF_A_TABLE
    ]:
        raise SettingsError(unknown)
    name = table.get("name")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise SettingsError([f"{where('name')}: give the bot a short name of small letters and digits, such as vasa."])
    own = {key: value for key, value in table.items() if key in (*OWN, "api_url")} | _from_files(number, table)
    own.setdefault("database_url", f"sqlite:///{name}.db")
    shared = {key: getattr(process, key) for key in OF_THE_PROCESS}
    try:
        return BotSettings(name, number, _OfATable(**shared | own | _webhook(name, table, process)))
    except ValidationError as error:
        raise SettingsError(problem(dict(item), where) for item in error.errors()) from None


def _from_files(number: int, table: Mapping[str, Any]) -> dict[str, str]:
    """Return the secrets that stand in files of their own. Raise `SettingsError`."""
    read, problems = {}, []
    for name in IN_FILES:
        if (file := table.get(f"{name}_file")) is None:
            continue
        try:
            read[name] = read_text(Path(str(file))).strip()
        except (OSError, Unreadable) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            problems.append(f"{place_of_bot(number, f'{name}_file')}: {file} cannot be read: {reason}.")
        if name in table:
            problems.append(f"{place_of_bot(number, name)}: this stands here and in a file. Leave one of them out.")
    if problems:
        raise SettingsError(problems)
    return read


def _webhook(name: str, table: Mapping[str, Any], process: Settings) -> dict[str, str]:
    """The address of a bot under that of the process, and a secret that opens no other bot's."""
    if not process.webhook_url:
        return {}
    path = str(table.get("webhook_path") or name).strip("/")
    secret = process.webhook_secret.get_secret_value()
    own = hmac.new(secret.encode(), name.encode(), hashlib.sha256).hexdigest()
    return {"webhook_url": f"{process.webhook_url.rstrip('/')}/{path}", "webhook_secret": own}


def _twice(bots: Iterable[BotSettings]) -> Iterator[str]:
    seen: set[tuple[str, str]] = set()
    for bot in bots:
        for name, wrong in ONE_EACH.items():
            value = _plain(bot, name)
            if value and (name, value) in seen:
                yield f"{place_of_bot(bot.number, name)}: {wrong}."
            seen.add((name, value))


def _plain(bot: BotSettings, name: str) -> str:
    value = bot.name if name == "name" else getattr(bot.settings, name)
    plain = str(value.get_secret_value() if hasattr(value, "get_secret_value") else value)
    return identity(plain) if name == "database_url" else plain


def _of_bot(number: int, line: str) -> str:
    return _placed(line, lambda name: place_of_bot(number, name))


def _placed(line: str, where: Callable[[str], str]) -> str:
    """Return a line that begins with the name of a variable, with `where` that setting stands."""
    named = re.match(r"LOTS_([A-Z_]+)(:?)", line)
    return f"{where(named[1].lower())}: {line[named.end() :].strip()}" if named else line
