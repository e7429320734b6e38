"""Values go to bytes and come back as they were, from this version of the program and from older ones."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.session import Session
from dialogs.values import Answer, Case, Proposal
from storage.codec import decode, encode, to_json
from storage.errors import SchemaAhead
from tests.storage.building import NEED, OFFERS, a_case, a_proposal, said

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
def test_a_session_comes_back_as_it_was(draft: str, facts: dict[str, str], revision: int) -> None:
    session = Session(-1001234567890, 42, draft=draft, facts=facts, offers=OFFERS, need=NEED, revision=revision)
    assert decode(encode(session), Session) == session


@given(proposals)
def test_plain_data_comes_back_as_a_value(proposal: Proposal) -> None:
    assert msgspec.convert(to_json(proposal), Proposal) == proposal


def test_a_case_comes_back_with_its_messages() -> None:
    case = a_case(messages=(said("hej"), said("antecknat", "navigator", internal=True)), version=3)
    assert decode(encode(case), Case) == case


@dataclass(frozen=True)
class Older:
    """A session as an older program knew it, with something that has gone since."""

    chat: int
    user: int
    language: str = "sv"
    mood: str = "glad"


def test_what_an_older_program_wrote_loads_with_defaults() -> None:
    assert decode(encode(Older(1, 2)), Session) == Session(1, 2, language="sv")


def test_what_a_newer_program_wrote_is_refused_in_words() -> None:
    with pytest.raises(SchemaAhead, match="newer"):
        decode(b'[2, {"chat": 1, "user": 2}]', Session)


@pytest.mark.parametrize("value", ["a\ud83d", {"\udc00": ["b\ud800"]}])
def test_half_characters_do_not_stop_the_rest(value: Any) -> None:
    proposal = a_proposal(answers={"FP01": Answer("given", "kvar", value)})
    assert decode(encode(proposal), Proposal).answers["FP01"].said == "kvar"
