"""What a third chat is told about a message: that it arrived, or without its file, or not, or that nobody can tell."""

from enum import Enum, auto

import msgspec

from bot.telegram.compose import RECEIPT, Destination, compose
from dialogs.conversation.replies import Receipt, Reply
from storage.queue_items import Outgoing, Parcel


class Fate(Enum):
    """What became of a message in the end."""

    DELIVERED = auto()
    PARTLY = auto()
    REFUSED = auto()
    DOUBTFUL = auto()


def receipts(parcel: Parcel, fate: Fate) -> list[Outgoing]:
    """Return what is to be said of a parcel, under the card of its case if it has one; nothing if nobody asked."""
    wanted = parcel.payload.get(RECEIPT)
    if wanted is None:
        return []
    receipt = msgspec.convert(wanted, Receipt)
    text = _text(receipt, fate)
    key = f"receipt:{parcel.seq}"
    reply = Reply(text, chat=receipt.chat, about=receipt.about, under_card=bool(receipt.about), key=key)
    return compose(reply, Destination(receipt.chat, None, 0)) if text else []


def _text(receipt: Receipt, fate: Fate) -> str:
    match fate:
        case Fate.DELIVERED:
            return receipt.delivered
        case Fate.PARTLY:
            return receipt.part or receipt.delivered
        case Fate.REFUSED:
            return receipt.refused
        case Fate.DOUBTFUL:
            return receipt.doubtful
