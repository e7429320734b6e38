"""An e-mail to the registrar, as the association sends it or lets Lots send it."""

from enum import StrEnum

from dialogs.records.value import Value


class About(StrEnum):
    """What a letter is about. These values are kept with messages that wait."""

    FIRST = "first"
    """Both papers, for the first time."""
    AGAIN = "again"
    """Both papers as they now stand, in place of those that were sent before."""
    LATE = "late"
    """Both papers after the last hour, with the question whether they are accepted all the same."""
    WITHDRAWN = "withdrawn"
    """That the proposal is taken back; nothing is attached."""


class Letter(Value, frozen=True):
    """A whole e-mail but for what is attached: `to` is empty where the registrar's address is not known.

    `name` is that of its file, without the ending. `reply_to` is the association's own address, empty for none;
    `language` that of the papers and of the words.
    """

    to: str
    subject: str
    body: str
    name: str
    language: str
    about: About = About.FIRST
    reply_to: str = ""
    copy_to: str = ""

    @property
    def carries_papers(self) -> bool:
        """Whether both papers are attached."""
        return self.about is not About.WITHDRAWN
