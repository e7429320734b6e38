"""A question of the form: its buttons, its items over several messages, and what is asked again.

The law: items that are sent one after the other make the same answer as all of them at once, or were asked about.
"""

import pytest
from hypothesis import given, settings

from dialogs.records.proposal import Answer
from knowledge.normalising import visible
from tests.dialogs.proposal.a_question import LISTS, asked, given_to, say
from tests.knowledge.answers.made import Made, everything


@settings(max_examples=25, deadline=None)
@given(made=everything().filter(lambda made: made.field not in LISTS))
def test_what_is_said_at_once_is_what_was_meant_or_is_asked_again(made: Made) -> None:
    stage = asked(made.field)
    say(stage, "\n".join(made.texts))
    expected = list(made.values) if made.field == "FP12" else made.values[0]
    answer = stage.proposals["p1"].answers[made.field]
    assert (answer.state, answer.value) in [("given", expected), ("unclear", None)]
    assert answer.said == visible("\n".join(made.texts))


def test_several_ticks_by_number_or_by_words() -> None:
    for text in ("1 och 2", "1, 2", "pengar och lokal"):
        stage = asked("FP15")
        say(stage, text)
        assert given_to(stage, "FP15") == ["money", "premises"], text
    stage = asked("FP15", language="fi")
    say(stage, "Tila, joku työryhmään")
    assert given_to(stage, "FP15") == ["premises", "working-group"]


ASKED_BACK = [
    ("FP02", "sv", "Vad händer om man hoppar över?"),
    ("FP03", "sv", "måste man svara på alla frågor?"),
    ("FP04", "sv", "vad menas med planen?"),
    ("FP05", "sv", "vad är ett mål?"),
    ("FP07", "fi", "pitääkö arvonlisävero laskea mukaan?"),
    ("FP11", "sv", "räknas medlemsavgifter?"),
    ("FP14", "en", "do we have to have a partner?"),
    ("GU05", "fi", "kenen osoite tähän tulee?"),
]


@pytest.mark.parametrize(("field", "language", "text"), ASKED_BACK)
def test_a_question_in_place_of_an_answer_is_not_kept(field: str, language: str, text: str) -> None:
    stage = asked(field, language=language)
    say(stage, text)
    answer = stage.proposals["p1"].answers.get(field)
    assert (answer, stage.sessions[101, 101].asking) == (None, field)


@pytest.mark.parametrize(("field", "text"), [("FP01", "Vem bryr sig?"), ("FP12", "12500?"), ("FP04", "Ensamhet?")])
def test_an_answer_with_a_question_mark_is_still_an_answer(field: str, text: str) -> None:
    stage = asked(field)
    say(stage, text)
    assert stage.proposals["p1"].answers[field].state == "given"


WAYS_ON = [
    ("sv", "hoppa", "skipped"),
    ("fi", "ohita", "skipped"),
    ("sv", "nästa", "unclear"),
    ("fi", "seuraava", "unclear"),
    ("fi", "siinä kaikki", "unclear"),
    ("sv", "det var alla", "unclear"),
    ("sv", "spara", "unclear"),
    ("sv", "föregående", "unclear"),
]


@pytest.mark.parametrize(("language", "words", "state"), WAYS_ON)
def test_words_for_going_on_are_buttons_also_after_an_error(language: str, words: str, state: str) -> None:
    stage = asked("FP07", language=language)
    say(stage, "lön")
    say(stage, words)
    assert stage.proposals["p1"].answers["FP07"] == Answer(state, "lön")
    assert stage.sessions[101, 101].place in {"proposal.summary", "welcome.back"}


@pytest.mark.parametrize(
    ("language", "words", "spoken"),
    [("sv", "suomeksi", "fi"), ("sv", "Suomi", "fi"), ("fi", "ruotsiksi", "sv"), ("fi", "englanniksi", "en")],
)
def test_the_name_of_a_language_is_no_answer(language: str, words: str, spoken: str) -> None:
    stage = asked("FP05", language=language)
    say(stage, words)
    session = stage.sessions[101, 101]
    assert (session.language, session.asking, "FP05" in stage.proposals["p1"].answers) == (spoken, "FP05", False)


KEPT = ["behåll svaret", "siinä kaikki", "det var alla", "That was all", "pidä vastaus"]


@pytest.mark.parametrize("words", KEPT)
def test_where_nothing_was_answered_there_is_nothing_to_keep(words: str) -> None:
    stage = asked("FP07")
    say(stage, words)
    session = stage.sessions[101, 101]
    assert (session.place, session.asking, stage.proposals["p1"].answers) == ("proposal.ask", "FP07", {})
    assert stage.chats[101][-1].text.startswith("Här finns inget svar att behålla än.")


@pytest.mark.parametrize("words", ["nästa", "gå vidare", "jatka", "next question"])
def test_going_on_from_an_open_question_says_that_it_is_left_out(words: str) -> None:
    stage = asked("FP07")
    say(stage, words)
    assert stage.proposals["p1"].answers["FP07"] == Answer("skipped")
    assert stage.chats[101][-1].text.startswith("Överhoppad: Kostnader.")


@pytest.mark.parametrize(("field", "text"), [("GU08", "nej"), ("GU11", "vi har inget"), ("GU02", "ei ole")])
def test_that_there_is_none_leaves_the_question_out_and_says_so(field: str, text: str) -> None:
    stage = asked(field)
    say(stage, text)
    assert stage.proposals["p1"].answers[field] == Answer("skipped")
    assert stage.chats[101][-1].text


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_the_first_of_two_measures_is_taken_and_the_second_asked_for(language: str) -> None:
    goals = Answer("given", "40 möts\n10 kan simma", ["40 möts", "10 kan simma"])
    stage = asked("FP06", {"FP05": goals}, language)
    say(stage, "Antal möten, 40")

    said = stage.chats[101][-1].text
    assert (given_to(stage, "FP06"), said.count("10 kan simma"), "1 m" in said) == (["Antal möten, 40"], 1, False)
