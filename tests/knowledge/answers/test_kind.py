"""What the kinds say of themselves, all at a glance: who changes one sees here what else behaves so."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge.answers import KINDS, Kind, kind_of
from knowledge.answers.kind import SetAs
from knowledge.answers.kinds.chosen.ticks import TICKS
from knowledge.answers.kinds.chosen.topics import TOPICS
from knowledge.language import Language
from knowledge.municipality.pack import Option
from tests.knowledge.answers.fields import field, vasa

SAID: list[tuple[str, Callable[[Kind], object], str]] = [
    (
        "any words are an answer",
        lambda kind: kind.any_words,
        "address file funding-list goal implementations measures name partners person text texts topics",
    ),
    (
        "may be asked back",
        lambda kind: kind.may_be_asked_back,
        "address choice-text file funding-list goal implementations measures name partners person texts topics",
    ),
    (
        "a number is an answer",
        lambda kind: kind.is_number,
        (
            "account costs day funding-list implementations integer months org-number phone place-year register-number "
            "signatories staff yearly"
        ),
    ),
    ("takes several items", lambda kind: kind.several, "costs file funding-list measures partners texts ticks"),
    ("takes files", lambda kind: kind.takes_files, "file"),
    ("items may be alike", lambda kind: kind.may_repeat, "costs funding-list implementations measures"),
    ("an item a goal", lambda kind: kind.one_a_goal, "measures"),
    ("a name", lambda kind: kind.is_name, "name person"),
    ("yet to come", lambda kind: kind.is_planned, "day implementations period yearly"),
    ("a language in it", lambda kind: kind.names_a_language, "language pitch"),
    ("a number of the association's own", lambda kind: kind.own_number, "account phone"),
    ("its own place", lambda kind: kind.is_own_place, "address"),
    ("wants options", lambda kind: kind.needs_options, "ticks"),
    ("a table on paper", lambda kind: kind.table, "costs funding-list implementations yearly"),
    (
        "a list on paper",
        lambda kind: kind.set_as is SetAs.LIST,
        "file goal implementations measures partners texts ticks topics",
    ),
    (
        "parts on a line in a file",
        lambda kind: kind.between_parts,
        "account choice-text org-number period person pitch place-year signatories",
    ),
]


@pytest.mark.parametrize(("_says", "said", "names"), SAID, ids=[says for says, _, _ in SAID])
def test_which_kinds_behave_so(_says: str, said: Callable[[Kind], object], names: str) -> None:
    assert sorted(name for name, kind in KINDS.items() if said(kind)) == names.split()


def test_buttons_have_the_short_names_of_topics_and_no_way_to_know_nothing() -> None:
    topics = vasa().catalogue.topics.values()
    assert TOPICS.buttons(field("topics"), vasa()) == tuple(Option(topic.id, topic.short) for topic in topics)
    goals = [option.value for option in kind_of(field("goal")).buttons(field("goal"), vasa())]
    assert goals == [goal.value for goal in vasa().goals if goal.value != "unknown"]


def test_a_field_with_options_of_its_own_offers_them_whatever_the_pack_keeps_elsewhere() -> None:
    own = (Option("one", dict.fromkeys(Language, "One")), Option("unknown", dict.fromkeys(Language, "?")))
    for kind in (TICKS, TOPICS, KINDS["goal"]):
        one = replace(field(kind.name), options=own)
        assert (kind.options(one, vasa()), kind.buttons(one, vasa())) == (own, own[:1])
