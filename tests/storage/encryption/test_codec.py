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

from dialogs.conversation.replies import Receipt
from dialogs.conversation.session import (
    ADVICE,
    ASIDE,
    CHANGE,
    CRITERIA,
    LANGUAGE,
    AdviceAnswers,
    AnswerDraft,
    AtDesk,
    Filling,
    Heard,
    Idea,
    Search,
    Session,
    WaitingQuestion,
    Way,
)
from dialogs.records.case import Case, Stray
from dialogs.records.proposal import Answer, Proposal
from dialogs.records.value import Value
from storage.encryption.codec import decode, encode, newest, to_json
from storage.errors import SchemaAhead
from storage.queue_items import NO_NOTES, Content, Kind, Notes, Paper
from storage.repositories.posts import AnyKept
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
of_release = pytest.mark.parametrize("release", RELEASED, ids=lambda path: path.name)


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


@of_release
@pytest.mark.parametrize("name", VALUES)
def test_what_a_released_program_wrote_still_means_the_same(release: Path, name: str) -> None:
    wrote = written(release, name)
    assert wrote[0] <= newest(KINDS[name])
    meant = only(VALUES[name], wrote[1])
    if wrote[0] < newest(KINDS[name]):
        meant = meant.but(**MEANT_IN_ITS_FIRST_SHAPE[name])
    assert decode(msgspec.json.encode(wrote), KINDS[name]) == meant


SAID_SO = {"chat_id": 7, "text": "hej"}
OF_DESK = {"chat": -5, "delivered": "fram", "refused": "inte fram", "about": "K7WM4"}
A_DRAFT = a_proposal()


@pytest.mark.parametrize(
    ("method", "payload", "meant"),
    [
        ("sendMessage", SAID_SO, Content("sendMessage", SAID_SO)),
        ("card", SAID_SO, Content("sendMessage", SAID_SO, kind=Kind.CARD)),
        ("sendPhoto", SAID_SO | {"_under_card": "K7WM4"}, Content("sendPhoto", SAID_SO, notes=Notes(under_card=True))),
        (
            "sendMessage",
            SAID_SO | {"_under_card": "", "_receipt": OF_DESK},
            Content("sendMessage", SAID_SO, notes=Notes(receipt=Receipt(-5, "fram", "inte fram", "K7WM4"))),
        ),
        (
            "documents",
            {"proposal": to_json(A_DRAFT), "language": "fi", "file": 3},
            Content("sendDocument", {}, kind=Kind.PAPER, notes=Notes(paper=Paper(A_DRAFT, "fi", 3))),
        ),
        ("export", {"language": "sv"}, Content("sendDocument", {}, kind=Kind.EXPORT)),
    ],
)
def test_a_message_with_its_notes_among_the_payload_says_the_same_beside_it(
    method: str, payload: dict[str, Any], meant: Content
) -> None:
    stored = [1, {"method": method, "payload": payload, "offers": [], "whom": None}]
    assert decode(msgspec.json.encode(stored), Content) == meant


def older(**kept: Any) -> Session:
    """A session of the first shape, with its ways back, its drawer of facts and its `draft`, as it is read today."""
    return decode(msgspec.json.encode([1, {"chat": 5, "user": 6, **kept}]), Session)


def test_what_stood_in_the_drawers_of_a_session_is_found_where_it_is_looked_for_now() -> None:
    facts = {
        "money": "yes",
        "office_told": "vasa|sv",
        "language_offered": "fi",
        "language_from": "need",
        "advice.who": "wise",
        "advice.need": "Vi vill",
        "advice.at": "scope",
        "advice.returns": "office",
        "advice.then": "advice.criteria",
        "name": "Byalaget rf",
        "message": "Hej?",
        "alone": "yes",
        "question": "När?",
        "question_from": "office",
        "sent": "7 8",
        "told_nameless": "2023-09-01",
        "stopped": "abc",
        "stray": "vi flyttar",
        "of another time": "kept nowhere",
    }
    heard = {"message": 3, "place": "proposal.ask", "returns": "office", "back_to": "proposal.summary", "draft": "more"}
    assert older(facts=facts, returns="person", back_to="proposal.summary", draft="basics", heard=heard) == Session(
        5,
        6,
        ways=(
            *(Way(ASIDE, "person"), Way(CHANGE, "proposal.summary"), Way(LANGUAGE, "need"), Way(ADVICE, "office")),
            Way(CRITERIA, "advice.criteria"),
        ),
        filling=Filling(part="basics"),
        search=Search(money=True, office_told="vasa|sv", language_offered="fi"),
        advice=AdviceAnswers({"who": "wise"}, "Vi vill", "scope"),
        idea=Idea("Byalaget rf", "Hej?", alone=True),
        waiting=WaitingQuestion("När?", "office"),
        desk=AtDesk((7, 8), "2023-09-01"),
        stopped="abc",
        strays=(Stray("vi flyttar"),),
        heard=Heard(
            3,
            place="proposal.ask",
            ways=(Way(ASIDE, "office"), Way(CHANGE, "proposal.summary")),
            filling=Filling(adding=True),
        ),
    )
    assert older() == Session(5, 6)


def test_the_one_answer_that_a_navigator_was_writing_is_an_answer_under_way() -> None:
    at_desk = older(place="desk.write", case="K7WM4", draft="Kom på onsdag", facts={"mode": "close"})
    answer = AnswerDraft("", "Kom på onsdag", closing=True)
    assert at_desk == Session(5, 6, place="desk.write", case="K7WM4", drafts={"K7WM4": answer})


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
