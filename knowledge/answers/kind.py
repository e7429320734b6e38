"""What a kind of answer is: all that the conversation, the papers and the files of a pack need to know of it.

Each kind is one value in a module of its own under `kinds/`, and `register.py` lists them. Nobody else knows kinds by
name: who has a field asks the register for its kind, and the kind for what it does.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from knowledge.answers.reading.options import UNKNOWN
from knowledge.answers.result import Json, Reading, Typed
from knowledge.answers.shape import Shape, is_words
from knowledge.answers.shown import Lines, Shown, as_it_is
from knowledge.answers.table import Table
from knowledge.municipality.pack import Field, Option, Pack

Options = tuple[Option, ...]


class SetAs(Enum):
    """How the lines of an answer stand on a paper."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    LIST_BELOW = "list below"
    """The first line as a paragraph, the others as a list."""
    PROSE = "prose"
    """Paragraphs and lists as they were typed."""


class SheetPart(Enum):
    """Where an answer about the association stands on its data sheet, in this order."""

    IDENTITY = "identity"
    """Who it is: names, numbers, home town; they stand under the title."""
    CONTACT = "contact"
    GOVERNANCE = "governance"
    ACTIVITY = "activity"
    ECONOMY = "economy"
    """Its money, and what is handed in with the sheet."""


def options_of_the_field(field: Field, _pack: Pack) -> Options:
    """Return the options that the field has itself."""
    return field.options


def says_something(_value: Json) -> bool:
    """Tell whether a value says something: of most kinds, each does."""
    return True


def leads_with_nothing(_shown: Shown) -> str:
    """Return the yes or no that the question is answered with on a paper: of most kinds there is none."""
    return ""


def links_nowhere(_value: Json) -> str:
    """Return where an address leads: most kinds are none."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of answer.

    `read` makes a value of what was typed, and never raises on any text; `show` makes lines of a value; `fits` tells
    whether a value has the shape that `read` makes. What follows says how questions of the kind behave, and has the
    plainest answer where nothing is said.
    """

    name: str
    """What packs call it."""
    read: Callable[[Typed], Reading]
    show: Callable[[Shown], Lines] = as_it_is
    fits: Shape = is_words
    says_something: Callable[[Json], bool] = says_something
    """Tells whether a value is an answer at all: not to know which goal is met is none."""

    options: Callable[[Field, Pack], Options] = options_of_the_field
    """What may be chosen: the field's own options, or some that the pack keeps elsewhere."""
    short_options: Callable[[Pack], Options] | None = None
    """The same as they fit on buttons, where the pack keeps them elsewhere and calls them by longer names."""
    needs_options: bool = False
    """A field of the kind is a mistake without options of its own."""

    any_words: bool = False
    """Any words are an answer, so that "don't know", or a question back, must be looked for before it is read."""
    more_words: bool = False
    """Any words may follow the choice that is understood."""
    is_story: bool = False
    """Free words of any length: they may ask something, and a number in them is never a button's alone."""
    is_name: bool = False
    """The answer is a name, which any words may be."""
    is_number: bool = False
    """A typed number is itself an answer, and never the number of a button."""
    counts: bool = False
    """A number in words is as good as one in figures."""
    may_be_lacking: bool = False
    """That there is none is no mistake but an answer: the question is left out then."""
    is_planned: bool = False
    """It tells of what is yet to come, so that the years of its example follow the clock."""
    names_a_language: bool = False
    """A language in the answer is part of it, and no wish for another language in the chat."""
    is_own_place: bool = False
    """It says where the association itself is, which is no shelter's address."""
    own_number: re.Pattern[str] | None = None
    """How a number of the association looks in which one of a person may be seen."""

    several: bool = False
    """It takes items in several messages, until the person says that all are in."""
    takes_files: bool = False
    """Files are sent as its items; words beside them are notes."""
    of_money: bool = False
    """Its items are rows with sums, so none of them is words alone; the field's limits are those of a sum."""
    one_a_goal: bool = False
    """There is one item for each goal of the proposal (V12)."""

    on_sheet: SheetPart = SheetPart.ACTIVITY
    """Where it stands on the data sheet of the association."""
    set_as: SetAs = SetAs.PARAGRAPH
    on_paper: Callable[[Shown], Lines] | None = None
    """The lines on a paper, where they are others than those of `show`."""
    lead: Callable[[Shown], str] = leads_with_nothing
    """The yes or no that stands first on a paper; the question stands above it in full (V13)."""
    link: Callable[[Json], str] = links_nowhere
    """Where the answer leads, if it is an address."""
    table: Callable[[Shown], Table | None] | None = None
    """The answer as a table; None if this one makes no good table."""
    between_parts: str = ""
    """What people type between the parts of an answer that a file gives by their names; empty for a line a part."""

    @property
    def may_repeat(self) -> bool:
        """Tell whether two items that are alike are two: two rents, one measure for two goals."""
        return self.of_money or self.one_a_goal

    @property
    def has_own_words(self) -> bool:
        """Tell whether people's own words are shown of it, in their language, rather than labels and numbers."""
        labels_only = self.options is not options_of_the_field
        return not labels_only and (self.any_words or self.more_words or self.of_money)

    @property
    def may_be_asked_back(self) -> bool:
        """Tell whether words with a question mark are rather a question than an answer."""
        return (self.any_words or self.more_words) and not self.is_story

    def buttons(self, field: Field, pack: Pack) -> Options:
        """Return the options that stand on buttons; for "don't know" there is a button anyway."""
        if self.short_options is not None and not field.options:
            return self.short_options(pack)
        return tuple([option for option in self.options(field, pack) if option.value != UNKNOWN])
