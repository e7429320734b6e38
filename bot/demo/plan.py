"""What the bots of a demo are told: their settings, as an operator would set them, and where each has its Bot API.

One bot gets its settings in the environment. Several get a `lots.toml` with a table each, as in life: every one with a
token, a key, a database, a municipality and groups of its own.
"""

import json
import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.demo.doors.server import TOKEN
from bot.demo.doors.several_servers import AT
from bot.demo.first_people import office_chats, staff_chats

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Plan:
    """A bot of a demo: where it finds its Bot API, where its data lie, what else it is told.

    `packs` maps each municipality to what its pack is loaded by: an id or a folder; `registrars` those that have a
    registrar to the role; `offices` each municipality to the office that has a group. `name` is empty for the only bot.
    """

    folder: Path
    port: int
    health_port: int
    packs: Mapping[str, str]
    secret: str = ""
    registrars: Mapping[str, str] = field(default_factory=dict)
    offices: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    token: str = TOKEN

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def username(self) -> str:
        """The bot's name in Telegram."""
        return f"lots_{self.name}_demo_bot" if self.name else "lots_demo_bot"

    @property
    def api(self) -> str:
        """The address of the bot's local Bot API."""
        return f"{self.url}{AT}{self.name}" if self.name else self.url

    @property
    def health(self) -> str:
        """The address of the health page of all bots of the process."""
        return f"http://127.0.0.1:{self.health_port}/health"

    def settings(self) -> dict[str, Any]:
        """What is set for the bot alone, by the small names of the settings."""
        return {
            "token": self.token,
            "api_url": self.api,
            "database_url": f"sqlite:///{self.folder / (self.name or 'lots')}.db",
            "secret_key": self.secret or secrets.token_urlsafe(32),
            "packs": list(self.packs.values()),
            "contacts": {name: {role: mailbox(name)} for name, role in self.registrars.items()},
            "staff_chats": staff_chats(self.packs),
            "office_chats": office_chats(self.offices),
        }


def environment(plans: Sequence[Plan]) -> dict[str, str]:
    """What the process finds in its environment: nothing of the operator's own settings, all of the demo's.

    The settings of several bots are written into `lots.toml` in the demo's folder, where the process runs.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LOTS_")}
    first = plans[0]
    if first.name:
        (first.folder / "lots.toml").write_text("\n".join(map(_table, plans)), encoding="utf-8")
    own = {} if first.name else {f"LOTS_{name.upper()}": _plain(value) for name, value in first.settings().items()}
    return {
        **kept,
        **own,
        "PYTHONPATH": os.pathsep.join(part for part in (str(ROOT), kept.get("PYTHONPATH", "")) if part),
        "LOTS_CLOCK": f"@{first.folder / 'clock.json'}",
        "LOTS_LISTEN": f"127.0.0.1:{first.health_port}",
        "LOTS_RATE": "off",
    }


def mailbox(pack: str) -> str:
    """A registrar's address that is seen to be made up: no mail reaches what ends in ".example"."""
    return f"registrator@{pack}.example"


def key_of(folder: Path, name: str = "") -> str:
    """The key of a bot of the demo, the same again where the folder was kept."""
    file = folder / f"secret{name and '-'}{name}.key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(32), encoding="ascii")
    return file.read_text(encoding="ascii")


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _table(plan: Plan) -> str:
    own = {"name": plan.name, **plan.settings()}
    return "\n".join(("[[bots]]", *(f"{name} = {_toml(value)}" for name, value in own.items()), ""))


def _toml(value: Any) -> str:
    """Write a value as TOML, which reads text, numbers and lists as JSON writes them, and tables with another sign."""
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{json.dumps(key)} = {_toml(item)}' for key, item in value.items())} }}"
    return json.dumps(value)
