"""The HTTP client under python-telegram-bot: its `BaseRequest` on pyreqwest, with few and lasting connections.

PTB's own client costs about 2.4 ms of CPU a call, this one a fiftieth, most of it in a thread of its own that leaves
Python alone. It decides one thing more: whether a call without an answer certainly never left or may have arrived. An
answer is read by our own rules (`calls/response.py`): PTB's do not tell Telegram's words from a firewall's.
"""

from contextlib import suppress
from datetime import timedelta
from functools import lru_cache
from http import HTTPStatus
from typing import Any

import msgspec
from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import DetailedPyreqwestError, PoolTimeoutError, PyreqwestError
from pyreqwest.multipart import FormBuilder, PartBuilder
from pyreqwest.request import RequestBuilder
from pyreqwest.response import ResponseBodyReader
from telegram.request import BaseRequest, RequestData

from bot.telegram.calls.response import result_of
from bot.telegram.refusal import Sort, Undeliverable

CONNECTIONS = 80
"""How many calls may be under way at one time: 8 that send (more were slower), 64 slow ones beside them, and 8 for
answers to presses and for questions."""
CONNECT_SECONDS = 10.0
"""Chosen by hand: a connection that is not there by then is tried anew."""
READ_SECONDS = 20.0
"""Chosen by hand, and long: an answer that is given up leaves a doubt whether the message arrived."""
UPLOAD_SECONDS = 90.0
"""Chosen by hand: a file of some megabytes over a slow line."""
KEEP_SECONDS = 30.0
"""How long an idle connection is kept: less than servers and networks between do, which close without a word."""
UNCONNECTED = "client error (Connect)"
LONGEST_BYTES = 2**20
"""How much of an answer is read: one message with the longest text and all its entities is a tenth of that."""
JSON = {"Content-Type": "application/json"}


class PooledRequest(BaseRequest):
    """A pool of connections to the Bot API server. Timeouts are seconds."""

    def __init__(
        self,
        connections: int = CONNECTIONS,
        read_seconds: float = READ_SECONDS,
        longest_bytes: int = LONGEST_BYTES,
    ) -> None:
        self._connections = connections
        self._longest_bytes = longest_bytes
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
        """Hand over what `do_request` has read."""
        return {"result": payload.result} if isinstance(payload, _Read) else msgspec.json.decode(payload)

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
        """Make one call; return a success that is read already. Raise `Undeliverable`."""
        read = _Read()
        read.result = result_of(*await self.exchange(url, method, request_data, read_timeout))
        return HTTPStatus.OK, read

    async def exchange(
        self, url: str, method: str, data: RequestData | None = None, read_timeout: Any = BaseRequest.DEFAULT_NONE
    ) -> tuple[int, bytes]:
        """Make one call; return the status and the body, as much of it as came. Raise `Undeliverable`."""
        if self._client is None:
            raise RuntimeError("The request pool is not open")
        uploading = data is not None and data.contains_files
        timeout = _timeout(UPLOAD_SECONDS if uploading else _seconds(read_timeout, self._read_seconds))
        call = _with_body(self._client.request(method, url).timeout(timeout), data)
        try:
            async with call.streamed_read_buffer_limit(0).build_streamed() as answer:
                return answer.status, await _body(answer.body_reader, self._longest_bytes)
        except PyreqwestError as error:
            raise _meaning(error) from error

    async def download(self, url: str, longest_bytes: int) -> bytes:
        """Fetch a file, which nothing is changed by. Raise `Undeliverable`, for good if it is not there."""
        if self._client is None:
            raise RuntimeError("The request pool is not open")
        try:
            async with (
                self._client.request("GET", url)
                .timeout(_timeout(UPLOAD_SECONDS))
                .streamed_read_buffer_limit(0)
                .build_streamed() as answer
            ):
                return await _whole(answer.body_reader, answer.status, longest_bytes)
        except PyreqwestError as error:
            raise Undeliverable(f"a file did not come: {type(error).__name__}", Sort.WAITS) from error


class _Read(bytes):
    """A success on its way through PTB, which takes bytes only and would judge anything else by its own rules."""

    result: Any


async def _body(reader: ResponseBodyReader, longest: int) -> bytes:
    """What came of a body before it ended, broke off or grew too long: its front may tell enough."""
    parts: list[bytes] = []
    length = 0
    with suppress(PyreqwestError):
        while length < longest and (part := await reader.read_chunk()) is not None:
            parts.append(bytes(part))
            length += len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


async def _whole(reader: ResponseBodyReader, status: int, longest: int) -> bytes:
    """All of a file; one that is not there, or is longer than it may be, will not be another time either."""
    if status != HTTPStatus.OK:
        sort = Sort.REFUSED if status in (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND) else Sort.WAITS
        raise Undeliverable(f"a file did not come: {status}", sort, code=status)
    parts: list[bytes] = []
    length = 0
    while (part := await reader.read_chunk()) is not None:
        parts.append(bytes(part))
        length += len(part)
        if length > longest:
            raise Undeliverable("a file is longer than it may be", Sort.REFUSED)
    return b"".join(parts)


def _meaning(error: PyreqwestError) -> Undeliverable:
    """What a call without an answer says: whether it certainly never left.

    pyreqwest says `ConnectError` and `ConnectTimeoutError` also of a call that broke after it was sent. Its causes tell
    the two apart. Should their words change, a failed call counts as one that may have arrived: the safe side.
    """
    if isinstance(error, PoolTimeoutError) or any(UNCONNECTED in cause for cause in _causes(error)):
        return Undeliverable(f"no connection: {type(error).__name__}", Sort.WAITS)
    return Undeliverable(f"no answer: {type(error).__name__}", Sort.DOUBT)


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
