"""The bot's door: `/bot<token>/<method>` and `/file/bot<token>/<path>`, spoken as plain ASGI for speed.

Reads the arguments, lets a fault strike, calls the method and writes the call into the ledger. What the
methods do is their own matter; people come in through `people_routes.py`.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qsl, unquote

import msgspec
from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.demo.methods import chats, media, messages, profile, receiving
from bot.demo.rules.arguments import Arguments, Upload
from bot.demo.rules.refusals import LOGGED_OUT, NO_TOKEN, UNAUTHORIZED, UNKNOWN_METHOD, Refusal, bad_request
from bot.demo.world.calls import Call, Calls
from bot.demo.world.faults import AT_THE_WIRE, REFUSING, Fault, Faults
from bot.demo.world.webhook import Webhook
from bot.demo.world.world import TelegramWorld

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Method = Callable[[TelegramWorld, Arguments], Any]

METHODS: dict[str, Method] = {**messages.METHODS, **media.METHODS, **chats.METHODS, **profile.METHODS}
FLOOD = 429
"""The code of HTTP for too many calls; its answer says in a header, too, how long to wait (HttpConnection.cpp)."""
LONGEST_TOKEN = 80
"""In characters: no longer one is looked at (ClientManager.cpp 73)."""
_JSON = (b"content-type", b"application/json")
_BAD_GATEWAY = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>502 Bad Gateway</body>\r\n</html>\r\n"
_NOTHING = b'{"ok":true,"result":null}'
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


class BotApi:
    """One bot's API. `token` is the only one that is let in, until the bot logs out."""

    def __init__(self, world: TelegramWorld, token: str, *, seed: int = 0, keep_calls: int = 200_000) -> None:
        self.world = world
        self.token = token
        self.faults = Faults(seed)
        self.calls = Calls(keep_calls)
        self.webhook = Webhook(world.updates, self.faults)
        self.logged_out = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one call."""
        token, _, method = scope["path"].removeprefix("/bot").partition("/")
        if token != self.token:
            await _answer(send, *_refused(Refusal(*(UNAUTHORIZED if looks_like_one(token) else NO_TOKEN))))
            return
        try:
            arguments = await _arguments(scope, receive)
        except Refusal as refusal:
            await _answer(send, *_refused(refusal))
            return
        await self._carry_out(scope, send, method, arguments)

    async def _carry_out(self, scope: Scope, send: Send, method: str, arguments: Arguments) -> None:
        call = self.calls.note(method, arguments)
        fault = self.faults.strike(AT_THE_WIRE, method, arguments) if self.faults.rules else None
        if fault is not None:
            call["fault"] = fault.kind
            if not await _before(fault, scope, send):
                return
        status, body = await self.perform(method, arguments, call)
        if fault is not None and not await _after(fault, scope):
            return
        if fault is not None and fault.kind == "lie_after":
            status, body = fault.lying((status, body))
        await _answer(send, status, body, retry_after=call.get("retry_after", 0) if status == FLOOD else 0)

    async def perform(self, method: str, arguments: Arguments, call: Call) -> tuple[int, bytes]:
        """Carry a call out: the HTTP status and the JSON of the answer."""
        try:
            result = await self._result(method.lower(), arguments, call)
        except Refusal as refusal:
            call.update(answered=refusal.code, description=refusal.description, **refusal.parameters)
            return _refused(refusal)
        call.update(accepted=True, answered=200)
        if isinstance(result, dict) and "message_id" in result:
            call["message_id"] = result["message_id"]
        return 200, _encode({"ok": True, "result": result})

    async def _result(self, method: str, arguments: Arguments, call: Call) -> Any:
        if self.logged_out:
            raise Refusal(*LOGGED_OUT)
        if self.faults.rules and (fault := self.faults.strike(REFUSING, method, arguments)) is not None:
            call["fault"] = fault.kind
            raise fault.refusal()
        ready = METHODS.get(method)
        if ready is not None:
            return ready(self.world, arguments)
        match method:
            case "getupdates":
                updates = await receiving.get_updates(self.world.updates, self.webhook, self.faults, arguments)
                call["updates"] = [update["update_id"] for update in updates]
                return updates
            case "setwebhook":
                return receiving.set_webhook(self.world.updates, self.webhook, arguments)
            case "deletewebhook":
                return receiving.delete_webhook(self.world.updates, self.webhook, arguments)
            case "getwebhookinfo":
                return receiving.get_webhook_info(self.world.updates, self.webhook)
            case "close":
                return True
            case "logout":
                self.logged_out = True
                return True
            case _:
                raise Refusal(*UNKNOWN_METHOD)

    async def download(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer `/file/bot<token>/<path>`."""
        del receive
        token, _, path = scope["path"].removeprefix("/file/bot").partition("/")
        file = self.world.files.at(unquote(path))
        if token != self.token or file is None:
            await _answer(send, *_refused(Refusal(404 if token == self.token else 401, "Not Found")))
            return
        await _answer(send, 200, file.content, (b"content-type", file.media_type.encode()))


def looks_like_one(token: str) -> bool:
    """Whether a token has the form of one (telegram-bot-api, ClientManager.cpp 73)."""
    number, colon, _ = token.partition(":")
    return bool(colon) and len(token) <= LONGEST_TOKEN and number.isdigit() and number[0] != "0"


async def _before(fault: Fault, scope: Scope, send: Send) -> bool:
    """What goes wrong before the call is carried out; False where it is not carried out at all."""
    match fault.kind:
        case "502":
            await _answer(send, 502, _BAD_GATEWAY, (b"content-type", b"text/html"))
        case "lie_before":
            await _answer(send, *fault.lying((200, _NOTHING)))
        case "cut_before":
            await _cut(scope)
        case "delay_before":
            await asyncio.sleep(fault.seconds)
            return True
        case _:
            return True
    return False


async def _after(fault: Fault, scope: Scope) -> bool:
    """What goes wrong after the call took effect; False where no answer is given."""
    if fault.kind == "delay_after":
        await asyncio.sleep(fault.seconds)
    if fault.kind == "cut_after":
        await _cut(scope)
        return False
    return True


async def _cut(scope: Scope) -> None:
    """Close the connection without a word; `serve.py` puts the means into the scope."""
    cut = scope.get("lots.cut")
    if cut is None:
        raise RuntimeError("connections can be cut only where bot.demo.doors.serve runs the server")
    cut()
    await scope["lots.gone"]()  # the server must notice before we return, or it would answer 500


async def _arguments(scope: Scope, receive: Receive) -> Arguments:
    """Arguments of the query and of the body, in whichever of the three forms it came."""
    values: dict[str, Any] = dict(parse_qsl(scope["query_string"].decode(), keep_blank_values=True))
    if scope["method"] != "POST":
        return Arguments(values)
    kind = next((value for name, value in scope["headers"] if name == b"content-type"), b"")
    if kind.startswith(b"multipart/form-data"):
        return await _multipart(Request(scope, receive), values)
    body = await _body(receive)
    if kind.startswith(b"application/json"):
        values.update(_from_json(body))
    elif kind.startswith(b"application/x-www-form-urlencoded"):
        values.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return Arguments(values)


def _from_json(body: bytes) -> dict[str, Any]:
    try:
        values = _decode(body) if body else {}
    except msgspec.DecodeError:
        raise bad_request("can't parse request JSON object") from None
    if not isinstance(values, dict):
        raise bad_request("object expected as request parameters")
    return values


async def _multipart(request: Request, values: dict[str, Any]) -> Arguments:
    uploads: dict[str, Upload] = {}
    async with request.form(max_part_size=64 * 1024 * 1024) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                uploads[name] = Upload(value.filename or name, value.content_type or "", await value.read())
            else:
                values[name] = value
    return Arguments(values, uploads)


async def _body(receive: Receive) -> bytes:
    first = await receive()
    if not first.get("more_body"):
        return bytes(first.get("body", b""))
    parts = [first["body"]]
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


def _refused(refusal: Refusal) -> tuple[int, bytes]:
    return refusal.code, _encode(refusal.body())


async def _answer(
    send: Send, status: int, body: bytes, kind: tuple[bytes, bytes] = _JSON, retry_after: int = 0
) -> None:
    headers = [kind, (b"content-length", str(len(body)).encode())]
    if retry_after:
        headers.append((b"retry-after", str(retry_after).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
