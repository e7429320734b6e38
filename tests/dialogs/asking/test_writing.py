"""The words of a question: the limit is said before, a long one is kept, words beside it are talk or notes."""

import pytest

from dialogs.conversation.events import Edited, Sender
from dialogs.office.question import LONGEST_QUESTION
from dialogs.records.thread import Topics
from tests.stages.asked_offices import (
    CASE,
    NORA,
    OFFICES,
    QUESTION,
    REFERENCE,
    WELFARE,
    a_town,
    ask,
    at_card,
    count,
    labels,
    newest,
    write,
)
from tests.stages.in_memory import STAFF, Stage

SENDER = Sender(STAFF, NORA, "Nora", "sv", staff="vasa", private=False)


def draft_of(stage: Stage) -> str:
    """The words that Nora's draft has, a dash for no draft."""
    drafts = stage.sessions[STAFF, NORA].desk.inquiries
    return drafts[REFERENCE].text if REFERENCE in drafts else "-"


def test_the_limit_stands_where_the_question_is_asked_for() -> None:
    stage = a_town()
    at_card(stage, "Fråga en enhet")
    assert f"Den får ha högst {LONGEST_QUESTION} tecken." in newest(stage, STAFF).text
    assert labels(newest(stage, STAFF)) == ["Fråga en enhet till", "Avbryt"]


def test_a_question_that_is_too_long_is_told_kept_and_mended_by_an_edit() -> None:
    stage = a_town()
    long = write(stage, "å" * (LONGEST_QUESTION + 1))
    assert long.text.startswith(f"Frågan i ärende {REFERENCE} har 501 tecken och får ha högst 500. Jag har kvar den")
    assert (draft_of(stage), count(stage, WELFARE)) == ("å" * 501, 0)
    written = stage.sessions[STAFF, NORA].desk.inquiries[REFERENCE].messages[0]
    stage.take(Edited(SENDER, "å" * LONGEST_QUESTION, written))
    assert "Skicka frågan" in labels(newest(stage, STAFF))
    assert draft_of(stage) == "å" * LONGEST_QUESTION


def test_a_shorter_one_replaces_it_also_a_number() -> None:
    stage = a_town()
    write(stage, "å" * 600)
    stage.say(STAFF, NORA, "1", name="Nora")
    assert draft_of(stage) == "1"


def test_a_reply_to_the_preview_writes_the_question_anew_and_other_words_are_talk() -> None:
    stage = a_town()
    shown = write(stage)
    before = count(stage, STAFF)
    stage.say(STAFF, NORA, "vi hörs efter lunch", name="Nora")
    assert (count(stage, STAFF), draft_of(stage)) == (before, QUESTION)
    stage.say(STAFF, NORA, "Har ni en sal?", name="Nora", reply_to=shown.number)
    assert draft_of(stage) == "Har ni en sal?"


def test_another_s_reply_to_a_preview_is_not_the_question() -> None:
    stage = a_town()
    shown = write(stage)
    stage.say(STAFF, 202, "Stryk det där", name="Niko", reply_to=shown.number)
    assert draft_of(stage) == QUESTION


def test_a_note_under_the_card_is_no_question_while_one_is_awaited() -> None:
    stage = a_town()
    at_card(stage, "Ta ärendet")
    card = stage.card(REFERENCE)
    at_card(stage, "Fråga en enhet")
    stage.say(STAFF, NORA, "ring Pekka först", name="Nora", reply_to=card.number)
    assert newest(stage, STAFF).text.startswith("Intern anteckning")
    assert (draft_of(stage), stage.cases[REFERENCE].messages[-1].text) == ("", "ring Pekka först")


def test_an_answer_and_a_question_in_one_case_are_two_things() -> None:
    stage = a_town()
    at_card(stage, "Svara föreningen")
    stage.say(STAFF, NORA, "Kom på onsdag", name="Nora")
    shown = write(stage)
    stage.say(STAFF, NORA, "Har ni en sal?", name="Nora", reply_to=shown.number)
    session = stage.sessions[STAFF, NORA]
    assert (session.drafts[REFERENCE].text, draft_of(stage)) == ("Kom på onsdag", "Har ni en sal?")


def test_change_asks_anew_and_cancel_leaves_nothing() -> None:
    stage = a_town()
    write(stage)
    stage.press(STAFF, NORA, "Ändra", name="Nora")
    assert "skriv frågan till" in newest(stage, STAFF).text
    stage.say(STAFF, NORA, "Avbryt", name="Nora")
    assert newest(stage, STAFF).text == f"Ingen fråga har skickats i ärende {REFERENCE}."
    assert (draft_of(stage), stage.sessions[STAFF, NORA].place) == ("-", "desk")


def test_a_file_is_no_question() -> None:
    stage = a_town()
    at_card(stage, "Fråga en enhet")
    stage.send_thing(STAFF, NORA, "sticker")
    assert draft_of(stage) == ""


def test_words_that_point_at_one_person_are_stopped() -> None:
    stage = a_town()
    shown = write(stage, "Känner ni 131052-308T?")
    assert (draft_of(stage), "enskild person" in shown.text) == ("", True)


@pytest.mark.parametrize("words", ["Fråga en enhet", "fråga en enhet."])
def test_what_is_written_before_another_office_is_asked_is_kept(words: str) -> None:
    stage = a_town(OFFICES)
    at_card(stage, words)
    stage.press(STAFF, NORA, "Integration", name="Nora")
    stage.say(STAFF, NORA, QUESTION, name="Nora")
    at_card(stage, words)
    stage.press(STAFF, NORA, "Välfärdstjänsterna", name="Nora")
    assert f"Till Välfärdstjänsterna från kontaktpersonen:\n\n{QUESTION}" in newest(stage, STAFF).text


def test_the_question_is_shown_again_in_another_language() -> None:
    stage = a_town()
    write(stage)
    stage.say(STAFF, NORA, "/language", name="Nora")
    stage.press(STAFF, NORA, "In English", name="Nora")
    assert "Send the question" in labels(newest(stage, STAFF))
    assert "Till Välfärdstjänsterna från kontaktpersonen:" in newest(stage, STAFF).text


def test_an_edit_after_the_question_has_gone_changes_nothing() -> None:
    stage = a_town()
    ask(stage)
    before = stage.cases[REFERENCE]
    stage.take(Edited(SENDER, "Något annat", stage.count))
    assert stage.cases[REFERENCE] == before


def test_words_in_the_topic_of_another_case_are_a_note_there_and_no_question() -> None:
    stage = a_town()
    stage.groups[STAFF] = Topics.ON
    stage.cases["P3QX9"] = CASE.but(reference="P3QX9", chat=102)
    for reference in (REFERENCE, "P3QX9"):
        stage.say(STAFF, NORA, f"Ta ärendet {reference}", name="Nora")
    threads = {title[:5]: number for number, title in stage.topics.items()}
    stage.say(STAFF, NORA, "Fråga en enhet", name="Nora", thread=threads[REFERENCE])
    stage.say(STAFF, NORA, "hon ringde i går", name="Nora", thread=threads["P3QX9"])
    assert [item.text for item in stage.cases["P3QX9"].messages][-1] == "hon ringde i går"
    stage.say(STAFF, NORA, QUESTION, name="Nora", thread=threads[REFERENCE])
    assert newest(stage, STAFF).text.startswith("Nora, så här ser frågan i ärende K7WM4 ut")
