"""A message that waits for its time."""

from datetime import datetime

from dialogs.records.value import Value


class Reminder(Value, frozen=True):
    """A message that waits for its time. `key` is unique; `subject` is the proposal or case it is about.

    `due` is an aware instant; `wall` the local wall time it was reckoned from (ISO, without zone); `about` the
    deadline or pitch it counts down to (ISO wall time), so that a moved deadline is noticed.
    """

    key: str
    chat: int
    kind: str
    subject: str
    due: datetime
    wall: str = ""
    about: str = ""
