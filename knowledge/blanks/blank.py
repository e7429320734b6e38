"""A municipality's own form, and which answer goes into which of its boxes. Nothing here reads a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made_by
from enum import StrEnum

from knowledge.language import Language


class BoxKind(StrEnum):
    """What a box of a form takes."""

    TEXT = "text"
    TICK = "tick"
    CHOICE = "choice"
    DATE = "date"


@dataclass(frozen=True)
class FormBox:
    """A box as the form has it.

    `options` are what a choice offers in the words of the page, `states` what the file calls each of them, where that
    is something else. `longest` is how many characters have room in it, 0 where nothing tells; `line`
    how many stand in one of its lines, 0 for a box of one line. With `plain_letters` it can only draw the letters of
    Western languages. `has_buttons` tells a choice by buttons from a list. `day_pattern` is how the form wants a day to
    be written, as in "dd.MM.yyyy", in the letters of CLDR; empty where it says nothing.
    """

    kind: BoxKind
    options: tuple[str, ...] = ()
    longest: int = 0
    line: int = 0
    plain_letters: bool = False
    has_buttons: bool = False
    states: tuple[str, ...] = ()
    day_pattern: str = ""

    def state(self, option: str) -> str:
        """Return what the file calls an option."""
        return dict(zip(self.options, self.states, strict=False)).get(option, option)


@dataclass(frozen=True)
class Mapped:
    """Which answer goes into a box.

    `part` is a part of the answer, `choices` tells what the form calls a value, `ticks` the value that ticks the box,
    `written` how it is written: plain, digits (only these), compact (without blanks). With `today` the day on the
    paper stands in the box, and no answer.
    """

    box: str
    field: str = ""
    part: str = ""
    choices: Mapping[str, str] = made_by(default_factory=dict)
    ticks: str = ""
    written: str = "plain"
    today: bool = False


@dataclass(frozen=True)
class Blank:
    """A form with its content, the languages of the documents that it is used in, and what goes where."""

    file: str
    content: bytes
    languages: tuple[Language, ...]
    boxes: Mapping[str, FormBox]
    mapped: tuple[Mapped, ...]

    @property
    def ending(self) -> str:
        """Return the ending of its file, as in blankett.pdf."""
        return self.file.rpartition(".")[2].lower()
