"""The settings, read once: environment variables with the prefix LOTS_, a file `.env`, a file `lots.toml`.

The environment wins over `.env`, `.env` over `lots.toml`. A wrong setting ends in `SettingsError`, whose lines say
where the setting stands, what is wrong with it and what to write. What a setting does is decided elsewhere.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import time
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.clock import ClockError, clock
from bot.servers.mail_server import is_sender, mail_server, passwords_in
from bot.settings_files import DOTENV, PREFIX, SettingsError, dotenv_variables, place, toml_table
from storage.engine.address import schema_in

MAKE_A_KEY = "python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{3,}")
SHORTEST_KEY = 16
"""In characters: a key drawn by chance of so many cannot be tried out; the command beside it makes 43."""
HIGHEST_PORT = 65_535
"""The largest number of a TCP port (RFC 9293: 16 bits)."""
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
EARLY = time(4, 30)
"""On the wall: when few people write, after the hour that clocks repeat or leave out in any zone of Europe."""
MOST_BACKUPS = 1000
"""Copies: one a day for three years, longer than anything that people write is kept."""
MOST_DIGITS = 20
"""As many as the largest numbers of databases have (64 bits) with a sign; a chat's number is shorter."""
LARGEST_CHAT = 2**52
"""The numbers of chats have at most 52 significant bits (Bot API, Chat, id)."""


class CannotRun(Exception):  # noqa: N818 - the name says it
    """Lots cannot run here although its settings can be read; the message says why."""


class Settings(BaseSettings):
    """Everything that can be set. `lots check` reads it too."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", frozen=True, env_ignore_empty=True)

    token: SecretStr = SecretStr("")
    api_url: str = "https://api.telegram.org"
    database_url: str = "sqlite:///lots.db"
    secret_key: SecretStr = SecretStr("")
    packs: Annotated[tuple[str, ...], NoDecode] = ()
    staff_chats: Annotated[dict[str, int], NoDecode] = Field(default_factory=dict)
    office_chats: Annotated[dict[str, dict[str, int]], NoDecode] = Field(default_factory=dict)
    contacts: Annotated[dict[str, dict[str, str]], NoDecode] = Field(default_factory=dict)
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    listen: str = "127.0.0.1:8081"
    smtp_url: SecretStr = SecretStr("")
    mail_from: str = ""
    mail_returned: str = ""
    backup_folder: str = ""
    backup_at: Annotated[tuple[time, ...], NoDecode] = (EARLY,)
    backups_kept: int = Field(14, ge=1, le=MOST_BACKUPS)
    clock: str = ""
    rate: Literal["telegram", "off"] = "telegram"
    log: Literal["console", "json"] = "console"

    @field_validator("packs", mode="before")
    @classmethod
    def _list(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return _json(value) if value.lstrip().startswith("[") else tuple(re.split(r"[,\s]+", value.strip()))

    @field_validator("staff_chats", "contacts", mode="before")
    @classmethod
    def _mapping(cls, value: Any) -> Any:
        return _json(value) if isinstance(value, str) else value

    @field_validator("staff_chats")
    @classmethod
    def _chats(cls, value: dict[str, int]) -> dict[str, int]:
        return _within_telegram(value)

    @field_validator("office_chats", mode="before")
    @classmethod
    def _by_office(cls, value: Any) -> Any:
        named = _json(value) if isinstance(value, str) else value
        if isinstance(named, Mapping) and not all(isinstance(offices, Mapping) for offices in named.values()):
            raise ValueError('write municipality, office and chat, such as {"vasa": {"welfare": -1001234567890}}')
        return named

    @field_validator("office_chats")
    @classmethod
    def _chats_of_offices(cls, value: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
        return {pack: _within_telegram(offices) for pack, offices in value.items()}

    @field_validator("api_url")
    @classmethod
    def _base(cls, value: str) -> str:
        if urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).netloc:
            raise ValueError("write the base of a Bot API server, such as https://api.telegram.org")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if not value.startswith(("sqlite:", "postgresql:", "postgresql+psycopg:")) or "\0" in value:
            raise ValueError("write sqlite:///lots.db or postgresql://user:password@host/name")
        if value in {"sqlite:", "sqlite://", "sqlite:///", "sqlite:///:memory:"}:
            raise ValueError("name a file, such as sqlite:///lots.db: what lies in memory is lost with the process")
        schema_in(value)
        return value

    @field_validator("token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("a token looks like 123456789:AA...; copy it whole from @BotFather")
        return value

    @field_validator("listen")
    @classmethod
    def _address(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if value and not (host and port.isdecimal() and int(port) <= HIGHEST_PORT):
            raise ValueError("write host:port, such as 127.0.0.1:8081")
        return value

    @field_validator("smtp_url")
    @classmethod
    def _mail_server(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value():
            mail_server(value.get_secret_value())
        return value

    @field_validator("mail_from")
    @classmethod
    def _sender(cls, value: str) -> str:
        if value and not is_sender(value):
            raise ValueError("write an address, with a name before it or none, such as Lots <lots@example.org>")
        return value

    @field_validator("backup_at", mode="before")
    @classmethod
    def _times(cls, value: Any) -> Any:
        written = re.split(r"[,\s]+", value.strip()) if isinstance(value, str) else value
        many = written if isinstance(written, list | tuple) else [written]
        if not many or not all(isinstance(one, time) or TIME.fullmatch(str(one)) for one in many):
            raise ValueError("write a time of day, such as 04:30, or several with commas")
        return tuple(one if isinstance(one, time) else time.fromisoformat(str(one)) for one in many)

    @field_validator("clock")
    @classmethod
    def _clock(cls, value: str) -> str:
        try:
            clock(value)
        except ClockError as error:
            raise ValueError(str(error)) from None
        return value

    @model_validator(mode="after")
    def _webhook(self) -> "Settings":
        if self.webhook_url and not SECRET.fullmatch(self.webhook_secret.get_secret_value()):
            raise ValueError("WEBHOOK_URL needs a WEBHOOK_SECRET of 16 to 256 letters, digits, _ or -")
        if self.webhook_url and not (self.listen and _is_whole(self.webhook_url)):
            raise ValueError("WEBHOOK_URL needs LISTEN, and must be a whole address such as https://example.org/lots")
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic's signature
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment before `.env`; what was read from `lots.toml` comes as arguments and gives way to both."""
        return (
            EnvSettingsSource(settings_cls),
            DotEnvSettingsSource(settings_cls, env_file=DOTENV),
            init_settings,
        )

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every text that must never stand in a log."""
        kept = (self.token, self.secret_key, self.webhook_secret)
        password = urlsplit(self.database_url).password or ""
        of_mail = passwords_in(self.smtp_url.get_secret_value())
        return tuple(text for text in (*(item.get_secret_value() for item in kept), password, *of_mail) if text)

    @property
    def sends_mail(self) -> bool:
        """Whether Lots can send letters: it needs a server and an address of its own."""
        return bool(self.smtp_url.get_secret_value() and self.mail_from)

    @property
    def address(self) -> tuple[str, int] | None:
        """Host and port to listen on, if any."""
        host, _, port = self.listen.rpartition(":")
        return (host.strip("[]"), int(port)) if self.listen else None


def _is_whole(address: str) -> bool:
    parts = urlsplit(address)  # raises ValueError, as does asking for the port, for what is no address
    return bool(parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port))


def read_settings() -> Settings:
    """Read the settings of the one bot. Raise `SettingsError` with a line for each thing that is wrong."""
    return settings_from(toml_table())


def settings_from(toml: Mapping[str, Any]) -> Settings:
    """Return the settings of the environment, of `.env`, and of a table like that of `lots.toml`, which gives way to
    both. Raise `SettingsError`.
    """
    dotenv_variables()
    table = dict(toml)
    unknown = [
        f"{place(name)}: there is no setting of this name. Known: {', '.join(sorted(Settings.model_fields))}."
        for name in table
        if name not in Settings.model_fields
    ]
    if unknown:
        raise SettingsError(unknown)
    try:
        return Settings(**table)
    except ValidationError as error:
        raise SettingsError(problem(dict(item), place) for item in error.errors()) from None


def needed_to_run(settings: Settings) -> list[str]:
    """Return a line for each setting that `lots run` cannot do without."""
    lines = []
    if not settings.token.get_secret_value():
        lines.append(f"{PREFIX}TOKEN is missing. Ask @BotFather for a bot and put its token there.")
    key = settings.secret_key.get_secret_value()
    if not key:
        lines.append(
            f"{PREFIX}SECRET_KEY is missing. It locks what people write; keep it apart from the database. "
            f"Make one with: {MAKE_A_KEY}"
        )
    elif len(key) < SHORTEST_KEY:
        lines.append(f"{PREFIX}SECRET_KEY is too short. Make one with: {MAKE_A_KEY}")
    return lines


def problem(error: Mapping[str, Any], place: Callable[[str], str]) -> str:
    """Return the line for one of pydantic's errors; `place` tells where a setting stands."""
    where = [str(part) for part in error["loc"]]
    message = str(error["msg"]).removeprefix("Value error, ")
    if not where:
        return f"settings: {message}"
    inside = f" ({'.'.join(where[1:])})" if where[1:] else ""
    return f"{place(where[0])}{inside}: {message}"


def _within_telegram(chats: dict[str, int]) -> dict[str, int]:
    """Return numbers of chats, by what they are set for. Raise `ValueError` for one that no chat can have."""
    if too_large := [name for name, chat in chats.items() if abs(chat) >= LARGEST_CHAT]:
        raise ValueError(f"no chat of Telegram has the number that is set for {too_large[0]}")
    return chats


def _json(value: str) -> Any:
    try:
        return json.loads(value, object_pairs_hook=_once_each, parse_int=_number)
    except (json.JSONDecodeError, RecursionError):
        raise ValueError('this must be JSON, such as {"vasa": -1001234567890}') from None


def _number(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"{digits[:MOST_DIGITS]}... is too large a number")
    return int(digits)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that stands twice, for only one of its values would count."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"`{name}` stands twice")
        found[name] = value
    return found
