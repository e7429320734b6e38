"""What came back for a call of the Bot API: the result, or what its absence says.

Only Telegram's own JSON says that something was refused: ok: false, a number and a description. Any
other body was written by somebody on the way, a firewall or a proxy without its backend, and says nothing of the
message. `ROWS` is the whole table; `docs/delivery.md` is made of it, with what follows from each row.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.raw_json import NotJson, salvaged
from bot.telegram.ids import is_id
from bot.telegram.refusal import Sort, Undeliverable, shut_out

DONE_FRONT = b'{"ok":true'
MESSAGE_FRONT = b'{"ok":true,"result":{'
NUMBER_IN_FRONT = re.compile(rb'\{"ok":true,"result":\{"message_id":(\d{1,18})[,}]')
"""A message's number stands first in it (telegram-bot-api, Client.cpp, JsonMessage::store), so half an answer has it.
At most 18 digits: a column of the database holds no more."""
LONGEST_FLOOD_SECONDS = 3600.0
"""Telegram may name a longer wait; asking once more after an hour costs one call, a number of nonsense for ever."""
LONGEST_REASON = 300
"""Characters of Telegram's description that are kept: its own are shorter than this."""
SUCCESS = range(200, 300)
"""The codes of HTTP that say success (RFC 9110)."""
SERVERS_FAULT = 500
"""From this code of HTTP on the server failed, perhaps while it did what was asked (RFC 9110)."""
ABOUT_THE_TOKEN = (401, 404)
"""The token was revoked, or does not look like one (Bot API, making requests)."""
ABOUT_THE_MESSAGE = (400, 403)
"""Telegram's codes for a call that it read and does not want."""
WRONG_MOMENT = (408, 409, 425, 429)
"""Codes for too slow, met by another call, too early, too many: the same call may be taken later."""
NOT_SPOKEN = (501, 505)
"""Codes by which Telegram says that it cannot read such a call; it did nothing (td/tdnet, HttpReader)."""


class Response:
    """A status, a body, and the JSON in it if it is whole."""

    def __init__(self, status: int, body: bytes) -> None:
        self.status = status
        self.body = body
        try:
            self.said, self.whole = salvaged(body), True
        except NotJson:
            self.said, self.whole = None, False

    @property
    def claims_done(self) -> bool:
        """Whether whole JSON says that the call was done."""
        return isinstance(self.said, dict) and self.said.get("ok") is True

    @property
    def done(self) -> bool:
        """Whether there is a result."""
        return self.claims_done and self.successful and "result" in self.said

    @property
    def successful(self) -> bool:
        """Whether the status is one of success."""
        return self.status in SUCCESS

    @property
    def broken_success(self) -> bool:
        """Whether it begins as Telegram says that a message was sent, and broke off."""
        begun = MESSAGE_FRONT.startswith(self.body) and self.body.startswith(DONE_FRONT)
        return self.successful and not self.whole and (begun or self.body.startswith(MESSAGE_FRONT))

    @property
    def code(self) -> int:
        """Telegram's own number of a refusal, 0 if these are not Telegram's words."""
        said = self.said
        if not isinstance(said, dict) or said.get("ok") is not False or not isinstance(said.get("description"), str):
            return 0
        return whole_number(said.get("error_code"))

    @property
    def words(self) -> str:
        """Telegram's own words of a refusal, nothing if these are not Telegram's."""
        return str(self.said["description"]) if self.code else ""

    def parameter(self, name: str) -> Any:
        """A parameter of a refusal, None if there is none."""
        parameters = self.said.get("parameters") if self.code else None
        return parameters.get(name) if isinstance(parameters, dict) else None

    @property
    def flood_seconds(self) -> float:
        """How long Telegram wants to be left alone, 0 if it names no time."""
        named = self.parameter("retry_after")
        positive = isinstance(named, int | float) and not isinstance(named, bool) and named > 0
        return min(float(named), LONGEST_FLOOD_SECONDS) if positive else 0.0

    @property
    def migrated_to(self) -> int:
        """The new id of a group that was upgraded, 0 if there is none."""
        return whole_number(self.parameter("migrate_to_chat_id"))

    @property
    def reason(self) -> str:
        """The refusal in one line, without a word that somebody else than Telegram wrote."""
        if self.code:
            return f"{self.code} {self.words[:LONGEST_REASON]}"
        return f"status {self.status}, not in Telegram's words"


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of response without a result: what it looks like, and what it says of the message."""

    what: str
    fits: Callable[[Response], bool]
    sort: Sort


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))


STRANGERS = (
    Row('`{"ok":true` that breaks off, as far as it goes like a message', lambda r: r.broken_success, Sort.DONE),
    Row("`ok: true` without a result, or under another status than 2xx", lambda r: r.claims_done, Sort.DOUBT),
    Row("2xx that is not Telegram's JSON", lambda r: not r.code and r.successful, Sort.DOUBT),
    Row("5xx that is not Telegram's JSON", lambda r: not r.code and r.status >= SERVERS_FAULT, Sort.DOUBT),
    Row("any other status that is not Telegram's JSON", lambda r: not r.code, Sort.WAITS),
)
"""What is not, or not wholly, Telegram's JSON: the status counts."""
TELEGRAMS = (
    Row("`sent message was immediately deleted`", lambda r: "message was immediately deleted" in r.words, Sort.DONE),
    Row("`migrate_to_chat_id`", lambda r: bool(r.migrated_to), Sort.MOVED),
    Row("`retry_after`", lambda r: r.flood_seconds > 0, Sort.FLOOD),
    Row("401, 404", lambda r: r.code in ABOUT_THE_TOKEN, Sort.TOKEN),
    Row(_listed(WRONG_MOMENT), lambda r: r.code in WRONG_MOMENT, Sort.WAITS),
    Row(_listed(NOT_SPOKEN), lambda r: r.code in NOT_SPOKEN, Sort.UNFIT),
    Row("any other number from 500", lambda r: r.code >= SERVERS_FAULT, Sort.DOUBT),
    Row(
        "400, 403 of a chat that shut Lots out", lambda r: r.code in ABOUT_THE_MESSAGE and shut_out(r.words), Sort.GONE
    ),
    Row("any other 400, 403", lambda r: r.code in ABOUT_THE_MESSAGE, Sort.REFUSED),
    Row("any other number (413, 415, 421, 431 ...)", lambda _: True, Sort.UNFIT),
)
"""What is Telegram's JSON with `ok: false`, a number and a description: the number counts, whatever the status."""
ROWS = STRANGERS + TELEGRAMS
"""The first that fits counts."""


def result_of(status: int, body: bytes) -> Any:
    """Return the result of a call. Raise `Undeliverable` where there is none."""
    response = Response(status, body)
    if response.done:
        return response.said["result"]
    sort = next(row.sort for row in ROWS if row.fits(response))
    raise Undeliverable(
        response.reason,
        sort,
        code=response.code,
        retry_after=response.flood_seconds,
        migrated_to=response.migrated_to,
        message_id=_number_in_front(body) if response.broken_success else 0,
    )


def message_number(result: Any) -> int:
    """Return the id of the message that a result is. Raise `Undeliverable`, a doubt, if it is none."""
    number = whole_number(result.get("message_id")) if isinstance(result, dict) else 0
    if number <= 0:
        raise Undeliverable("the result is no message", Sort.DOUBT)
    return number


def whole_number(value: Any) -> int:
    """Return a whole number that a column of the database can hold, 0 for anything else."""
    return value if is_id(value) else 0


def _number_in_front(body: bytes) -> int:
    found = NUMBER_IN_FRONT.match(body)
    return int(found[1]) if found else 0
