"""Values go to bytes and come back as they were, from this version of the program and from older ones."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import fields

from dialogs.conversation.session import (
    ASIDE,
    CHANGE,
    AdviceAnswers,
    Filling,
    Idea,
    Search,
    Session,
    Way,
)
from dialogs.records.case import Case
from dialogs.records.proposal import Answer, Proposal
from dialogs.records.value import Value
from storage.encryption.codec import decode, encode, newest, to_json
from storage.errors import SchemaAhead
from storage.queue_items import NO_NOTES, Kind
from storage.repositories.outgoing.posts import AnyKept
from tests.storage.building import NEED, OFFERS, a_case, a_proposal, said
from tests.storage.released import reading
from tests.storage.released.reading import RELEASED
from tests.storage.released.values import VALUES

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
numbers = st.integers(-(2**63), 2**63) | st.floats(allow_nan=False, allow_infinity=False)
json = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
answers = st.builds(Answer, state=texts, said=texts, value=json)
moments = st.none() | st.integers(1, 2**32).map(lambda second: datetime.fromtimestamp(second + 0.25, UTC))
proposals = st.builds(
    Proposal,
    id=texts,
    chat=st.integers(-(2**52), 2**52),
    municipality=texts,
    round=texts,
    document_language=texts,
    answers=st.dictionaries(texts, answers, max_size=5),
    created_at=moments,
    sent_at=moments,
    changed_at=moments,
    documents_at=moments,
    receipt_at=moments,
)


@given(proposals)
def test_a_proposal_comes_back_as_it_was(proposal: Proposal) -> None:
    assert decode(encode(proposal), Proposal) == proposal


@given(texts, st.dictionaries(texts, texts, max_size=4), st.integers(0, 2**31))
def test_a_session_comes_back_as_it_was(name: str, told: dict[str, str], revision: int) -> None:
    session = Session(
        -1001234567890, 42, idea=Idea(name), advice=AdviceAnswers(told), offers=OFFERS, need=NEED, revision=revision
    )
    assert decode(encode(session), Session) == session


def test_a_value_in_an_envelope_that_is_written_otherwise_comes_back_as_well() -> None:
    session = Session(-1001234567890, 42, place="start", offers=OFFERS)
    version, value = msgspec.json.decode(encode(session))
    otherwise = msgspec.json.format(msgspec.json.encode([version, value]), indent=1)
    assert decode(otherwise, Session) == session


@pytest.mark.parametrize("damaged", [b"", b"[2,", b"[2,]", b'[2,{"chat":1,"user":1}', b'[2,{"chat":1,"user":1}}'])
def test_what_is_no_whole_value_is_refused(damaged: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        decode(damaged, Session)


@given(proposals)
def test_plain_data_comes_back_as_a_value(proposal: Proposal) -> None:
    assert msgspec.convert(to_json(proposal), Proposal) == proposal


def test_a_case_comes_back_with_its_messages() -> None:
    case = a_case(messages=(said("hej"), said("antecknat", "navigator", internal=True)), version=3)
    assert decode(encode(case), Case) == case


MEANT_IN_ITS_FIRST_SHAPE = {
    "Session": {
        "ways": (Way(ASIDE, "office"), Way(CHANGE, "proposal.summary")),
        "filling": Filling(adding=True),
        "search": Search(money=True),
        "advice": AdviceAnswers({"who": "association"}),
    },
    "Content": {"kind": Kind.CALL, "notes": NO_NOTES},
}
"""What a value that was recorded in an older shape meant by the fields that are others now."""
KINDS: dict[str, Any] = {name: type(value) for name, value in VALUES.items()} | {"offers": AnyKept}
RECORDED = [
    pytest.param(release, name, id=f"{release.name} {name}")
    for release in RELEASED
    for name in msgspec.json.decode((release / reading.VALUES).read_bytes())
]
"""Each kind of value that a release knew; a newer kind has nothing to be read from it."""


def written(release: Path, name: str) -> Any:
    """What a released program's codec made of a value: the version of its shape and the value."""
    found = msgspec.json.decode((release / reading.VALUES).read_bytes())
    return found[name]


def only(value: Any, known: Any) -> Any:
    """A value with what is known of it; every other field has its default."""
    if isinstance(value, Value):
        names = [field.name for field in fields(value) if field.name in known]
        kind: Any = type(value)
        return kind(**{name: only(getattr(value, name), known[name]) for name in names})
    if isinstance(value, tuple):
        return tuple(only(item, of_it) for item, of_it in zip(value, known, strict=True))
    return {key: only(item, known[key]) for key, item in value.items()} if isinstance(value, dict) else value


def aged(value: Any, drawn: Callable[[str], bool]) -> Any:
    """A value as JSON with a key that nobody knows in each record, and without the fields that are drawn."""
    if isinstance(value, Value):
        kept = [field for field in fields(value) if field.required or not drawn(field.name)]
        return {"mood": {"glad": [1]}} | {field.name: aged(getattr(value, field.name), drawn) for field in kept}
    if isinstance(value, tuple):
        return [aged(item, drawn) for item in value]
    return {key: aged(item, drawn) for key, item in value.items()} if isinstance(value, dict) else to_json(value)


@pytest.mark.parametrize("name", VALUES)
def test_every_field_is_set_to_something(name: str) -> None:
    parts = VALUES[name] if isinstance(VALUES[name], tuple) else (VALUES[name],)
    ordinary = [field.name for part in parts for field in fields(part) if getattr(part, field.name) == field.default]
    assert ordinary == []


@pytest.mark.parametrize(("release", "name"), RECORDED)
def test_what_a_released_program_wrote_still_means_the_same(release: Path, name: str) -> None:
    wrote = written(release, name)
    assert wrote[0] <= newest(KINDS[name])
    meant = only(VALUES[name], wrote[1])
    if wrote[0] < newest(KINDS[name]):
        meant = meant.but(**MEANT_IN_ITS_FIRST_SHAPE[name])
    assert decode(msgspec.json.encode(wrote), KINDS[name]) == meant


@given(st.sampled_from(sorted(VALUES)), st.data())
@settings(deadline=None)
def test_strange_keys_are_passed_over_and_missing_ones_take_defaults(name: str, data: st.DataObject) -> None:
    shape = aged(VALUES[name], lambda field: data.draw(st.booleans(), label=f"without {field}"))
    assert decode(msgspec.json.encode([newest(KINDS[name]), shape]), KINDS[name]) == only(VALUES[name], shape)


@pytest.mark.parametrize("name", VALUES)
def test_an_envelope_may_grow(name: str) -> None:
    grown = msgspec.json.encode([newest(KINDS[name]), to_json(VALUES[name]), {"by": "0.9"}])
    assert decode(grown, KINDS[name]) == VALUES[name]


@pytest.mark.parametrize("name", VALUES)
@pytest.mark.parametrize("shape", [{"chat": 1, "user": 2}, ["another", "shape"], None])
def test_what_a_newer_program_wrote_is_refused_in_words(name: str, shape: Any) -> None:
    with pytest.raises(SchemaAhead) as caught:
        decode(msgspec.json.encode([newest(KINDS[name]) + 1, shape]), KINDS[name])
    assert str(caught.value) == (
        "A newer Lots has written to this database. Start that version, or restore an older backup."
    )


@pytest.mark.parametrize("value", ["a\ud83d", {"\udc00": ["b\ud800"]}])
def test_half_characters_do_not_stop_the_rest(value: Any) -> None:
    proposal = a_proposal(answers={"FP01": Answer("given", "kvar", value)})
    assert decode(encode(proposal), Proposal).answers["FP01"].said == "kvar"
