"""The outline of a pitch as a page to print and to bring: every word of it as its association reads it."""

from dialogs.records.value import Value


class PitchPagePart(Value, frozen=True):
    """One part: what it is called, its minutes in figures, when it ends, all of that as a line, and what is said."""

    name: str
    minutes: str
    ends: str
    line: str
    words: str = ""


class PitchPage(Value, frozen=True):
    """A page under a file `name`. `region` is the country of its spelling (ISO 3166), `dated` its day (ISO date).

    `head` are the lines that stand first: when and where, in which language, with which equipment, how long in all.
    """

    name: str
    language: str
    region: str
    dated: str
    title: str
    association: str
    head: tuple[str, ...]
    parts: tuple[PitchPagePart, ...]
