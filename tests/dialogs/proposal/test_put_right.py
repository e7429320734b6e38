"""An answer that is put right in the next breath, in three languages; other words stay what they are."""

import pytest

from dialogs.records.proposal import Answer
from tests.dialogs.proposal.a_question import asked, given_to, say

RENT = [{"what": "vuokra", "sum": 1200}, {"what": "ruoka", "sum": 300}]
ROWS = {"FP07": Answer("given", "vuokra: 1 200 €\nruoka: 300 €", RENT)}
LAST = [RENT[0], {"what": "ruoka", "sum": 3000}]
FIRST = [{"what": "vuokra", "sum": 1300}, RENT[1]]
PUT_RIGHT = {
    "fi ei kun 3000": LAST,
    "fi eiku ruoka 3 000": LAST,
    "fi ei, 3000": LAST,
    "fi siihen pitää tulla 3000 €": LAST,
    "fi ei kun vuokra 1300": FIRST,
    "fi vaihda vuokra 1 300": FIRST,
    "fi eikun kahvit 80": [RENT[0], {"what": "kahvit", "sum": 80}],
    "sv nej, 3000": LAST,
    "sv nej jag menade 3 000": LAST,
    "sv ändra vuokran till 1300": FIRST,
    "en no, I meant 3000": LAST,
    "en sorry, 3000": LAST,
    "en change vuokra to 1300": FIRST,
}
ADDED = {
    "fi ei palkkoja, matkat 90": [*RENT, {"what": "ei palkkoja, matkat", "sum": 90}],
    "sv nej tack till kaffe 90": [*RENT, {"what": "nej tack till kaffe", "sum": 90}],
    "fi muuta 90": [*RENT, {"what": "muuta", "sum": 90}],
}


@pytest.mark.parametrize(("said", "rows"), [*PUT_RIGHT.items(), *ADDED.items()])
def test_a_row_of_money(said: str, rows: list[object]) -> None:
    language, _, text = said.partition(" ")
    stage = asked("FP07", dict(ROWS), language)
    say(stage, text)

    assert given_to(stage, "FP07") == rows


@pytest.mark.parametrize(
    ("field", "former", "value", "text", "expected"),
    [
        ("FP13", "FP12", [{"year": None, "sum": 3000}], "ei kun 3500", [{"year": None, "sum": 3500}]),
        ("FP13", "FP12", [{"year": None, "sum": 3000}], "nej, 3500", [{"year": None, "sum": 3500}]),
        ("FP14", "FP13", 12, "eiku puolitoista vuotta", 18),
        ("FP14", "FP13", 12, "I meant 18 months", 18),
        ("FP10", "FP09", {"choice": "yes", "text": ""}, "eiku osittain", {"choice": "partly", "text": ""}),
        ("FP08", "FP07", RENT, "ei kun ruoka 3000", LAST),
    ],
)
def test_the_answer_to_the_question_before(field: str, former: str, value: object, text: str, expected: object) -> None:
    stage = asked(field, {former: Answer("given", "?", value)}, "fi")
    say(stage, text)

    assert (given_to(stage, former), stage.sessions[101, 101].asking) == (expected, field)
    assert field not in stage.proposals["p1"].answers


def test_an_answer_of_its_own_is_put_right_where_it_is_asked_again() -> None:
    stage = asked("FP13", {"FP12": Answer("given", "1", [{"year": None, "sum": 1}]), "FP13": Answer("given", "12", 12)})
    say(stage, "nej jag menade 18")

    assert (given_to(stage, "FP12"), given_to(stage, "FP13")) == ([{"year": None, "sum": 1}], 18)


@pytest.mark.parametrize(
    ("field", "text"), [("FP13", "nej, 24"), ("FP09", "nej, vi saknar kassör"), ("FP14", "ei ketään")]
)
def test_words_that_answer_the_question_in_hand_are_its_answer(field: str, text: str) -> None:
    stage = asked(field, {"FP12": Answer("given", "1", [{"year": None, "sum": 1}]), "FP13": Answer("given", "12", 12)})
    stage.proposals["p1"] = stage.proposals["p1"].but(
        answers={key: item for key, item in stage.proposals["p1"].answers.items() if key != field}
    )
    say(stage, text)

    assert (given_to(stage, "FP12"), field in stage.proposals["p1"].answers) == ([{"year": None, "sum": 1}], True)
