"""What is said: messages with their buttons, in this chat or in another.

A reply is complete: its text is final HTML, its labels are final words. Only the shell knows the Bot API's names.
"""

from dialogs.values import Attachment, Value


class Action(Value, frozen=True):
    """What a button means: a verb of the dialogs and its argument."""

    verb: str
    argument: str = ""


class Offer(Value, frozen=True):
    """A button: the words on it and what it means. Its place in the list of offers is its index."""

    label: str
    action: Action


class Receipt(Value, frozen=True, omit_defaults=True):
    """What to say in another chat when a message arrived, when Telegram refused it for good, or when nobody can tell.

    An empty `doubtful` says nothing then; receipts of older programs have none.
    """

    chat: int
    delivered: str
    refused: str
    about: str = ""
    doubtful: str = ""


class Reply(Value, frozen=True):
    """One message. `chat` 0 means the chat of the event.

    `offers` are the buttons. With `about` (a case's reference or a proposal's id) the message is *pushed*: its offers
    are remembered with the message, not in the session. `card` marks the one card of a case, which later replies with
    `card` edit in place. `attachment` is passed on with `text` as its caption. `key` makes the message unique: the
    outbox takes one message for each key. `answers` makes it a reply to a message of the chat; `under_card` a reply to
    the card of the case it is about. `force` opens the reply field. `receipt` is posted when the message's fate is
    known, or known to be past finding out.
    """

    text: str
    offers: tuple[Offer, ...] = ()
    chat: int = 0
    thread: int | None = None
    about: str = ""
    card: bool = False
    attachment: Attachment | None = None
    key: str = ""
    answers: int | None = None
    under_card: bool = False
    force: bool = False
    receipt: Receipt | None = None
