"""Who answers what another has answered since the question was shown sees both answers and decides; none is lost."""

import pytest

from dialogs.records.attachment import Attachment
from dialogs.records.proposal import Answer
from dialogs.together.clash import loses, same
from tests.dialogs.together.two_people import ANNA, BO, FIELD, asked, lately, press, said, say, session, together
from tests.stages.in_memory import Stage

OF_ANNA = "Vi lagar mat tillsammans varje tisdag i byastugan, tjugo äldre och fem unga."
OF_BO = "Vi promenerar i skogen varje torsdag, med kaffe efteråt för dem som vill."


def both_wrote(stage: Stage) -> None:
    """Both have the question before them; Anna answers first."""
    asked(stage, BO)
    asked(stage, ANNA)
    say(stage, ANNA, OF_ANNA)
    say(stage, BO, OF_BO)


def stands(stage: Stage) -> str:
    return stage.proposals["p1"].answers[FIELD].said


def test_both_answers_are_shown_and_the_first_stands_meanwhile() -> None:
    stage = together()
    both_wrote(stage)
    assert stands(stage) == OF_ANNA
    for words in ("Anna har svarat på Planen (fre 1.9 kl. 09.00)", OF_ANNA, OF_BO):
        assert words in said(stage, BO)
    assert session(stage, BO).place == "together.clash"


@pytest.mark.parametrize(
    ("label", "standing", "aside"),
    [
        ("Det andra svaret", OF_ANNA, [OF_BO]),
        ("Mitt svar", OF_BO, [OF_BO, OF_ANNA]),
        ("Båda, efter varandra", f"{OF_ANNA}\n{OF_BO}", [OF_BO]),
    ],
)
def test_whoever_comes_second_decides_and_the_other_answer_is_kept(label: str, standing: str, aside: list[str]) -> None:
    stage = together()
    both_wrote(stage)
    press(stage, BO, label)
    assert stands(stage) == standing
    assert [change.answer.said for change in stage.earlier] == aside
    told = "Bo har ändrat ditt svar på Planen" in lately(stage, ANNA)
    assert told == (label == "Mitt svar")


def test_words_at_the_question_are_no_answer_until_it_is_decided() -> None:
    stage = together()
    both_wrote(stage)
    say(stage, BO, "men hallå")
    assert (stands(stage), session(stage, BO).place) == (OF_ANNA, "together.clash")
    say(stage, BO, "mitt svar")
    assert stands(stage) == OF_BO


def test_an_answer_that_changed_again_is_shown_before_it_is_replaced() -> None:
    stage = together()
    both_wrote(stage)
    asked(stage, ANNA)
    say(stage, ANNA, f"{OF_ANNA} Och sång.")
    press(stage, BO, "Mitt svar")
    assert stands(stage) == f"{OF_ANNA} Och sång."
    assert "Och sång." in said(stage, BO)
    press(stage, BO, "Mitt svar")
    assert stands(stage) == OF_BO


def test_an_answer_that_was_seen_can_be_replaced_at_once() -> None:
    stage = together()
    asked(stage, ANNA)
    say(stage, ANNA, OF_ANNA)
    asked(stage, BO)
    assert OF_ANNA in said(stage, BO)
    assert "Skrivet av Anna" in said(stage, BO)
    say(stage, BO, OF_BO)
    assert (stands(stage), session(stage, BO).place) == (OF_BO, "proposal.summary")


def test_a_question_of_which_nothing_was_seen_is_asked_anew_where_something_would_be_taken_away() -> None:
    stage = together()
    asked(stage, BO, "FP05")
    asked(stage, ANNA, "FP05")
    say(stage, ANNA, "Färre är ensamma i byn")
    say(stage, ANNA, "det var alla")
    say(stage, BO, "töm listan")
    assert "Anna har ändrat svaret sedan du såg det." in said(stage, BO)
    assert stage.proposals["p1"].answers["FP05"].value == ["Färre är ensamma i byn"]


def test_more_items_lose_nothing() -> None:
    one, two = Answer("given", "a", ["a"]), Answer("given", "a\nb", ["a", "b"])
    assert [loses(one, two), loses(one, one), loses(one, None), loses(two, one), loses(Answer("skipped"), None)] == [
        False,
        False,
        True,
        True,
        False,
    ]
    assert [same(one, one.but(by=7)), same(one, two), same(None, None), same(one, None)] == [True, False, True, False]


def test_files_that_two_people_send_stand_side_by_side_and_nobody_has_to_decide() -> None:
    stage = together()
    for who in (BO, ANNA):
        asked(stage, who, "GU19")
    for who, name in ((ANNA, "Budget.pdf"), (BO, "Stadgar.docx")):
        stage.send_thing(who, who, "document", attachment=Attachment("document", f"id of {name}", name, 90_000, name))
    assert [file["name"] for file in stage.proposals["p1"].answers["GU19"].value] == ["Budget.pdf", "Stadgar.docx"]
    assert session(stage, BO).place == "proposal.ask"


def test_too_long_an_answer_to_what_another_has_answered_is_kept_beside_it_and_the_other_stays_its_giver() -> None:
    stage = together()
    asked(stage, ANNA)
    say(stage, ANNA, OF_ANNA)
    asked(stage, BO)
    say(stage, BO, f"{OF_BO} " * 40)
    answer = stage.proposals["p1"].answers[FIELD]
    assert (answer.said, answer.unfitting.strip(), answer.by) == (OF_ANNA, f"{OF_BO} ".strip() + f" {OF_BO}" * 39, ANNA)
