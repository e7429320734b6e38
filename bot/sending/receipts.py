"""What is told about a message: that it arrived, or without its file, or not, or that nobody can tell.

A navigator is told of an answer, an association of what it sent to the desk and of the files that it asked for.
"""

from bot.sending.verdict import Delivered, GivenUp, LeftInDoubt, Verdict
from bot.telegram.compose import Destination, compose
from dialogs.conversation.replies import Receipt, Reply
from storage.queue_items import Outgoing, Parcel


def receipts(parcel: Parcel, verdict: Verdict) -> list[Outgoing]:
    """Return what is to be said of a parcel, under the card of its case if it has one; nothing if nobody asked."""
    receipt = parcel.notes.receipt
    if receipt is None or _unreachable(parcel, receipt, verdict):
        return []
    text = _text(receipt, verdict)
    key = f"receipt:{receipt.once or parcel.seq}"
    reply = Reply(text, chat=receipt.chat, about=receipt.about, under_card=bool(receipt.about), key=key)
    return compose(reply, Destination(receipt.chat, None, 0)) if text else []


def _unreachable(parcel: Parcel, receipt: Receipt, verdict: Verdict) -> bool:
    """Whether the chat that would be told is the one that shut Lots out."""
    return isinstance(verdict, GivenUp) and verdict.shut_out and receipt.chat == parcel.chat


def _text(receipt: Receipt, verdict: Verdict) -> str:
    match verdict:
        case Delivered(whole=True):
            return receipt.delivered
        case Delivered():
            return receipt.part or receipt.delivered
        case GivenUp(shut_out=True):
            return receipt.shut_out or receipt.refused
        case GivenUp():
            return receipt.refused
        case LeftInDoubt():
            return receipt.doubtful
        case _:
            return ""
