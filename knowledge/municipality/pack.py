"""What a municipality says, as frozen values.

A pack is data: the catalogue of challenges, the offices with their dated rules, the rounds, the forms of
cooperation, the fields of the proposal and the examples. Nothing here reads a file (`load.py`) or judges YAML
(`validate.py`). Every visible word is a `Text`: one wording in each language of the pack.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from knowledge.blanks.blank import Blank
from knowledge.language import Language, Text, words
from knowledge.municipality.meaning import FilesWanted, Heading, Meaning, Part
from knowledge.reminders.plan import common_plan
from knowledge.reminders.rung import Late, Rung
from knowledge.reminders.slot import Slot

SECTIONS = ("proposal", "basics")
"""The parts of a proposal, in the order they are asked."""
AGREEMENT, OF_MUNICIPALITY = "agreement", "municipality"
"""The questions of stage 2: those for the association, and those that the desk answers."""

OWNER_QUIET_DAYS = 5
"""Working days without an act of its owner after which a case goes back to the desk: a week, as long as an association
is promised an answer within. Chosen for the city to confirm; a pack may say another number (`owner_quiet_days`)."""


class Status(StrEnum):
    """How far a dated fact may be trusted today."""

    CURRENT = "current"
    OPEN = "open"
    CLOSED = "closed"
    HISTORIC = "historic"
    UNVERIFIED = "unverified"


class Form(StrEnum):
    """The forms of cooperation, with the codes of the decision rules."""

    GRANT = "GRANT"
    IOP = "IOP"
    PARTNERSHIP = "PARTNERSHIP"
    PROC = "PROC"
    RESERVED = "RESERVED"
    NAV = "NAV"
    HELP = "HELP"


@dataclass(frozen=True)
class Source:
    """A page or paper that facts come from. `read` is the day we read it, `dated` what it says of its own age."""

    id: str
    title: str
    url: str
    dated: str
    read: date


@dataclass(frozen=True)
class Fact:
    """One fact of the municipality, with the words it rests on.

    `id` is the number that it is cited by (V7, X2 ...; `docs/facts.md` lists them), `quote` the shortest words of the
    source that carry it, `lines` where in the source they stand, `meaning` the fact in our own English words. `home`
    names what shows it: a pack section, a dialog, a document; `waits` is the subject of the issue that will.
    """

    id: str
    source: str
    lines: str
    quote: str
    meaning: str
    status: Status
    date: str
    home: str
    waits: str = ""


@dataclass(frozen=True)
class Topic:
    """A phenomenon (Vasa) or a theme (Östersund); `id` such as "exclusion/loneliness" or "integration".

    `name` is the page's own wording, `short` fits a button (one to four words), `office` the office that answers for
    it where the page says so, else empty. `grant` tells that whoever chooses it asks for money. `description` is a
    sentence that says whom and what the topic is about, by which needs are understood; it may be empty.
    """

    id: str
    name: Text
    short: Text
    fact: str
    office: str = ""
    grant: bool = False
    description: Text = field(default_factory=dict)


@dataclass(frozen=True)
class Challenge:
    """A heading of the catalogue with its topics. A one-level catalogue has one heading per topic."""

    id: str
    name: Text
    topics: tuple[Topic, ...]


@dataclass(frozen=True)
class Catalogue:
    """The challenges of a municipality, in the page's order. They are examples, never a closed list (V5)."""

    challenges: tuple[Challenge, ...]

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """Every topic by its id."""
        return {topic.id: topic for challenge in self.challenges for topic in challenge.topics}

    @cached_property
    def options(self) -> tuple["Option", ...]:
        """Every topic as something to choose: by its own wording, and by the short one."""
        topics = self.topics.values()
        return (*(Option(item.id, item.name) for item in topics), *(Option(item.id, item.short) for item in topics))

    def challenge_of(self, topic_id: str) -> Challenge:
        """Return the heading that a topic stands under. Raise `KeyError` if it is not in the catalogue."""
        above = {topic.id: challenge for challenge in self.challenges for topic in challenge.topics}
        return above[topic_id]


@dataclass(frozen=True)
class ExampleNeed:
    """A need as somebody may put it, with the topics that a reader would accept, best first."""

    text: str
    language: Language
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Likeness:
    """What a topic is like that no need was labelled with: learned labels and concepts, each with its part.

    A label is written with its list, such as `vasa:exclusion/loneliness`. A part of 1 gives the topic all that speaks
    for the label; more than 1 lets it win over the others of its pack.
    """

    labels: Mapping[str, float]
    concepts: Mapping[str, float]


@dataclass(frozen=True)
class Rule:
    """A dated rule of an office: what kind of request it takes from `valid_from` up to and including `valid_until`.

    `request` is `grant` or `cooperation`. When `accepts` is false, `successors` are the offices to go to instead:
    the last takes what is left, those before it what a need shows to be theirs. `note` says so kindly.
    """

    id: str
    request: str
    accepts: bool
    valid_from: date | None
    valid_until: date | None
    successors: tuple[str, ...]
    note: Text
    fact: str

    def holds(self, day: date) -> bool:
        """Tell whether the rule is in force on a day, both ends included."""
        after_start = self.valid_from is None or self.valid_from <= day
        return after_start and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True)
class Office:
    """A door of the municipality. `takes` and `refuses` are sentences; `role` is the contact role behind the door."""

    id: str
    name: Text
    why: Text
    takes: Text
    refuses: Text
    role: str
    status: Status
    facts: tuple[str, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True)
class ContactPerson:
    """A contact role. Packs hold no person's name, phone or mail: the operator fills `contact` from the settings.

    `ours` is false for a body outside the municipality, which the municipality's switchboard does not answer for.
    """

    id: str
    name: Text
    task: Text
    facts: tuple[str, ...]
    contact: str = ""
    ours: bool = True


@dataclass(frozen=True)
class OtherDoor:
    """Where an errand belongs that is no idea for associations, in the municipality's own words.

    `role` is the contact role behind the door, `fact` what the words rest on; both may be empty.
    """

    id: str
    words: Text
    role: str = ""
    fact: str = ""


@dataclass(frozen=True)
class Round:
    """A call for proposals: stage 1 ends at `deadline`, pitches begin at `pitch` and last `pitch_minutes` at most.

    `opens`, `decision` (the evening of that day), the pitch's `place` and `language` (codes with commas) are empty
    where nobody has said. `status` is what a person has set; only `is_open` decides. `slots` are times of proposals.
    """

    id: str
    name: Text = field(hash=False)
    status: Status
    opens: datetime | None
    deadline: datetime
    pitch: datetime | None
    pitch_minutes: int
    facts: tuple[str, ...] = field(hash=False)
    place: str = ""
    language: str = ""
    late: Late = Late.ASK
    slots: tuple[Slot, ...] = ()
    decision: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Tell whether proposals may be sent now: a person set it open, and the clock agrees.

        A historic round is open only to a clock that stands inside it, as the demo's does (decision 11).
        """
        set_open = self.status in (Status.OPEN, Status.HISTORIC)
        return set_open and (self.opens is None or self.opens <= now) and now <= self.deadline


@dataclass(frozen=True)
class Option:
    """One choice of a field: `value` is stored, `label` is seen."""

    value: str
    label: Text


@dataclass(frozen=True)
class Field:
    """One question of the proposal.

    `kind` names the kind of answer (`knowledge/answers/`), `section` is `basics` or `proposal`, `need` is R (required),
    O (optional) or C (on a condition); nothing blocks saving or export (V11). `asked` is false for optional fields
    that stand only in the summary. `limits` are the smallest and greatest length, number or count of the kind.
    `means` tells what Lots may do with the answer, `country` (FI or SE) that only associations of one are asked.
    `heading` is the label as it stands on a paper where a button has no room for it, `on_paper` the question where the
    answer says nothing without it. `part` is where it stands in the task list, `outline` the heading of an agreement
    that it stands under; the sections `agreement` and `municipality` are stage 2 (V20). `files`: which it takes.
    """

    id: str
    kind: str
    section: str
    need: str
    asked: bool
    limits: tuple[int, int]
    label: Text
    question: Text
    why: Text
    help: Text
    example: Text
    options: tuple[Option, ...]
    facts: tuple[str, ...]
    means: Meaning | None = None
    country: str = ""
    heading: Text = field(default_factory=dict)
    on_paper: Text = field(default_factory=dict)
    part: Part = Part.IDEA
    outline: Heading | None = None
    files: FilesWanted | None = None

    def heading_in(self, language: Language) -> str:
        """Return what stands over the answer on a paper."""
        return self.heading.get(language) or words(self.label, language)


@dataclass(frozen=True)
class CooperationForm:
    """How a form of cooperation is explained: its name, one sentence, when it fits, and what it is not."""

    form: Form
    name: Text
    explained: Text
    fits: Text
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """What others did, always with its year; `topics` are the topics or themes that it touches."""

    id: str
    year: str
    title: Text
    text: Text
    topics: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True)
class HelpLine:
    """A number for somebody in distress; `hours` in words."""

    id: str
    name: Text
    number: str
    hours: Text


@dataclass(frozen=True)
class Stop:
    """A topic that decides the form of cooperation by itself, such as care or sheltered housing (rules R4x, R4y).

    `office` is the door to go to, None where it is not the municipality's. `flags` name what must be said as well.
    """

    topic: str
    rule: str
    form: Form
    office: str | None
    second: tuple[Form, ...]
    flags: tuple[str, ...]
    fact: str


@dataclass(frozen=True)
class DocumentNames:
    """The two file names a municipality demands, in one document language: what follows the association's name."""

    basics: str
    proposal: str


@dataclass(frozen=True)
class Unknown:
    """What the page does not say: the question for the municipality, and the sentence that answers it today."""

    id: str
    question: Text
    answer: Text


@dataclass(frozen=True)
class Canned:
    """A ready-made text of the desk: what navigators call it, and what an association gets, with its gaps."""

    id: str
    label: Text
    text: Text


@dataclass(frozen=True)
class Told:
    """One sentence of an answer, and the fact that it rests on; `fact` is empty where the words are Lots' own.

    `silent` tells that the sentence only says that the page is silent.
    """

    text: Text
    fact: str
    silent: bool = False


@dataclass(frozen=True)
class Pack:
    """Everything Lots knows of one municipality; read on the day `read`, to be asked again by `verify_by`.

    `owner_quiet_days` are the working days after which a case goes back to the desk whose owner does nothing in it.
    `reminders` is the plan of who is reminded of what and when, `blanks` are forms that it wants to be filled in.
    `report_day` is the month and day (MM-DD) from which the desk is reminded of last year's numbers, empty for never.
    """

    id: str
    country: str
    zone: ZoneInfo
    currency: str
    read: date
    verify_by: date
    name: Text
    scheme: Text
    place_time: Text
    data_from: Text
    languages: tuple[Language, ...]
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    catalogue: Catalogue
    offices: tuple[Office, ...]
    roles: Mapping[str, ContactPerson]
    navigator: str
    registrar: str
    rounds: tuple[Round, ...]
    forms: tuple[CooperationForm, ...]
    partnership: Form
    fields: tuple[Field, ...]
    documents: Mapping[Language, DocumentNames]
    examples: tuple[Example, ...]
    help_lines: tuple[HelpLine, ...]
    stops: tuple[Stop, ...] = ()
    doors: Mapping[str, str] = field(default_factory=dict)
    other_doors: Mapping[str, OtherDoor] = field(default_factory=dict)
    goals: tuple[Option, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    notes: Mapping[str, Text] = field(default_factory=dict)
    questions: Mapping[str, tuple[Told, ...]] = field(default_factory=dict)
    alike: Mapping[str, Likeness] = field(default_factory=dict)
    needs: tuple[ExampleNeed, ...] = ()
    canned: tuple[Canned, ...] = ()
    owner_quiet_days: int = OWNER_QUIET_DAYS
    reminders: tuple[Rung, ...] = field(default_factory=common_plan)
    report_day: str = ""
    blanks: tuple[Blank, ...] = ()

    def office(self, office_id: str) -> Office:
        """Return an office by its id. Raise `KeyError` if the pack has no such door."""
        if (office := self.known_office(office_id)) is None:
            raise KeyError(office_id)
        return office

    def known_office(self, office_id: str) -> Office | None:
        """Return an office by its id, None if the pack has no such door."""
        return next((office for office in self.offices if office.id == office_id), None)

    @cached_property
    def fields_by_id(self) -> dict[str, Field]:
        """Every field by its id."""
        return {item.id: item for item in self.fields}

    @cached_property
    def asked(self) -> dict[str, tuple[Field, ...]]:
        """The fields that are asked, by section and in order; under "" those of both, the idea before the basics."""
        named = (*SECTIONS, AGREEMENT, OF_MUNICIPALITY)
        parts = {part: tuple(f for f in self.fields if f.asked and f.section == part) for part in named}
        return {**parts, "": parts["proposal"] + parts["basics"]}

    @cached_property
    def _asked_in(self) -> dict[tuple[str, str], tuple[Field, ...]]:
        countries = {"", *(item.country for item in self.fields)}
        return {
            (country, section): tuple(item for item in fields if item.country in {"", country})
            for country in countries
            for section, fields in self.asked.items()
        }

    def __hash__(self) -> int:
        return hash(self.id)

    def asked_in(self, country: str, section: str = "") -> tuple[Field, ...]:
        """Return the fields of a section that associations of a country are asked; without one, those of both."""
        return self._asked_in.get((country, section)) or self._asked_in["", section]

    @cached_property
    def _by_meaning(self) -> dict[Meaning, Field]:
        return {item.means: item for item in self.fields if item.means}

    def field_that_means(self, meaning: Meaning) -> Field | None:
        """Return the field whose answer tells something, None if the pack asks for no such thing."""
        return self._by_meaning.get(meaning)

    def round(self, round_id: str) -> Round | None:
        """Return a round by its id, None if the pack knows none such (any more)."""
        return next((item for item in self.rounds if item.id == round_id), None)

    def rung(self, kind: str) -> Rung | None:
        """Return a reminder of the plan by its kind, None if there is none such (any more)."""
        return next((rung for rung in self.reminders if rung.kind == kind), None)

    def open_round(self, now: datetime) -> Round | None:
        """Return the round that takes proposals now, if there is one."""
        return next((item for item in self.rounds if item.is_open(now)), None)

    def last_round(self) -> Round | None:
        """Return the latest round that the pack knows of, whatever its status."""
        return max(self.rounds, key=lambda item: item.deadline, default=None)


Packs = Mapping[str, Pack]
