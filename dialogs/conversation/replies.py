"""What is said: messages with their buttons, in this chat or in another.

A reply is complete: its text is final HTML, its labels are final words. Only the shell knows the Bot API's names.
"""

from dialogs.records.attachment import Attachment
from dialogs.records.value import Value


class Action(Value, frozen=True):
    """What a button means: a verb of the dialogs and its argument."""

    verb: str
    argument: str = ""


class Offer(Value, frozen=True):
    """A button: the words on it and what it means. Its place in the list of offers is its index."""

    label: str
    action: Action


class Addressee(Value, frozen=True):
    """The one person of a group whom a message with buttons is meant for: Telegram's user id, and the name shown."""

    user: int
    name: str = ""


class Receipt(Value, frozen=True, omit_defaults=True):
    """What to say in another chat when a message arrived, when Telegram refused it for good, or when nobody can tell.

    An empty text says nothing; receipts of older programs have no `doubtful`. `part` is said when a piece before the
    last, a file or the beginning of a long text, was refused or may not have arrived. Receipts with the same `once` are
    posted once together. `shut_out` is said instead of `refused` where the chat has shut Lots out and the message is
    kept for it, empty where it is the same.
    """

    chat: int
    delivered: str
    refused: str
    about: str = ""
    doubtful: str = ""
    part: str = ""
    once: str = ""
    shut_out: str = ""

    @property
    def of_a_part(self) -> "Receipt":
        """What to say of a piece before the last: nothing if it arrived."""
        return self.but(delivered="", refused=self.part, doubtful=self.part, shut_out="")


class TopicWords(Value, frozen=True):
    """What the topic of a case is called where a group has topics: `title`. `moved` is what an older card says that the
    group has of the case elsewhere, when there is a topic for it.
    """

    title: str
    moved: str = ""


class Reply(Value, frozen=True):
    """One message. `chat` None means here, the chat of the event; 0 means nowhere, and nothing is sent.

    `offers` are the buttons. With `about` (a case's reference or a proposal's id) the message is *pushed*: its offers
    are remembered with the message, not in the session. In a group every message with buttons is; `whom` says whom
    they are meant for there, None for anybody of the group. `card` marks the one card of a case, which later replies
    with `card` edit in place. `attachment` is passed on with `text` as its caption. `key` makes the message unique: the
    outbox takes one message for each key. `answers` makes it a reply to a message of the chat; `under_card` a reply to
    the card of the case it is about. `force` opens the reply field. `receipt` is posted when the message's fate is
    known, or known to be past finding out. `topic` names the topic in which a card stands: where a group has topics,
    each case has one of its own, and what is said under its card is said in there.
    """

    text: str
    offers: tuple[Offer, ...] = ()
    chat: int | None = None
    thread: int | None = None
    about: str = ""
    whom: Addressee | None = None
    card: bool = False
    attachment: Attachment | None = None
    key: str = ""
    answers: int | None = None
    under_card: bool = False
    force: bool = False
    receipt: Receipt | None = None
    topic: TopicWords | None = None
