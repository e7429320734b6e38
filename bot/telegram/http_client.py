"""The HTTP client under python-telegram-bot: its `BaseRequest` on pyreqwest, with few and lasting connections.

PTB's own client costs about 2.4 ms of CPU a call, this one a fiftieth, most of it in a thread of its own that leaves
Python alone. It decides one thing more: whether a failed call certainly never left (`NotSent`) or may have arrived.
"""

from datetime import timedelta
from functools import lru_cache
from typing import Any

import msgspec
from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import DetailedPyreqwestError, PoolTimeoutError, PyreqwestError
from pyreqwest.multipart import FormBuilder, PartBuilder
from pyreqwest.request import RequestBuilder
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECTIONS = 8
"""Measured on 2026-11-22: 8 carry far more than Telegram's 30 messages a second, and larger pools were slower."""
CONNECT_SECONDS = 10.0
"""Chosen by hand: a connection that is not there by then is tried anew."""
READ_SECONDS = 20.0
"""Chosen by hand, and long: an answer that is given up leaves a doubt whether the message arrived."""
UPLOAD_SECONDS = 90.0
"""Chosen by hand: a file of some megabytes over a slow line."""
KEEP_SECONDS = 30.0
"""How long an idle connection is kept: less than servers and networks between do, which close without a word."""
UNCONNECTED = "client error (Connect)"
JSON = {"Content-Type": "application/json"}


class NotSent(NetworkError):  # noqa: N818 - the name says what happened
    """No connection came about: Telegram certainly never saw the call, so it may be made again."""


class PooledRequest(BaseRequest):
    """A pool of connections to the Bot API server. Timeouts are seconds."""

    def __init__(self, connections: int = CONNECTIONS, read_seconds: float = READ_SECONDS) -> None:
        self._connections = connections
        self._read_seconds = read_seconds
        self._client: Client | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take."""
        return self._read_seconds

    async def initialize(self) -> None:
        """Open the pool; the connections themselves come with the first calls."""
        if self._client is None:
            self._client = (
                ClientBuilder()
                .user_agent(self.USER_AGENT)
                .max_connections(self._connections)
                .pool_max_idle_per_host(self._connections)
                .pool_idle_timeout(timedelta(seconds=KEEP_SECONDS))
                .connect_timeout(timedelta(seconds=CONNECT_SECONDS))
                .follow_redirects(enable=False)
                .build()
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Parse an answer of the server. Raise `TelegramError` if it is not JSON."""
        try:
            return msgspec.json.decode(payload)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise TelegramError("Invalid server response") from error

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - PTB's signature
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Make one call; return the status and the body. Raise `NotSent`, `TimedOut` or `NetworkError`."""
        if self._client is None:
            raise RuntimeError("The request pool is not open")
        uploading = request_data is not None and request_data.contains_files
        timeout = _timeout(UPLOAD_SECONDS if uploading else _seconds(read_timeout, self._read_seconds))
        call = _with_body(self._client.request(method, url).timeout(timeout), request_data)
        try:
            answer = await call.build().send()
            return answer.status, bytes(await answer.bytes())
        except PyreqwestError as error:
            raise _meaning(error) from error


def _meaning(error: PyreqwestError) -> NetworkError:
    """What a failed call means for PTB, and whether it certainly never left.

    pyreqwest says `ConnectError` and `ConnectTimeoutError` also of a call that broke after it was sent. Its causes tell
    the two apart. Should their words change, a failed call counts as one that may have arrived: the safe side.
    """
    if isinstance(error, PoolTimeoutError) or any(UNCONNECTED in cause for cause in _causes(error)):
        return NotSent(f"no connection: {type(error).__name__}")
    if isinstance(error, TimeoutError):
        return TimedOut()
    return NetworkError(f"{type(error).__name__}: {error.message}")


def _causes(error: PyreqwestError) -> list[str]:
    details = error.details if isinstance(error, DetailedPyreqwestError) else {"causes": None}
    return [cause["message"] for cause in details["causes"] or ()]


def _with_body(call: RequestBuilder, data: RequestData | None) -> RequestBuilder:
    if data is None:
        return call
    if not data.contains_files:
        return call.headers(JSON).body_bytes(msgspec.json.encode(data.parameters))
    # Telegram takes file names as they are written; quoted ones would reach the person as %C3%B6.
    form = FormBuilder().percent_encode_noop()
    for name, value in data.json_parameters.items():
        form.text(name, value)
    for name, (file_name, content, mime) in data.multipart_data.items():
        whole = content if isinstance(content, bytes) else content.read()
        form.part(name, PartBuilder.from_bytes(whole).file_name(file_name).mime(mime))
    return call.multipart(form)


@lru_cache(maxsize=64)
def _timeout(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


def _seconds(given: Any, default: float) -> float:
    return default if given is BaseRequest.DEFAULT_NONE or given is None else float(given)
