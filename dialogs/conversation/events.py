"""What may come in: one frozen value for each thing that can happen in a chat.

The shell translates the Bot API's update into one of these (`bot/telegram/translate.py`); a due reminder is one
too.
"""

from datetime import datetime

from dialogs.records.attachment import Attachment
from dialogs.records.letters.mailing import MailNews
from dialogs.records.reminder import Reminder
from dialogs.records.run import Run
from dialogs.records.value import Value


class Seat(Value, frozen=True):
    """The office whose chat it is: its municipality, and its id in the pack."""

    municipality: str
    office: str


class Sender(Value, frozen=True):
    """Who wrote, and where. `staff` is the municipality whose staff group the chat is, else empty; `seat` the office
    whose chat it is, be it a group or that of one official, else None.

    `language` is Telegram's own language code of the person; `reply_to` the message that was answered, if any, and
    `reply_says` the fingerprint of its words, by which a copy of what is remembered is known.
    `nameless` tells that somebody of such a group writes as the group or as a channel, and Telegram hides who it is.
    """

    chat: int
    user: int
    name: str = ""
    language: str = ""
    thread: int | None = None
    reply_to: int | None = None
    staff: str = ""
    private: bool = True
    nameless: bool = False
    reply_says: str = ""
    seat: Seat | None = None

    @property
    def in_office_group(self) -> bool:
        """Whether the chat is a group of an office."""
        return self.seat is not None and not self.private


class Said(Value, frozen=True):
    """A message with words. `attachment` is the photo or file the words stood under, if any.

    `at` is when it was sent, aware, to the second; None if that is not known. `album` names the photos and files that
    were sent together, empty for one that was sent alone. `formatted` are the same words with their marks, none for
    words without any. `quoted` are the words of Lots' message that somebody marked in order to answer them.
    """

    sender: Sender
    text: str
    message: int
    attachment: Attachment | None = None
    at: datetime | None = None
    album: str = ""
    formatted: tuple[Run, ...] = ()
    quoted: str = ""


class Edited(Value, frozen=True):
    """A message that was changed after it was sent: its words, the file above them, or both. `formatted` as above."""

    sender: Sender
    text: str
    message: int
    formatted: tuple[Run, ...] = ()
    attachment: Attachment | None = None


class Chose(Value, frozen=True):
    """A pressed button: which offer of which revision. `heading` is the first line of the message it stood under.

    `pushed` tells that the button stood under a message that Lots sent of its own accord (a card, a relay, a
    reminder), whose offers are remembered with that message and not in the session. `label` is what the button said
    when it was pressed, empty if that is not known: a card may have changed since its buttons were last remembered.
    `says` is the fingerprint of the message's words, by which a copy of what is remembered is known.
    """

    sender: Sender
    revision: int
    index: int
    message: int
    pushed: bool = False
    heading: str = ""
    label: str = ""
    says: str = ""


class Commanded(Value, frozen=True):
    """A slash command, without the slash and the bot's name; `argument` is the rest of the line."""

    sender: Sender
    name: str
    argument: str
    message: int = 0


FORGED = "forged"
"""The kind of a press whose data no button of Lots has."""


class Unreadable(Value, frozen=True):
    """Something without words: a sticker, a photo, a voice message, a forged button. `kind` names it.

    `attachment` is set for what can be passed on to a person (photo, document, voice, video). `album` as above.
    """

    sender: Sender
    kind: str
    message: int = 0
    attachment: Attachment | None = None
    album: str = ""


class ReminderDue(Value, frozen=True):
    """Reminders of one chat whose time has come; several that are due together become one message."""

    sender: Sender
    reminders: tuple[Reminder, ...]


class MailTold(Value, frozen=True):
    """Something has become known of a letter that Lots was told to send."""

    sender: Sender
    news: MailNews


class Returned(Value, frozen=True):
    """Lots may write again: a person let it in after having blocked it, or a group took it back."""

    sender: Sender


Event = Said | Edited | Chose | Commanded | Unreadable | ReminderDue | MailTold | Returned
UNASKED = ReminderDue | MailTold | Returned
"""What no person does: it is no answer to anything."""
