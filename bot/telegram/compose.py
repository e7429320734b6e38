"""From a reply to final Bot API payloads: what stands in the outbox is what will be sent.

Splits texts that are too long for one message, lays out the buttons and chooses the method. It judges no word and
knows no chat but the one it is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.telegram.buttons import pushed_token, session_token
from bot.telegram.text.markup import fingerprint, pieces, plain, visible_length
from dialogs.conversation.replies import Offer, Reply
from storage.queue_items import NO_NOTES, Kind, Notes, Outgoing

TEXT_LIMIT = 4096
"""Bot API, sendMessage, text: 1 to 4096 characters after the markup is read, counted in UTF-16 code units."""
CAPTION_LIMIT = 1024
"""Bot API, sendPhoto and its like, caption: 0 to 1024 characters, counted in the same way."""
ROOM = {2: 16, 3: 9}
"""How many letters a button has room for on a phone of 390 pixels when so many stand in a row."""
METHODS = {
    "photo": "sendPhoto",
    "document": "sendDocument",
    "voice": "sendVoice",
    "video": "sendVideo",
    "audio": "sendAudio",
    "animation": "sendAnimation",
    "video_note": "sendVideoNote",
}
WITHOUT_CAPTION = frozenset({"video_note"})
"""Bot API, sendVideoNote: it takes no caption, so that the words follow it."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a reply goes that names no other chat: the chat, the topic in it, the revision its buttons belong to."""

    chat: int
    thread: int | None
    revision: int


def compose(reply: Reply, place: Destination, *, bulk: bool = False, days_left: int = 0) -> list[Outgoing]:
    """Return the messages that make up a reply, the buttons under the last one; none for a reply to nowhere.

    Texts are cut at paragraph or line borders where Telegram's limit forces it. A file that is passed on carries the
    text as its caption if it fits, else the text follows. `bulk` messages let every other one go first, and among
    themselves those with fewer `days_left`.
    """
    if reply.chat == 0:
        return []
    target = _target(reply, place)
    calls = list(_calls(reply, target))
    method, last = calls[-1]
    markup = _markup(reply, place.revision)
    calls[-1] = (method, {**last, "reply_markup": markup} if markup else last)
    chat = target["chat_id"]
    return [_outgoing(reply, chat, calls, number, bulk, days_left) for number in range(len(calls))]


def keyboard(offers: Sequence[Offer], tokens: Sequence[str]) -> dict[str, Any]:
    """Return an inline keyboard: one to three buttons a row, as many as their labels leave room for."""
    rows: list[list[dict[str, str]]] = []
    widest = 0
    for offer, token in zip(offers, tokens, strict=True):
        button, label = {"text": offer.label, "callback_data": token}, len(offer.label)
        if rows and max(widest, label) <= ROOM.get(len(rows[-1]) + 1, 0):
            rows[-1].append(button)
            widest = max(widest, label)
        else:
            rows.append([button])
            widest = label
    return {"inline_keyboard": rows}


def _target(reply: Reply, place: Destination) -> dict[str, Any]:
    chat = place.chat if reply.chat is None else reply.chat
    thread = reply.thread if reply.thread is not None or chat != place.chat else place.thread
    target: dict[str, Any] = {"chat_id": chat}
    if thread is not None:
        target["message_thread_id"] = thread
    return target


def _calls(reply: Reply, target: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    first = {**target, **_answering(reply)}
    text = reply.text
    if reply.attachment is not None:
        kind = reply.attachment.kind if reply.attachment.kind in METHODS else "document"
        fits = visible_length(text) <= (0 if kind in WITHOUT_CAPTION else CAPTION_LIMIT)
        caption = {"caption": text, "parse_mode": "HTML"} if text and fits else {}
        yield METHODS[kind], {**first, kind: reply.attachment.file_id, **caption}
        if fits:
            return
        first = target
    for number, piece in enumerate(pieces(text, TEXT_LIMIT)):
        yield "sendMessage", {**(target if number else first), **_text(piece)}


def _text(piece: str) -> dict[str, Any]:
    return {"text": piece, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def _answering(reply: Reply) -> dict[str, Any]:
    if reply.answers is None:
        return {}
    return {"reply_parameters": {"message_id": reply.answers, "allow_sending_without_reply": True}}


def _markup(reply: Reply, revision: int) -> dict[str, Any] | None:
    if reply.offers:
        count = range(len(reply.offers))
        tokens = [pushed_token(n) if reply.about else session_token(revision, n) for n in count]
        return keyboard(reply.offers, tokens)
    return {"force_reply": True, "selective": True} if reply.force else None


def _outgoing(
    reply: Reply,
    chat: int,
    calls: list[tuple[str, dict[str, Any]]],
    number: int,
    bulk: bool,  # noqa: FBT001 - as it stands in the message
    days_left: int,
) -> Outgoing:
    method, payload = calls[number]
    last = number == len(calls) - 1
    key = f"{reply.key}:{number}" if reply.key and number else reply.key
    return Outgoing(
        chat=chat,
        method=method,
        payload=payload,
        key=key,
        about=reply.about,
        offers=reply.offers if reply.about and last else (),
        whom=reply.whom if reply.about and last else None,
        kind=Kind.CARD if reply.card and last else Kind.CALL,
        notes=_notes(reply, payload, last=last),
        bulk=bulk,
        days_left=days_left,
    )


def _notes(reply: Reply, payload: dict[str, Any], *, last: bool) -> Notes:
    receipt = reply.receipt if last or reply.receipt is None else reply.receipt.of_a_part
    says = fingerprint(plain(payload.get("text", payload.get("caption", "")))) if reply.about else ""
    topic = reply.topic if last else None
    noted = reply.under_card or receipt or says or topic
    return Notes(reply.under_card, receipt, says=says, topic=topic) if noted else NO_NOTES
