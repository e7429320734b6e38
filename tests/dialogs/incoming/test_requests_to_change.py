"""A question is opened by its name where somebody wants to change it, from another question and from the summary."""

import pytest

from tests.dialogs.proposal.a_question import asked, say

WISHES = {
    "vaihda yhteyshenkilö": "GU09",
    "haluan muuttaa aikataulua": "FP08",
    "muuta idean nimeä": "FP01",
    "ändra tidtabellen": "FP08",
    "vi vill byta kontaktperson": "GU09",
    "change the contact person": "GU09",
}


@pytest.mark.parametrize(("text", "field"), WISHES.items())
def test_a_wish_to_change_opens_the_question_and_is_no_answer(text: str, field: str) -> None:
    stage = asked("FP03", language="fi")
    say(stage, text)

    assert (stage.sessions[101, 101].asking, "FP03" in stage.proposals["p1"].answers) == (field, False)


def test_of_several_questions_the_one_in_the_same_part_is_meant() -> None:
    stage = asked("FP03", language="fi")
    say(stage, "vaihda nimi")

    assert (stage.sessions[101, 101].asking, "FP03" in stage.proposals["p1"].answers) == ("FP01", False)


@pytest.mark.parametrize("text", ["vaihda vaatteita kerran kuussa", "ändra attityder i byn"])
def test_other_words_are_an_answer(text: str) -> None:
    stage = asked("FP03", language="fi")
    say(stage, text)

    assert (stage.sessions[101, 101].asking, "FP03" in stage.proposals["p1"].answers) == ("FP03", True)
