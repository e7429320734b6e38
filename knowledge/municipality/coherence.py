"""What must fit together inside a pack whose files have the right shape.

Each check looks at one kind of mistake: ids that lead nowhere or stand twice, dates that contradict each
other, impossible fields. A check yields the path of the mistake and a sentence; `validate.py` adds file and
line. The words are compared with the ids in `completeness.py`.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from itertools import combinations
from typing import Any
from zoneinfo import ZoneInfo

from knowledge.answers import KINDS
from knowledge.answers.meanings import NEEDED, READ_AS
from knowledge.calendar import MORNING, WAKING_UNTIL, is_working_day
from knowledge.municipality.meaning import MOST_FILES, MOST_TOGETHER, Meaning
from knowledge.municipality.pack import SECTIONS
from knowledge.municipality.shape import FieldShape, OfficeShape, PackShape, RoundShape, RuleShape, ToldShape
from knowledge.municipality.yaml_lines import Path
from knowledge.needs.other_doors import EVERYWHERE
from knowledge.questions.book import topics

Complaint = tuple[Path, str]

_HOMES = {
    "rounds": lambda pack: {item.id for item in pack.rounds},
    "offices": lambda pack: {item.id for item in pack.offices},
    "roles": lambda pack: set(pack.roles),
    "other_doors": lambda pack: set(pack.other_doors),
    "examples": lambda pack: {item.id for item in pack.examples},
    "fields": lambda pack: {item.id for item in pack.fields},
    "forms": lambda pack: {item.form.value for item in pack.forms},
    "notes": lambda pack: set(pack.notes),
    "unknown": lambda pack: set(pack.unknown),
}


def topic_ids(pack: PackShape) -> set[str]:
    """Return every topic that the catalogue holds."""
    return {topic.id for challenge in pack.catalogue for topic in challenge.topics}


def office_ids(pack: PackShape) -> set[str]:
    """Return every door that the pack names."""
    return {office.id for office in pack.offices}


def unknown_ids(pack: PackShape) -> Iterator[Complaint]:
    """Find references to a fact, office, role, topic, source or form that the pack does not have."""
    for path, kind, wanted in _references(pack):
        if wanted not in _known(pack, kind):
            yield path, f"no {kind} `{wanted}` in this pack"


def unknown_topics(pack: PackShape, topics: Iterable[str]) -> Iterator[Complaint]:
    """Find topics of a `lexicon.yaml` that the pack does not have."""
    known = topic_ids(pack)
    return (((topic,), f"no topic `{topic}` in this pack") for topic in topics if topic not in known)


def _known(pack: PackShape, kind: str) -> Collection[str]:
    match kind:
        case "fact":
            return pack.facts
        case "source":
            return pack.sources
        case "role":
            return pack.roles
        case "office":
            return office_ids(pack)
        case "topic":
            return topic_ids(pack)
        case _:
            return {item.form.value for item in pack.forms}


def _references(pack: PackShape) -> Iterator[tuple[Path, str, str]]:
    yield ("navigator",), "role", pack.navigator
    yield ("partnership",), "form", pack.partnership.value
    if pack.registrar:
        yield ("registrar",), "role", pack.registrar
    for number, fact in pack.facts.items():
        yield ("facts", number, "source"), "source", fact.source
    yield from _topic_references(pack)
    yield from _office_references(pack)
    yield from _door_references(pack)
    for path, wanted in _fact_lists(pack):
        yield path, "fact", wanted
    for row, example in enumerate(pack.examples):
        for place, topic in enumerate(example.topics):
            yield ("examples", row, "topics", place), "topic", topic


def _topic_references(pack: PackShape) -> Iterator[tuple[Path, str, str]]:
    for row, challenge in enumerate(pack.catalogue):
        for place, topic in enumerate(challenge.topics):
            path: Path = ("catalogue", row, "topics", place)
            yield (*path, "fact"), "fact", topic.fact
            if topic.office:
                yield (*path, "office"), "office", topic.office


def _office_references(pack: PackShape) -> Iterator[tuple[Path, str, str]]:
    for row, office in enumerate(pack.offices):
        yield ("offices", row, "role"), "role", office.role
        for place, rule in enumerate(office.rules):
            path: Path = ("offices", row, "rules", place)
            yield (*path, "fact"), "fact", rule.fact
            for turn, successor in enumerate(rule.successors):
                yield (*path, "successors", turn), "office", successor


def _door_references(pack: PackShape) -> Iterator[tuple[Path, str, str]]:
    for row, stop in enumerate(pack.stops):
        yield ("stops", row, "fact"), "fact", stop.fact
        if stop.office:
            yield ("stops", row, "office"), "office", stop.office
    for topic, office in pack.doors.items():
        yield ("doors", topic), "office", office
    for name, door in pack.other_doors.items():
        if door.role:
            yield ("other_doors", name, "role"), "role", door.role
        if door.fact:
            yield ("other_doors", name, "fact"), "fact", door.fact


def _fact_lists(pack: PackShape) -> Iterator[tuple[Path, str]]:
    lists: dict[str, Iterable[tuple[str | int, Any]]] = {
        "offices": enumerate(pack.offices),
        "roles": pack.roles.items(),
        "rounds": enumerate(pack.rounds),
        "forms": enumerate(pack.forms),
        "fields": enumerate(pack.fields),
        "examples": enumerate(pack.examples),
    }
    for section, items in lists.items():
        for key, item in items:
            for place, fact in enumerate(item.facts):
                yield (section, key, "facts", place), fact


def homeless_facts(pack: PackShape) -> Iterator[Complaint]:
    """Find facts that nothing shows and no issue waits for, and homes that are not in the pack."""
    for number, fact in pack.facts.items():
        section, _, wanted = fact.home.partition("/")
        if not fact.home and not fact.waits:
            yield ("facts", number), f"fact `{number}` has neither a home nor an issue it waits for"
        elif wanted and section in _HOMES and wanted not in _HOMES[section](pack):
            yield ("facts", number, "home"), f"no `{fact.home}` in this pack"


def wrong_questions(pack: PackShape) -> Iterator[Complaint]:
    """Find questions that nobody is understood to ask, and sentences that the pack does not have."""
    for topic, items in pack.questions.items():
        if topic not in topics():
            yield ("questions", topic), f"`{topic}` is no question that is recognised"
        for place, item in enumerate(items):
            yield from _wrong_sentence(("questions", topic, place), item, pack)


def _wrong_sentence(path: Path, item: ToldShape, pack: PackShape) -> Iterator[Complaint]:
    if bool(item.note) == bool(item.unknown):
        yield path, "write either a `note` or an `unknown`"
    elif item.note and item.note not in pack.notes:
        yield (*path, "note"), f"no note `{item.note}` in this pack"
    elif item.unknown and item.unknown not in pack.unknown:
        yield (*path, "unknown"), f"no unknown `{item.unknown}` in this pack"
    if item.fact and item.fact not in pack.facts:
        yield (*path, "fact"), f"no fact `{item.fact}` in this pack"


def repeated_ids(pack: PackShape) -> Iterator[Complaint]:
    """Find ids that stand twice in a list."""
    topics = [
        (("catalogue", row, "topics", place), topic.id)
        for row, challenge in enumerate(pack.catalogue)
        for place, topic in enumerate(challenge.topics)
    ]
    rules = [
        (("offices", row, "rules", place), rule.id)
        for row, office in enumerate(pack.offices)
        for place, rule in enumerate(office.rules)
    ]
    yield from _repeated(topics)
    yield from _repeated(rules)
    yield from _repeated([(("stops", row, "topic"), stop.topic) for row, stop in enumerate(pack.stops)])
    for section in ("catalogue", "offices", "rounds", "forms", "fields", "examples", "help_lines", "goals"):
        items = getattr(pack, section)
        yield from _repeated([((section, row), _id(item)) for row, item in enumerate(items)])
    for section in ("unknown", "notes"):
        yield from _repeated([((section, row), item) for row, item in enumerate(getattr(pack, section))])


def _id(item: Any) -> str:
    return str(getattr(item, "id", "") or getattr(item, "form", "") or getattr(item, "value", ""))


def _repeated(items: Iterable[tuple[Path, str]]) -> Iterator[Complaint]:
    seen: set[str] = set()
    for path, name in items:
        if name in seen:
            yield path, f"`{name}` stands twice"
        seen.add(name)


def wrong_dates(pack: PackShape) -> Iterator[Complaint]:
    """Find rounds, rules and a verify_by whose dates contradict each other."""
    if pack.verify_by <= pack.read:
        yield ("verify_by",), f"verify_by {pack.verify_by} is not after the day it was read, {pack.read}"
    for row, item in enumerate(pack.rounds):
        yield from _round_dates(("rounds", row), item, ZoneInfo(pack.zone))
    for row, office in enumerate(pack.offices):
        yield from _rule_dates(("offices", row, "rules"), office)


def _round_dates(path: Path, item: RoundShape, zone: ZoneInfo) -> Iterator[Complaint]:
    if item.opens and item.opens >= item.deadline:
        yield (*path, "opens"), f"round `{item.id}` opens after its deadline"
    if item.pitch and item.pitch < item.deadline:
        yield (*path, "pitch"), f"round `{item.id}` has its pitch before its deadline"
    if item.decision and item.decision < (item.pitch or item.deadline).date():
        yield (*path, "decision"), f"round `{item.id}` is decided before its pitch or its deadline"
    for name in ("opens", "deadline", "pitch"):
        moment = getattr(item, name)
        if moment and not _one_moment(moment, zone):
            yield (*path, name), f"{moment:%Y-%m-%dT%H:%M} is not one moment in {zone}, the clocks change"


def _one_moment(moment: datetime, zone: ZoneInfo) -> bool:
    first, second = moment.replace(tzinfo=zone, fold=0), moment.replace(tzinfo=zone, fold=1)
    return first.utcoffset() == second.utcoffset()


def _rule_dates(path: Path, office: OfficeShape) -> Iterator[Complaint]:
    for place, rule in enumerate(office.rules):
        if rule.valid_from and rule.valid_until and rule.valid_until < rule.valid_from:
            yield (*path, place, "valid_until"), f"rule `{rule.id}` ends before it begins"
        if not rule.accepts and office.id in rule.successors:
            yield (*path, place, "successors"), f"rule `{rule.id}` sends people back to `{office.id}`"
    for (_, first), (place, second) in combinations(enumerate(office.rules), 2):
        if first.request == second.request and _overlap(first, second):
            yield (*path, place), f"rules `{first.id}` and `{second.id}` overlap for a {first.request}"


def _overlap(first: RuleShape, second: RuleShape) -> bool:
    starts = max(first.valid_from or date.min, second.valid_from or date.min)
    return starts <= min(first.valid_until or date.max, second.valid_until or date.max)


def wrong_fields(pack: PackShape) -> Iterator[Complaint]:
    """Find fields with impossible limits, and choices without options."""
    for row, item in enumerate(pack.fields):
        low, high = item.limits
        if low > high:
            yield ("fields", row, "limits"), f"field `{item.id}` has limits {low} > {high}"
        if KINDS[item.kind].needs_options and not item.options:
            yield ("fields", row), f"field `{item.id}` is {item.kind} without options"


def wrong_files(pack: PackShape) -> Iterator[Complaint]:
    """Find questions that do not say which files they take, or take more than can be sent on."""
    for row, item in enumerate(pack.fields):
        path: Path = ("fields", row)
        if item.files is not None and not KINDS[item.kind].takes_files:
            yield (*path, "files"), f"field `{item.id}` is {item.kind}, which takes no files"
        elif item.files is None and KINDS[item.kind].takes_files:
            yield (
                path,
                f"field `{item.id}` is {item.kind} without `files: {{types: [pdf], megabytes: 5}}`",
            )
        elif item.files is not None:
            yield from _wrong_files_of(path, item)
    together = sum(item.limits[1] * item.files.megabytes for item in pack.fields if item.files is not None)
    if together > MOST_TOGETHER:
        named = next(row for row, item in enumerate(pack.fields) if item.files is not None)
        yield ("fields", named, "files"), f"all files may come to {together} MB; at most {MOST_TOGETHER} can be sent on"


def _wrong_files_of(path: Path, item: FieldShape) -> Iterator[Complaint]:
    low, high = item.limits
    if low < 0 or not 1 <= high <= MOST_FILES:
        yield (*path, "limits"), f"field `{item.id}` takes {low} to {high} files; write [0, 1] to [0, {MOST_FILES}]"
    if item.section not in SECTIONS:
        yield (*path, "section"), f"field `{item.id}` takes files, which only {' and '.join(SECTIONS)} can"
    if item.files is not None and len(set(item.files.types)) < len(item.files.types):
        yield (*path, "files", "types"), f"field `{item.id}` names a type of files twice"


def wrong_meanings(pack: PackShape) -> Iterator[Complaint]:
    """Find meanings that two fields have, that no field has, or that cannot be read from a field of the kind."""
    met: dict[Meaning, str] = {}
    for row, item in enumerate(pack.fields):
        if item.means is None:
            continue
        path: Path = ("fields", row, "means")
        if item.means in met:
            yield path, f"fields `{met[item.means]}` and `{item.id}` both mean `{item.means}`"
        met.setdefault(item.means, item.id)
        kinds = [kind.name for kind in READ_AS.get(item.means, ())]
        if kinds and item.kind not in kinds:
            yield path, f"field `{item.id}` means `{item.means}`, which is read from `{kinds[0]}`, not `{item.kind}`"
    for meaning in NEEDED:
        if meaning not in met:
            yield ("fields",), f"no field means `{meaning}`"
    for row, item in enumerate(pack.fields):
        if KINDS[item.kind].one_a_goal and Meaning.GOALS not in met:
            yield ("fields", row), f"field `{item.id}` has an item for each goal, but no field means `{Meaning.GOALS}`"


def equal_documents(pack: PackShape) -> Iterator[Complaint]:
    """Find two documents of one language with one name: the second would be written over the first."""
    for language, names in pack.documents.items():
        if names.basics.casefold() == names.proposal.casefold():
            yield ("documents", language, "proposal"), f"both documents are called `{names.proposal}`"


def unreachable_deadlines(pack: PackShape) -> Iterator[Complaint]:
    """Find deadlines on a holiday, before 09.00 or after 20.00: the last reminder before them comes a day earlier."""
    for row, item in enumerate(pack.rounds):
        day, at = item.deadline.date(), item.deadline.time()
        if not is_working_day(day, pack.country):
            yield ("rounds", row, "deadline"), f"round `{item.id}` ends on a holiday, {day}: offices are closed"
        if not MORNING <= at <= WAKING_UNTIL:
            yield ("rounds", row, "deadline"), f"round `{item.id}` ends at {at:%H.%M}, when nobody is reminded"


def doors_without_errands(pack: PackShape) -> Iterator[Complaint]:
    """Find other doors that Lots does not know: nobody is sent there before the matcher has learned whom to send."""
    for name in pack.other_doors:
        if name not in EVERYWHERE:
            yield ("other_doors", name), f"`{name}` is none of the doors that are recognised: {', '.join(EVERYWHERE)}"


def overdue(pack: PackShape, today: date) -> Iterator[Complaint]:
    """Tell that the pack should have been asked again by now."""
    if pack.verify_by < today:
        yield ("verify_by",), f"not confirmed since {pack.read}: verify_by {pack.verify_by} has passed"
