"""Words with their marks: bold, italic, code, a link. What has no marks is kept as text alone."""

from dialogs.records.value import Value


class Run(Value, frozen=True, omit_defaults=True):
    """A stretch of words that bear the same marks. `marks` are names of Telegram's HTML tags, the outermost first.

    `link` is the address that the words lead to, empty for none; it lies within all marks.
    """

    text: str
    marks: tuple[str, ...] = ()
    link: str = ""
