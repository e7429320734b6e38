"""The shape of `pack.yaml` and `lexicon.yaml`: which keys they may hold and what kind of value stands at each.

Pydantic judges a file against the shape and publishes it as JSON Schema for editors. The words have their shape in
`wording_shape.py`; whether ids meet and dates fit is `coherence.py`'s.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    WithJsonSchema,
)

from knowledge.answers import KINDS
from knowledge.language import Language
from knowledge.municipality.meaning import MOST_MEGABYTES, FileType, Heading, Meaning
from knowledge.municipality.meaning import Part as ListPart
from knowledge.municipality.pack import OWNER_QUIET_DAYS, Form, Status
from knowledge.reminders.rung import Anchor, Audience, offset


def _day(text: object) -> object:
    try:
        return date.fromisoformat(str(text)) if text is not None else None
    except ValueError:
        raise ValueError(f"`{text}` is not a date (write 2027-05-22)") from None


def _wall_time(text: object) -> object:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        raise ValueError(f"`{text}` is not a date and a time (write 2027-09-15T15:45)") from None
    if moment.tzinfo is not None:
        raise ValueError(f"`{text}` names a zone of its own; write the wall time of the pack's zone")
    if ":" not in str(text):
        raise ValueError(f"`{text}` has no time of day (write 2027-09-15T15:45)")
    return moment


def _hour(text: object) -> object:
    try:
        return time.fromisoformat(str(text))
    except ValueError:
        raise ValueError(f"`{text}` is no time of day (write 09:00)") from None


def _offset(text: object) -> object:
    offset(str(text))
    return str(text)


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"`{text}` is not a time zone (write Europe/Stockholm)") from None
    return text


Day = Annotated[date, BeforeValidator(_day)]
WallTime = Annotated[datetime, BeforeValidator(_wall_time)]
Zone = Annotated[str, AfterValidator(_zone)]
Hour = Annotated[time, BeforeValidator(_hour)]
Offset = Annotated[str, BeforeValidator(_offset)]
RungKind = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z0-9]+)+$")]
Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
FileWords = Annotated[str, StringConstraints(max_length=32, pattern=r"^[\w -]*\w[\w -]*$")]
"""Words that may stand in the name of a file on any machine; half of what Telegram keeps is left for a name."""
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*(/[a-z0-9-]+)*$")]
Part = Annotated[float, Field(gt=0)]
QuietDays = Annotated[int, Field(ge=2, le=30)]
"""Working days: of fewer than two the owner could not be told on the one before, and thirty are six weeks."""
DayOfYear = Annotated[str, StringConstraints(pattern=r"^((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]))?$")]
"""A month and a day that every year has, as in ISO 8601 without the year; empty for none."""
Number = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,3}[0-9]+[a-z]?$")]


def _kind(name: str) -> str:
    if name not in KINDS:
        raise ValueError(f"`{name}` is not one of {', '.join(map(repr, KINDS))}")
    return name


KindName = Annotated[str, AfterValidator(_kind), WithJsonSchema({"enum": list(KINDS), "type": "string"})]


class Shape(BaseModel):
    """A mapping with known keys only."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceShape(Shape):
    """A page or paper that facts come from."""

    title: Words
    url: str
    dated: str
    read: Day


class FactShape(Shape):
    """A fact with its quote; it has a `home`, or it `waits` for an issue."""

    source: str
    lines: str
    quote: Words
    meaning: Words
    status: Status
    date: str = ""
    home: str = ""
    waits: str = ""


class TopicShape(Shape):
    """A topic of the catalogue."""

    id: Id
    fact: Number
    office: str = ""
    grant: bool = False


class ChallengeShape(Shape):
    """A heading of the catalogue."""

    id: Id
    topics: tuple[TopicShape, ...]


class RuleShape(Shape):
    """A dated rule of an office; both days belong to it."""

    id: Id
    request: Literal["grant", "cooperation"]
    accepts: bool
    valid_from: Day | None = None
    valid_until: Day | None = None
    successors: tuple[str, ...] = ()
    fact: Number


class OfficeShape(Shape):
    """A door of the municipality."""

    id: Id
    role: str
    status: Status
    facts: tuple[Number, ...]
    rules: tuple[RuleShape, ...] = ()


class RoleShape(Shape):
    """A contact role, without a person. `ours` is false for a body outside the municipality."""

    facts: tuple[Number, ...]
    ours: bool = True


class OtherDoorShape(Shape):
    """Where an errand belongs that is no idea for associations: the contact role, and the fact that it rests on."""

    role: str = ""
    fact: str = ""


class RoundShape(Shape):
    """A call for proposals, in wall times of the pack's zone. `decision` is the day by which it is decided."""

    id: Id
    status: Status
    opens: WallTime | None = None
    deadline: WallTime
    pitch: WallTime | None = None
    pitch_minutes: int = 0
    decision: Day | None = None
    facts: tuple[Number, ...]


class FormShape(Shape):
    """A form of cooperation that the pack explains."""

    form: Form
    facts: tuple[Number, ...]


class FilesShape(Shape):
    """Which files a question takes, and how large each may be."""

    types: Annotated[tuple[FileType, ...], Field(min_length=1)]
    megabytes: Annotated[int, Field(ge=1, le=MOST_MEGABYTES)]


class FieldShape(Shape):
    """A question of the proposal.

    `means` tells what Lots may do with the answer; with `country` only associations registered there are asked. `part`
    is where it stands in the task list: without it the idea, or the association for the basics.
    `outline` is the heading of an agreement that it stands under. `files` tells which files one that takes files wants.
    """

    id: Number
    kind: KindName
    section: Literal["basics", "proposal", "agreement", "municipality"]
    need: Literal["R", "O", "C"]
    asked: bool
    limits: tuple[int, int]
    options: tuple[Words, ...] = ()
    facts: tuple[Number, ...]
    means: Meaning | None = None
    country: Literal["", "FI", "SE"] = ""
    part: ListPart | None = None
    outline: Heading | None = None
    files: FilesShape | None = None


class ExampleShape(Shape):
    """What others did, with its year."""

    id: Id
    year: Words
    topics: tuple[str, ...]
    facts: tuple[Number, ...]


class HelpLineShape(Shape):
    """A number for somebody in distress."""

    id: Id
    number: Words


class GoalShape(Shape):
    """A goal of the municipality to choose from."""

    value: Id


class StopShape(Shape):
    """A topic that decides the form of cooperation by itself."""

    topic: Id
    rule: Literal["R4x", "R4y"]
    form: Form
    office: str | None = None
    second: tuple[Form, ...] = ()
    flags: tuple[Words, ...] = ()
    fact: Number


class ToldShape(Shape):
    """One sentence of the answer to a question: a note or something unknown, and the fact that it rests on."""

    note: str = ""
    unknown: str = ""
    fact: str = ""


class DocumentsShape(Shape):
    """What follows the association's name in the two file names."""

    basics: FileWords
    proposal: FileWords


class RungShape(Shape):
    """What a municipality says of one reminder: how it differs from the common plan, or all of a new one.

    With `off` nobody is reminded so; with `own_words` the wording files say what is said.
    """

    kind: RungKind
    of: Anchor | None = None
    by: Offset | None = None
    at: Hour | None = None
    to: Audience | None = None
    off: bool = False
    own_words: bool = False


class BoxShape(Shape):
    """A box of a municipality's own form, and the answer that goes into it (`knowledge/blanks/blank.py`)."""

    box: Words
    field: str = ""
    part: str = ""
    choices: Mapping[str, Words] = {}
    ticks: str = ""
    written: Literal["plain", "digits", "compact"] = "plain"
    today: bool = False


class BlankShape(Shape):
    """A municipality's own form for the basics, a file beside `pack.yaml`, for papers in some languages."""

    file: Annotated[str, StringConstraints(pattern=r"^[^/\\]+\.(pdf|docx)$")]
    languages: tuple[Language, ...]
    boxes: tuple[BoxShape, ...]


class PackShape(Shape):
    """`pack.yaml`: ids, structure, dates and facts of a municipality."""

    id: Id
    country: Literal["FI", "SE"]
    zone: Zone
    currency: Literal["EUR", "SEK"]
    read: Day
    verify_by: Day
    languages: tuple[Language, ...]
    partnership: Form
    navigator: str
    registrar: str = ""
    documents: Mapping[Language, DocumentsShape]
    blanks: tuple[BlankShape, ...] = ()
    sources: Mapping[Id, SourceShape]
    facts: Mapping[Number, FactShape]
    catalogue: tuple[ChallengeShape, ...]
    offices: tuple[OfficeShape, ...]
    roles: Mapping[Id, RoleShape]
    rounds: tuple[RoundShape, ...] = ()
    forms: tuple[FormShape, ...]
    fields: tuple[FieldShape, ...]
    examples: tuple[ExampleShape, ...]
    help_lines: tuple[HelpLineShape, ...]
    stops: tuple[StopShape, ...] = ()
    doors: Mapping[Id, str] = {}
    other_doors: Mapping[Id, OtherDoorShape] = {}
    goals: tuple[GoalShape, ...] = ()
    unknown: tuple[Id, ...] = ()
    notes: tuple[Id, ...] = ()
    canned: tuple[Id, ...] = ()
    questions: Mapping[Id, tuple[ToldShape, ...]] = {}
    owner_quiet_days: QuietDays = OWNER_QUIET_DAYS
    reminders: tuple[RungShape, ...] = ()
    report_day: DayOfYear = ""


class LikenessShape(Shape):
    """`lexicon.yaml`, by topic: what a topic is like that no need was labelled with, each with its part."""

    labels: Mapping[str, Part] = {}
    concepts: Mapping[str, Part] = {}


PACK = TypeAdapter(PackShape)
LEXICON = TypeAdapter(dict[str, LikenessShape])
