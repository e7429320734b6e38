"""The six conditions, read from a draft whose fields were of other kinds."""

from typing import Any

import pytest

from dialogs import texts
from dialogs.advice import result
from dialogs.conversation.session import Session
from dialogs.records.proposal import Answer, Proposal
from dialogs.records.value import Json
from knowledge.language import Language
from tests.stages.standing import standing

SESSION = Session(101, 101, "sv", "vasa", "advice.conditions", proposal="p1", greeted=True)
TRIAD = {"rules": "yes", "board": "no", "auditor": "yes"}
ANSWERS: dict[str, Json] = {
    "GU13": TRIAD,
    "GU14": "Vi lagar mat tillsammans",
    "GU15": {"paid": 1, "volunteers": 9},
    "GU16": [{"source": "Stiftelsen", "sum": 500, "note": ""}],
}
ODD: list[Json] = [None, True, 3, "ord", ["ord"], {"what": "Hyra"}, [[]], [{"what": "Hyra", "sum": 5}]]


def states(values: dict[str, Any]) -> list[str]:
    """What the page says of each condition."""
    answers = {key: Answer("given", "ord", value) for key, value in values.items()}
    page = result.conditions(standing(SESSION, Proposal("p1", 101, "vasa", "2023", "sv", answers)))
    words = {texts.plain(Language.SV, f"advice.states.{name}"): name for name in ("met", "missing", "unsure")}
    lines = page.replies[0].text.splitlines()
    return [words[word] for line in lines for word in words if line.endswith(word)]


def test_the_draft_tells_what_is_met() -> None:
    assert states(ANSWERS) == ["unsure", "met", "missing", "met", "met", "met"]
    assert states({"GU15": {"paid": 0, "volunteers": 9}, "GU16": []}) == [
        *("unsure", "unsure", "unsure", "unsure", "missing", "missing"),
    ]


@pytest.mark.parametrize("strange", ODD, ids=repr)
@pytest.mark.parametrize("field", ["GU13", "GU15", "GU16"])
def test_an_answer_of_another_shape_tells_nothing(field: str, strange: Json) -> None:
    without = {key: value for key, value in ANSWERS.items() if key != field}
    assert states({**ANSWERS, field: strange}) == states(without)


@pytest.mark.parametrize("strange", [item for item in ODD if item != "ord"], ids=repr)
def test_only_words_tell_of_an_activity(strange: Json) -> None:
    assert states({**ANSWERS, "GU14": strange})[3] == "unsure"
