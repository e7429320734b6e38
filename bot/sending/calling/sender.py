"""How one parcel becomes one call of the Bot API.

A card is edited where it stands, or posted if it stands nowhere or in another place; files are made now; a message
under a card answers it, or goes into the topic of its case where the group has topics (`topics.py`). What Telegram does
not want whole is mended (`mending.py`).
"""

from typing import Any

from bot.clock import wall
from bot.overview.orders import Made
from bot.sending.calling import topics
from bot.sending.calling.made_files import Files
from bot.sending.calling.mending import Call, mended
from bot.sending.calling.taken import Taken, case_of
from bot.sending.calling.topics import TopicCall
from bot.sending.verdict import Delivered, SetAside, Verdict
from bot.telegram.gateway import Gateway
from bot.telegram.refusal import Sort, Undeliverable, file_missing, topic_missing, topic_shut, unchanged
from storage.queue_items import Kind, Parcel

EDITABLE = ("chat_id", "text", "parse_mode", "link_preview_options", "reply_markup")


class Sender:
    """Sends one parcel at a time; remembers nothing."""

    def __init__(self, gateway: Gateway, files: Files) -> None:
        self._gateway = gateway
        self._files = files

    async def send(self, taken: Taken) -> Verdict:
        """Make the next call that a parcel wants: one about the topic of its case, or its own.

        Raise `Undeliverable`.
        """
        match topics.wanted(taken):
            case None:
                return await self._deliver(taken)
            case SetAside() as verdict:
                return verdict
            case TopicCall() as call:
                return await self._see_to_topic(taken, call)

    async def _see_to_topic(self, taken: Taken, call: TopicCall) -> Verdict:
        try:
            result = await self._gateway.call(call.method, call.arguments)
            return topics.done(taken, call, result, wall())
        except Undeliverable as refusal:
            return topics.refused(taken, call, refusal, wall())

    async def _deliver(self, taken: Taken) -> Verdict:
        try:
            return await self._made(taken)
        except Undeliverable as refusal:
            verdict = topics.refused_there(taken, refusal, wall())
            if verdict is None:
                raise
            return verdict

    async def _made(self, taken: Taken) -> Delivered:
        parcel = taken.parcel
        match parcel.kind:
            case Kind.PAPER | Kind.CALENDAR | Kind.PITCH | Kind.LETTER | Kind.EXPORT:
                return await self._file(parcel)
            case Kind.ORDER:
                return await self._ordered(parcel, _payload(taken))
            case Kind.CARD:
                return await self._card(taken)
            case Kind.CALL:
                return await self._post(Call(parcel.method, {**_payload(taken), **_under(taken)}, at_home=_home(taken)))

    async def _card(self, taken: Taken) -> Delivered:
        payload, here = _payload(taken), topics.card_of(taken)
        if here:
            delivered = await self._edit(taken, payload, here)
        else:
            await self._point_to_topic(taken)
            delivered = await self._post(Call("sendMessage", payload, at_home=_home(taken)))
        return Delivered(delivered.message, delivered.whole, topics.stands(taken))

    async def _edit(self, taken: Taken, payload: dict[str, Any], message: int) -> Delivered:
        edited = {name: payload[name] for name in EDITABLE if name in payload}
        call = Call("editMessageText", {**edited, "message_id": message}, instead=payload, at_home=_home(taken))
        try:
            delivered = await self._post(call)
        except Undeliverable as refusal:
            if unchanged(refusal):
                return Delivered(message)
            raise
        return Delivered(delivered.message or message)

    async def _point_to_topic(self, taken: Taken) -> None:
        """Let a card that stands elsewhere in the group say that its case has a topic now, before there are two."""
        words, older = taken.parcel.notes.topic, topics.older_card(taken)
        if not words or not older:
            return
        place = {"chat_id": taken.parcel.chat, "message_id": older}
        try:
            await self._gateway.call("editMessageText", {**place, "text": words.moved, "parse_mode": "HTML"})
        except Undeliverable as refusal:
            if refusal.sort in {Sort.DOUBT, Sort.UNFIT}:
                raise Undeliverable(refusal.reason, Sort.WAITS) from refusal
            if refusal.sort not in {Sort.REFUSED, Sort.DONE}:
                raise

    async def _file(self, parcel: Parcel) -> Delivered:
        file = await self._files.make(parcel)
        if file is None:
            return Delivered(0)
        payload = {"chat_id": parcel.chat} | ({"caption": file.words} if file.words else {})
        return Delivered(await self._gateway.send_file(payload, file.name, file.content))

    async def _ordered(self, parcel: Parcel, payload: dict[str, Any]) -> Delivered:
        """Send what was made of all cases. Where no files are let in, the words that go with it go alone."""
        made = await self._files.ordered(parcel)
        if made.content:
            try:
                return Delivered(await self._upload({**payload, **made.words("caption")}, made))
            except Undeliverable as refusal:
                if not (made.text and file_missing(refusal)):
                    raise
        return await self._post(Call("sendMessage", {**payload, **made.words("text")}))

    async def _upload(self, payload: dict[str, Any], made: Made) -> int:
        """Send a file that was made; beside the topic in which it was asked for, where that is no more."""
        try:
            return await self._gateway.send_file(payload, made.name, made.content, made.kind)
        except Undeliverable as refusal:
            if "message_thread_id" not in payload or not topic_missing(refusal):
                raise
        rest = {name: value for name, value in payload.items() if name != "message_thread_id"}
        return await self._upload(rest, made)

    async def _post(self, call: Call) -> Delivered:
        """Make a call, mended as often as it takes."""
        try:
            return Delivered(await self._gateway.send(call.method, call.payload), call.whole)
        except Undeliverable as refusal:
            better = mended(call, refusal)
            if better is None:
                raise
        return await self._post(better)


def _payload(taken: Taken) -> dict[str, Any]:
    """What is sent, and where: what belongs to the place of its case goes there, wherever it was said."""
    parcel, thread = taken.parcel, topics.thread_of(taken)
    payload = {**parcel.payload, "chat_id": parcel.chat}
    if case_of(parcel):
        payload.pop("message_thread_id", None)
    return {**payload, "message_thread_id": thread} if thread else payload


def _home(taken: Taken) -> bool:
    """Whether a parcel waits for its topic. One that found it closed goes elsewhere rather than nowhere."""
    return bool(topics.thread_of(taken)) and not topic_shut(taken.parcel.error)


def _under(taken: Taken) -> dict[str, Any]:
    here = topics.card_of(taken)
    if not here or topics.thread_of(taken) or not taken.parcel.notes.under_card:
        return {}
    return {"reply_parameters": {"message_id": here, "allow_sending_without_reply": True}}
