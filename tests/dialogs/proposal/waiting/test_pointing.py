"""Words that only point at an answer: the text they mean is taken where it is known, else the answer is asked for."""

import pytest

from dialogs.records.need import Need
from tests.dialogs.proposal.a_question import asked, given_to, say

TOLD = "Gubbarna i byn sitter hemma hela vintern och pratar inte med någon"


@pytest.mark.parametrize(
    "text", ["Ks. edellä", "sama kuin edellä", "Samma som ovan.", "same as above", "käytä aiempaa"]
)
def test_what_was_told_before_is_the_need(text: str) -> None:
    stage = asked("FP02", need=Need(TOLD))
    say(stage, text)

    assert given_to(stage, "FP02") == TOLD


@pytest.mark.parametrize("field", ["FP02", "FP03", "FP05", "FP07", "FP14"])
@pytest.mark.parametrize("text", ["ks. liite", "Se bilaga", "see attached"])
def test_an_attachment_is_no_answer_and_files_have_a_question(field: str, text: str) -> None:
    stage = asked(field, need=Need(TOLD))
    say(stage, text)

    assert (field in stage.proposals["p1"].answers, "Bilagor" in stage.chats[101][-1].text) == (False, True)


def test_where_nothing_was_told_before_the_answer_is_asked_for() -> None:
    stage = asked("FP03", need=Need(TOLD))
    say(stage, "samma som ovan")

    assert ("FP03" in stage.proposals["p1"].answers, stage.sessions[101, 101].asking) == (False, "FP03")


def test_a_name_may_be_such_a_word() -> None:
    stage = asked("GU01")
    say(stage, "Samma")

    assert given_to(stage, "GU01") == "Samma"
