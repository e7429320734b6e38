"""What a third chat is told about a message: that it arrived, or without its file, or not, or that nobody can tell."""

from bot.sending.verdict import Delivered, GivenUp, LeftInDoubt, Verdict
from bot.telegram.compose import Destination, compose
from dialogs.conversation.replies import Receipt, Reply
from storage.queue_items import Outgoing, Parcel


def receipts(parcel: Parcel, verdict: Verdict) -> list[Outgoing]:
    """Return what is to be said of a parcel, under the card of its case if it has one; nothing if nobody asked."""
    receipt = parcel.notes.receipt
    if receipt is None:
        return []
    text = _text(receipt, verdict)
    key = f"receipt:{parcel.seq}"
    reply = Reply(text, chat=receipt.chat, about=receipt.about, under_card=bool(receipt.about), key=key)
    return compose(reply, Destination(receipt.chat, None, 0)) if text else []


def _text(receipt: Receipt, verdict: Verdict) -> str:
    match verdict:
        case Delivered(whole=True):
            return receipt.delivered
        case Delivered():
            return receipt.part or receipt.delivered
        case GivenUp():
            return receipt.refused
        case LeftInDoubt():
            return receipt.doubtful
        case _:
            return ""
