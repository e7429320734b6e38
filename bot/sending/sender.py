"""How one parcel becomes one call of the Bot API.

A card is edited where it stands, or posted if it stands nowhere; files are made now; a message under a card answers
it. A topic that was deleted, a file that is gone and markup that Telegram cannot read are mended here, because people
should get their words without them rather than nothing.
"""

from collections.abc import Mapping
from typing import Any

from bot.sending.made_files import Files
from bot.sending.verdict import Delivered
from bot.telegram.gateway import Gateway
from bot.telegram.markup import plain
from bot.telegram.refusal import (
    Undeliverable,
    file_missing,
    markup_unreadable,
    missing,
    topic_missing,
    unchanged,
)
from storage.queue_items import Kind, Parcel
from storage.repositories.posts import MessageId

BESIDE_A_FILE = ("chat_id", "message_thread_id", "parse_mode", "reply_markup", "reply_parameters")
EDITABLE = ("chat_id", "text", "parse_mode", "link_preview_options", "reply_markup")


def card_needed(parcel: Parcel) -> str:
    """Return the case whose card must be known before a parcel is sent, or nothing."""
    return parcel.about if parcel.kind is Kind.CARD or parcel.notes.under_card else ""


class Sender:
    """Sends one parcel at a time; remembers nothing."""

    def __init__(self, gateway: Gateway, files: Files) -> None:
        self._gateway = gateway
        self._files = files

    async def send(self, parcel: Parcel, card: MessageId | None) -> Delivered:
        """Send a parcel. Raise `Undeliverable`.

        `card` is where the card of the parcel's case stands.
        """
        payload = {**parcel.payload, "chat_id": parcel.chat}
        match parcel.kind:
            case Kind.CARD if card is not None:
                return await self._edit(payload, card)
            case Kind.CARD:
                return await self._call("sendMessage", payload)
            case Kind.PAPER | Kind.EXPORT:
                return await self._file(parcel)
            case Kind.CALL:
                return await self._call(parcel.method, {**payload, **_under(parcel, card)})

    async def _edit(self, payload: Mapping[str, Any], card: MessageId) -> Delivered:
        chat, message = card
        edited = {name: payload[name] for name in EDITABLE if name in payload}
        try:
            await self._gateway.call("editMessageText", {**edited, "chat_id": chat, "message_id": message})
        except Undeliverable as refusal:
            if missing(refusal):
                return await self._call("sendMessage", payload)
            if not unchanged(refusal):
                raise
        return Delivered(message)

    async def _file(self, parcel: Parcel) -> Delivered:
        file = await self._files.make(parcel)
        if file is None:
            return Delivered(0)
        name, content = file
        return Delivered(_number(await self._gateway.send_file({"chat_id": parcel.chat}, name, content)))

    async def _call(self, method: str, payload: Mapping[str, Any]) -> Delivered:
        try:
            return Delivered(_number(await self._gateway.call(method, payload)))
        except Undeliverable as refusal:
            if file_missing(refusal) and "caption" in payload:
                words = await self._call("sendMessage", _words_alone(payload))
                return Delivered(words.message, whole=False)
            mended = _mended(payload, refusal)
            if mended is None:
                raise
            return Delivered(_number(await self._gateway.call(method, mended)))


def _under(parcel: Parcel, card: MessageId | None) -> dict[str, Any]:
    if card is None or card[0] != parcel.chat or not parcel.notes.under_card:
        return {}
    return {"reply_parameters": {"message_id": card[1], "allow_sending_without_reply": True}}


def _mended(payload: Mapping[str, Any], refusal: Undeliverable) -> dict[str, Any] | None:
    if topic_missing(refusal) and "message_thread_id" in payload:
        return {name: value for name, value in payload.items() if name != "message_thread_id"}
    if markup_unreadable(refusal) and "parse_mode" in payload:
        words = {name: plain(payload[name]) for name in ("text", "caption") if name in payload}
        return {name: value for name, value in payload.items() if name != "parse_mode"} | words
    return None


def _words_alone(payload: Mapping[str, Any]) -> dict[str, Any]:
    """What stood under a file that Telegram no longer has."""
    kept = {name: payload[name] for name in BESIDE_A_FILE if name in payload}
    return {**kept, "text": payload["caption"]}


def _number(result: Any) -> int:
    number = result.get("message_id") if isinstance(result, dict) else None
    return number if isinstance(number, int) else 0
