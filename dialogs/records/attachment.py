"""A file that a person sent, as it lies with Telegram."""

from dialogs.records.value import Value


class Attachment(Value, frozen=True):
    """A file that lies with Telegram. `kind` is `photo`, `document`, `voice`, `video` or `audio`."""

    kind: str
    file_id: str
    name: str = ""
    size: int = 0
