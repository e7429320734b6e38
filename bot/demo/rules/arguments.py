"""The arguments of a call, however they came: query, JSON, form or multipart.

Forms carry only text, JSON carries types; a method asks for what it needs and gets it in one shape. What a
value means is for the method to decide.
"""

from dataclasses import dataclass, field
from typing import Any

import msgspec

from bot.demo.rules.refusals import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    name: str
    media_type: str
    content: bytes


@dataclass(slots=True)
class Arguments:
    """Values by name, and the uploaded files by name."""

    values: dict[str, Any]
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the argument was given at all."""
        return self.values.get(name) is not None or name in self.uploads

    def text(self, name: str) -> str:
        """The argument as a text; empty where it is missing."""
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else _plain(value)

    def number(self, name: str, default: int = 0) -> int:
        """The argument as an integer; `default` where it is missing or no number, as Telegram does."""
        value = self.values.get(name)
        if isinstance(value, int):
            return int(value)
        try:
            return int(str(value)) if value is not None else default
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """The argument as yes or no."""
        value = self.values.get(name)
        return value is True or str(value).lower() in {"true", "yes", "1"}

    def mapping(self, name: str, called: str = "") -> dict[str, Any] | None:
        """The argument as a JSON object; None where it is missing. `called` names it where it is no JSON."""
        value = self._json(name, called)
        if value is None or isinstance(value, dict):
            return value
        raise bad_request(f"object expected as {name.replace('_', ' ')}")

    def listing(self, name: str) -> list[Any]:
        """The argument as a JSON array; empty where it is missing."""
        value = self._json(name)
        if value is None:
            return []
        if isinstance(value, list):
            return value
        raise bad_request(f"expected an Array of {name.replace('_', ' ')}")

    def _json(self, name: str, called: str = "") -> Any:
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return msgspec.json.decode(value)
        except msgspec.DecodeError:
            raise bad_request(f"can't parse {called or name.replace('_', ' ')} JSON object") from None


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
