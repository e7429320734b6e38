"""A judged shape and its wordings -> the frozen `Pack`.

Runs only when nothing is wrong, so it looks up without asking. It joins ids with their words in every
language and gives wall times their zone.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from knowledge.calendar import WAKING_UNTIL, local
from knowledge.language import Language, Text
from knowledge.municipality.meaning import FilesWanted, Part
from knowledge.municipality.pack import (
    SECTIONS,
    Canned,
    Catalogue,
    Challenge,
    ContactPerson,
    CooperationForm,
    DocumentNames,
    Example,
    ExampleNeed,
    Fact,
    Field,
    HelpLine,
    Likeness,
    Office,
    Option,
    OtherDoor,
    Pack,
    Round,
    Rule,
    Source,
    Stop,
    Told,
    Topic,
    Unknown,
)
from knowledge.municipality.reminder_plan import plan_of
from knowledge.municipality.shape import (
    ChallengeShape,
    ExampleShape,
    FieldShape,
    LikenessShape,
    OfficeShape,
    PackShape,
    RoundShape,
    RuleShape,
    Shape,
    ToldShape,
)
from knowledge.municipality.wording_shape import NeedShape, WordingShape

Wordings = Mapping[Language, WordingShape]


def assemble(
    shape: PackShape, wordings: Wordings, lexicon: Mapping[str, LikenessShape], needs: Iterable[NeedShape] = ()
) -> Pack:
    """Join a pack's structure with its words, its lexicon and its needs. All must be free of problems."""
    zone = ZoneInfo(shape.zone)
    return Pack(
        id=shape.id,
        country=shape.country,
        zone=zone,
        currency=shape.currency,
        read=shape.read,
        verify_by=shape.verify_by,
        name=_top(wordings, "name"),
        scheme=_top(wordings, "scheme"),
        place_time=_top(wordings, "place_time"),
        data_from=_top(wordings, "data_from"),
        languages=shape.languages,
        sources={name: Source(name, **_values(source)) for name, source in shape.sources.items()},
        facts={number: Fact(number, **_values(fact)) for number, fact in shape.facts.items()},
        catalogue=_catalogue(shape, wordings),
        offices=tuple(_office(office, wordings) for office in shape.offices),
        roles=_roles(shape, wordings),
        navigator=shape.navigator,
        registrar=shape.registrar,
        rounds=tuple(_round(item, zone, wordings) for item in shape.rounds),
        forms=_forms(shape, wordings),
        partnership=shape.partnership,
        fields=tuple(_field(item, wordings) for item in shape.fields),
        documents={key: DocumentNames(**_values(names)) for key, names in shape.documents.items()},
        examples=_examples(shape, wordings),
        help_lines=_help_lines(shape, wordings),
        stops=tuple(Stop(**_values(stop)) for stop in shape.stops),
        doors=shape.doors,
        other_doors=_other_doors(shape, wordings),
        goals=tuple(Option(item.value, _plain(wordings, "goals", item.value)) for item in shape.goals),
        unknown=tuple(Unknown(name, **_inner(wordings, "unknown", name)) for name in shape.unknown),
        notes={name: _plain(wordings, "notes", name) for name in shape.notes},
        canned=tuple(Canned(name, **_inner(wordings, "canned", name)) for name in shape.canned),
        alike={topic: Likeness(own.labels, own.concepts) for topic, own in lexicon.items()},
        needs=tuple(ExampleNeed(need.text, need.lang, need.topics) for need in needs),
        owner_quiet_days=shape.owner_quiet_days,
        reminders=plan_of(shape, {kind: _plain(wordings, "reminders", kind) for kind in _worded(wordings)}),
        report_day=shape.report_day,
        questions={topic: tuple(_told(item, wordings) for item in items) for topic, items in shape.questions.items()},
    )


def _values(shape: Shape) -> dict[str, Any]:
    return {name: getattr(shape, name) for name in type(shape).model_fields}


def _top(wordings: Wordings, key: str) -> Text:
    return {language: getattr(wording, key) for language, wording in wordings.items()}


def _worded(wordings: Wordings) -> set[str]:
    return {kind for wording in wordings.values() for kind in wording.reminders}


def _plain(wordings: Wordings, section: str, name: str) -> Text:
    return {language: getattr(wording, section)[name] for language, wording in wordings.items()}


def _inner(wordings: Wordings, section: str, name: str) -> dict[str, Any]:
    """Return the words of an entry by its keys: `{"name": {sv: ..., fi: ..., en: ...}, ...}`."""
    entries = {language: getattr(wording, section)[name] for language, wording in wordings.items()}
    keys = next(iter(type(entry).model_fields for entry in entries.values()))
    return {key: {language: getattr(entry, key) for language, entry in entries.items()} for key in keys}


def _catalogue(shape: PackShape, wordings: Wordings) -> Catalogue:
    return Catalogue(tuple(_challenge(challenge, wordings) for challenge in shape.catalogue))


def _challenge(challenge: ChallengeShape, wordings: Wordings) -> Challenge:
    topics = tuple(
        Topic(
            id=topic.id,
            fact=topic.fact,
            office=topic.office,
            grant=topic.grant,
            **_inner(wordings, "topics", topic.id),
        )
        for topic in challenge.topics
    )
    return Challenge(challenge.id, _plain(wordings, "challenges", challenge.id), topics)


def _office(office: OfficeShape, wordings: Wordings) -> Office:
    return Office(
        id=office.id,
        role=office.role,
        status=office.status,
        facts=office.facts,
        rules=tuple(_rule(rule, wordings) for rule in office.rules),
        **_inner(wordings, "offices", office.id),
    )


def _rule(rule: RuleShape, wordings: Wordings) -> Rule:
    return Rule(
        id=rule.id,
        request=rule.request,
        accepts=rule.accepts,
        valid_from=rule.valid_from,
        valid_until=rule.valid_until,
        successors=rule.successors,
        note=_plain(wordings, "rules", rule.id),
        fact=rule.fact,
    )


def _roles(shape: PackShape, wordings: Wordings) -> dict[str, ContactPerson]:
    return {
        name: ContactPerson(id=name, facts=role.facts, ours=role.ours, **_inner(wordings, "roles", name))
        for name, role in shape.roles.items()
    }


def _other_doors(shape: PackShape, wordings: Wordings) -> dict[str, OtherDoor]:
    return {
        name: OtherDoor(name, _plain(wordings, "other_doors", name), door.role, door.fact)
        for name, door in shape.other_doors.items()
    }


def _round(item: RoundShape, zone: ZoneInfo, wordings: Wordings) -> Round:
    return Round(
        id=item.id,
        name=_plain(wordings, "rounds", item.id),
        status=item.status,
        opens=_in_zone(item.opens, zone),
        deadline=item.deadline.replace(tzinfo=zone),
        pitch=_in_zone(item.pitch, zone),
        pitch_minutes=item.pitch_minutes,
        facts=item.facts,
        decision=local(item.decision, WAKING_UNTIL, zone) if item.decision else None,
    )


def _in_zone(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    return moment.replace(tzinfo=zone) if moment else None


def _forms(shape: PackShape, wordings: Wordings) -> tuple[CooperationForm, ...]:
    return tuple(
        CooperationForm(form=item.form, facts=item.facts, **_inner(wordings, "forms", item.form.value))
        for item in shape.forms
    )


def _field(item: FieldShape, wordings: Wordings) -> Field:
    words = _inner(wordings, "fields", item.id)
    labels = words.pop("options")
    return Field(
        id=item.id,
        kind=item.kind,
        section=item.section,
        need=item.need,
        asked=item.asked,
        limits=item.limits,
        options=tuple(Option(value, _option(labels, value)) for value in item.options),
        facts=item.facts,
        means=item.means,
        country=item.country,
        part=item.part or (Part.IDEA if item.section == SECTIONS[0] else Part.ASSOCIATION),
        outline=item.outline,
        files=FilesWanted(item.files.types, item.files.megabytes) if item.files else None,
        **words,
    )


def _option(labels: Mapping[Language, Mapping[str, str]], value: str) -> Text:
    return {language: given[value] for language, given in labels.items()}


def _examples(shape: PackShape, wordings: Wordings) -> tuple[Example, ...]:
    return tuple(_example(item, wordings) for item in shape.examples)


def _example(item: ExampleShape, wordings: Wordings) -> Example:
    words = _inner(wordings, "examples", item.id)
    return Example(id=item.id, year=item.year, topics=item.topics, facts=item.facts, **words)


def _told(item: ToldShape, wordings: Wordings) -> Told:
    if item.unknown:
        return Told(_inner(wordings, "unknown", item.unknown)["answer"], item.fact, silent=True)
    return Told(_plain(wordings, "notes", item.note), item.fact)


def _help_lines(shape: PackShape, wordings: Wordings) -> tuple[HelpLine, ...]:
    return tuple(
        HelpLine(id=item.id, number=item.number, **_inner(wordings, "help_lines", item.id)) for item in shape.help_lines
    )
