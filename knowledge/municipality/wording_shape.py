"""The shapes of the files beside `pack.yaml`: `wording.<lang>.yaml` and `examples.yaml`.

Every visible word of a pack stands in one of them, by id. Which ids need words is `completeness.py`'s to say.
"""

from collections.abc import Mapping

from pydantic import TypeAdapter

from knowledge.language import Language
from knowledge.municipality.pack import Form
from knowledge.municipality.shape import Shape, Words


class TopicWords(Shape):
    """The page's own name of a topic, one that fits a button, and a sentence by which needs of it are understood."""

    name: Words
    short: Words
    description: str = ""


class OfficeWords(Shape):
    """What a door is called, why it is the right one, what it takes and what it does not."""

    name: Words
    why: Words
    takes: Words
    refuses: str


class RoleWords(Shape):
    """What a contact role is called and does."""

    name: Words
    task: Words


class FormWords(Shape):
    """How a form of cooperation is explained."""

    name: Words
    explained: Words
    fits: Words


class FieldWords(Shape):
    """The question of a field and what helps to answer it."""

    label: Words
    question: Words
    why: Words
    help: str
    example: str
    options: Mapping[str, Words] = {}
    heading: str = ""
    on_paper: str = ""


class ExampleWords(Shape):
    """An example as it is told."""

    title: Words
    text: Words


class HelpLineWords(Shape):
    """Who answers a help line, and when."""

    name: Words
    hours: str


class UnknownWords(Shape):
    """What the page is silent about: the question for the municipality, and what can be answered today."""

    question: Words
    answer: Words


class CannedWords(Shape):
    """A ready-made text of the desk: what it is called there, and what the association gets, with its gaps."""

    label: Words
    text: Words


class WordingShape(Shape):
    """`wording.<lang>.yaml`: every visible word of a pack in one language, by id."""

    name: Words
    scheme: Words
    place_time: Words
    data_from: Words
    challenges: Mapping[str, Words]
    topics: Mapping[str, TopicWords]
    offices: Mapping[str, OfficeWords]
    rules: Mapping[str, Words] = {}
    roles: Mapping[str, RoleWords]
    other_doors: Mapping[str, Words] = {}
    rounds: Mapping[str, Words] = {}
    forms: Mapping[Form, FormWords]
    fields: Mapping[str, FieldWords]
    examples: Mapping[str, ExampleWords]
    help_lines: Mapping[str, HelpLineWords]
    goals: Mapping[str, Words] = {}
    unknown: Mapping[str, UnknownWords] = {}
    notes: Mapping[str, Words] = {}
    canned: Mapping[str, CannedWords] = {}
    reminders: Mapping[str, Words] = {}


class NeedShape(Shape):
    """An everyday need with the topics and offices that a reader would accept, best first."""

    text: Words
    lang: Language
    topics: tuple[str, ...]
    offices: tuple[str, ...]


WORDING = TypeAdapter(WordingShape)
NEEDS = TypeAdapter(tuple[NeedShape, ...])
