"""A file that a person sent, as it lies with Telegram."""

from dialogs.records.value import Value


class Attachment(Value, frozen=True):
    """A file that lies with Telegram.

    `kind` is `photo`, `document`, `voice`, `video`, `audio`, `animation` (a film without sound that plays by itself),
    or `video_note` (a round one, which bears no words). Telegram may give one file another `file_id` on another day,
    and never another `unique`; it is empty of what came before it was kept. `size` is in bytes, 0 where it is not
    known; `is_empty` tells that there are none. `media` is the type of content that the sender's program names.
    """

    kind: str
    file_id: str
    name: str = ""
    size: int = 0
    unique: str = ""
    media: str = ""
    is_empty: bool = False

    def is_file(self, other: "Attachment | None") -> bool:
        """Whether this is the same file as another."""
        if other is None:
            return False
        return self.unique == other.unique if self.unique and other.unique else self.file_id == other.file_id
