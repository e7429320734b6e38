"""Answers that are lists: items one by one, a row taken away, a list begun again."""

import pytest
from hypothesis import given, settings

from dialogs.records.proposal import Answer
from tests.dialogs.proposal.a_question import LISTS, asked, given_to, say
from tests.knowledge.answers.made import Made, everything


@settings(max_examples=40, deadline=None)
@given(made=everything().filter(lambda made: made.field in LISTS))
def test_items_sent_one_by_one_make_the_same_answer(made: Made) -> None:
    stage = asked(made.field)
    taken = []
    for text, value in zip(made.texts, made.values, strict=True):
        before = given_to(stage, made.field)
        say(stage, text)
        taken += [value] if given_to(stage, made.field) != before else []
    assert given_to(stage, made.field) == taken
    assert len(taken) == len(made.values) or not made.plain


def test_the_same_measure_for_two_goals_is_kept_twice() -> None:
    goals = Answer("given", "", ["40 äldre har sällskap varje vecka", "Minst 25 män kommer varje vecka"])
    stage = asked("FP06", {"FP05": goals})
    say(stage, "Antal besök varje vecka")
    say(stage, "Antal besök varje vecka")
    assert given_to(stage, "FP06") == ["Antal besök varje vecka"] * 2


def test_two_rents_are_two_rows_and_a_total_ends_the_list() -> None:
    stage = asked("FP07")
    for text in ("Hyra 500", "Hyra 500", "Summa 1 000"):
        say(stage, text)
    assert given_to(stage, "FP07") == [{"what": "Hyra", "sum": 500}] * 2
    assert stage.sessions[101, 101].place == "proposal.summary"


def test_a_wrong_total_leaves_the_rows_as_they_are() -> None:
    stage = asked("FP07")
    for text in ("Hyra 500", "Summa 1 000"):
        say(stage, text)
    assert given_to(stage, "FP07") == [{"what": "Hyra", "sum": 500}]
    assert "500" in stage.chats[101][-1].text
    assert "1 000" in stage.chats[101][-1].text.replace("\u00a0", " ")


def test_no_more_ends_a_list() -> None:
    stage = asked("FP14")
    for text in ("Röda Korset", "inga fler"):
        say(stage, text)
    assert given_to(stage, "FP14") == ["Röda Korset"]
    assert stage.sessions[101, 101].place == "proposal.summary"


def test_more_goals_than_fit_are_asked_about_also_one_by_one() -> None:
    stage = asked("FP05")
    goals = [f"Mål nummer {place} är nått varje vecka" for place in range(1, 7)]
    say(stage, "\n".join(goals[:4]))
    say(stage, "\n".join(goals[4:]))
    assert given_to(stage, "FP05") == goals[:4]
    assert "6 mål" in stage.chats[101][-1].text


COSTS = Answer("given", "Hyra 500\nMat 300", [{"what": "Hyra", "sum": 500}, {"what": "Mat", "sum": 300}])
HELD = {
    "FP05": Answer("given", "", ["40 äldre har sällskap varje vecka"]),
    "FP07": COSTS,
    "FP11": Answer("given", "", [{"source": "STEA", "sum": 500, "note": "sökt"}]),
    "FP14": Answer("given", "", ["Röda Korset"]),
    "FP15": Answer("given", "", ["money"]),
}
MORE = {
    "FP05": "Minst 25 män kommer varje vecka",
    "FP07": "Buss 400",
    "FP11": "Kulturfonden 200",
    "FP14": "Folkhälsan",
    "FP15": "lokal",
}


@pytest.mark.parametrize("field", sorted(HELD))
def test_an_item_that_is_added_from_the_summary_leaves_the_others(field: str) -> None:
    stage = asked(field, HELD)
    say(stage, MORE[field])
    held, now = HELD[field].value, given_to(stage, field)
    assert isinstance(now, list)
    assert now[:-1] == held


@pytest.mark.parametrize(
    ("language", "words", "left"),
    [
        ("sv", "ta bort sista raden", ["Hyra"]),
        ("sv", "Ta bort hyran", ["Mat"]),
        ("fi", "hyra pois", ["Mat"]),
        ("en", "remove mat", ["Hyra"]),
        ("sv", "ta bort bussen", ["Hyra", "Mat"]),
    ],
)
def test_a_row_is_taken_away_by_its_place_or_its_name(language: str, words: str, left: list[str]) -> None:
    stage = asked("FP07", {"FP07": COSTS}, language)
    say(stage, words)
    assert given_to(stage, "FP07") == [row for row in COSTS.value if row["what"] in left]
    assert len(left) == 1 or "Inget är borttaget" in stage.chats[101][-1].text


@pytest.mark.parametrize(("language", "words"), [("sv", "börja om"), ("fi", "tyhjennä lista"), ("en", "start over")])
def test_a_list_is_begun_again_and_what_stood_there_is_said(language: str, words: str) -> None:
    stage = asked("FP07", {"FP07": COSTS}, language)
    say(stage, words)
    assert "FP07" not in stage.proposals["p1"].answers
    assert all(row["what"] in stage.chats[101][-1].text for row in COSTS.value)
    assert stage.sessions[101, 101].asking == "FP07"


def test_the_only_row_that_is_taken_away_leaves_the_question_open() -> None:
    stage = asked("FP14", HELD)
    stage.press(101, 101, "Ta bort sista raden")
    assert "FP14" not in stage.proposals["p1"].answers


def test_a_measure_more_than_there_are_goals_changes_nothing_and_that_is_said() -> None:
    stage = asked("FP06", HELD | {"FP06": Answer("given", "", ["Antal besök varje vecka"])})
    say(stage, "Antal samtal varje månad")
    assert given_to(stage, "FP06") == ["Antal besök varje vecka"]
    assert "ett mått för varje mål" in stage.chats[101][-1].text
