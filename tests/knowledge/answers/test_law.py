"""The law of answers: what was typed stands in the documents as it was meant, or it was asked about.

Never another value: not by a space, a tab, a bullet, a currency, a heading, a total or a bracket.
"""

from dataclasses import astuple, is_dataclass
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dialogs.records.proposal import Answer
from knowledge.answers import Understood, read, show
from knowledge.answers.result import Json
from knowledge.language import Language
from knowledge.papers.paper import BASICS, PROPOSAL, paper
from tests.knowledge.answers.fields import vasa
from tests.knowledge.answers.made import Made, costs, everything, funding

pytestmark = pytest.mark.slow

ROWS = ("FP05", "FP07", "FP11", "FP12", "FP14")
"""The fields whose values are lists of items."""


def understood(made: Made, text: str, language: Language) -> Json | None:
    """The value of a text as the answer, None if it is asked about."""
    reading = read(vasa().fields_by_id[made.field], text, language, pack=vasa(), known={}, year=2023)
    return reading.value if isinstance(reading, Understood) else None


def meant(made: Made) -> Json:
    """What the answer means."""
    return list(made.values) if made.field in ROWS else made.values[0]


@settings(max_examples=250, deadline=None)
@given(everything(), st.sampled_from(list(Language)), st.sampled_from(("\n", "\r\n", " \n", "\n\n")))
def test_an_answer_is_what_was_meant_or_is_asked_about(made: Made, language: Language, ends: str) -> None:
    value = understood(made, ends.join(made.texts), language)
    assert value == meant(made) or (value is None and not made.plain)


@settings(max_examples=80, deadline=None)
@given(
    made=st.one_of(costs(), funding()),
    heading=st.sampled_from(("", "Budget 2027\n", "Vad\tSumma\n")),
    word=st.sampled_from(("Summa", "Totalt:", "Yhteensä", "Yht.", "Total", "SUMMA ", "Kaikki yhteensä")),
    off=st.sampled_from((0, 0, 1)),
)
def test_a_total_never_becomes_a_row(made: Made, heading: str, word: str, off: int) -> None:
    total = sum((Decimal(str(row["sum"])) for row in made.values), Decimal(0)) + off
    assume(not 1990 <= total <= 2100)  # "Summa 2027" may head a table
    budget = heading if made.field == "FP07" else ""
    value = understood(made, budget + "\n".join(made.texts) + f"\n{word} {total}", Language.SV)
    assert value == (None if off else meant(made))


@settings(max_examples=40, deadline=None)
@given(made=everything(), language=st.sampled_from(list(Language)))
def test_what_was_meant_stands_on_the_paper(made: Made, language: Language) -> None:
    text = "\n".join(made.texts)
    value = understood(made, text, language)
    answer = Answer("unclear", text) if value is None else Answer("given", text, value)
    kind = BASICS if made.field.startswith("GU") else PROPOSAL
    page = " ".join(words_of(paper(vasa(), {made.field: answer}, language, kind, None)))
    for expected in told(made, value, language):
        assert expected in page


def told(made: Made, value: Json, language: Language) -> list[str]:
    """What has to be found on a page: the names of the items, and a period or a length as it is shown."""
    if value is None:
        return [" ".join(made.texts[0].replace("\t", " ").split())[2:20]]
    if made.field in ROWS:
        named = [
            item if isinstance(item, str) else item.get("what") or item.get("source") or item["year"] for item in value
        ]
        return [str(name) for name in named]
    return show(vasa().fields_by_id[made.field], value, language, vasa()).splitlines()[:1]


def words_of(value: Any) -> list[str]:
    """Every word of a value made of values."""
    if is_dataclass(value) and not isinstance(value, type):
        value = astuple(value)
    if isinstance(value, str):
        return [value]
    return [word for part in value for word in words_of(part)] if isinstance(value, list | tuple) else []
