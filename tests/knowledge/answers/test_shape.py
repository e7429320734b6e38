"""Which kind of answer a value can be: its own, and those that look the same."""

from dataclasses import replace

import pytest

from dialogs.records.proposal import Answer
from knowledge.answers import KINDS, fits, of_another_kind, read, show
from knowledge.answers.result import Json
from knowledge.language import Language
from knowledge.municipality.load import load_packs
from tests.knowledge.answers.fields import field, value, vasa

NAMES = sorted(KINDS)
EXAMPLES: dict[str, Json] = {kind: value(kind, field(kind).example[Language.SV]) for kind in NAMES}
ODD: list[Json] = [None, True, 3, 2.5, "", "ord", [], ["ord"], [None], [[]], {}, {"what": "Hyra"}, [{"sum": 5}]]


@pytest.mark.parametrize("language", list(Language))
def test_what_a_reader_makes_of_an_example_fits_its_kind(language: Language) -> None:
    readings = [
        (one, read(one, one.example[language], language, pack=pack, known={}, year=2023))
        for pack in load_packs().values()
        for one in pack.fields
    ]
    assert [(one.kind, reading) for one, reading in readings if not fits(one, getattr(reading, "value", None))] == []


@pytest.mark.parametrize("kind", NAMES)
def test_what_fits_can_be_shown(kind: str) -> None:
    """A value that passes for another kind reads oddly at worst."""
    passing = [one for one in (*EXAMPLES.values(), *ODD) if KINDS[kind].fits(one)]
    shown = [show(replace(field(kind), kind=kind), one, Language.SV, vasa()) for one in passing]
    assert [type(text) for text in shown] == [str] * len(passing)
    assert EXAMPLES[kind] in passing


def test_only_alike_kinds_pass_for_one_another() -> None:
    words, numbers = {"text", "name", "address", "goal"}, {"integer", "months"}
    lines = {"ticks", "partners", "texts", "measures", "topics", "goal"}
    strings = words - {"goal"} | {"email", "url", "phone", "register-number", "language"}
    alike = {kind: {other for other in NAMES if KINDS[other].fits(EXAMPLES[kind])} for kind in NAMES}
    assert alike == (
        {kind: {kind} for kind in NAMES}
        | {kind: words | {kind} for kind in strings}
        | dict.fromkeys(numbers, numbers)
        | dict.fromkeys(lines, lines)
    )


def test_a_table_without_rows_is_no_answer_where_sums_are_compared() -> None:
    assert [kind for kind in NAMES if KINDS[kind].fits([])] == ["funding-list", "partners", "ticks"]


def test_only_given_answers_are_of_another_kind() -> None:
    rows = EXAMPLES["costs"]
    answers = {"FP07": Answer("given", "Hyra 500", rows), "FP08": Answer("given", "Hyra 500", rows)}
    answers |= {"FP12": Answer("unclear", "Hyra 500"), "FP13": Answer("skipped"), "OLD1": Answer("given", "x", rows)}
    assert of_another_kind(vasa().fields_by_id, answers) == ["FP08"]
