"""What went wrong in other forms and their documents, and must not here: rows 1 to 6 of the list of failures.

All is played with the real turns and the real makers of files, from a draft in which every question has an answer.
"""

import pytest

from dialogs.records.proposal import Answer
from knowledge.language import Language
from tests.bot.documents.papers import a_proposal, words_of
from tests.dialogs.together.two_people import ANNA, TITLE, alone, opened, press, said, say, session
from tests.stages.in_memory import Stage

FULL = {name: answer for name, answer in a_proposal().answers.items() if name != "FP01"}
PLAN = "Varje onsdag lagar vi mat ihop i byagården. Två ledare och sex frivilliga är med."
OTHER_PLAN = "Varje torsdag bakar vi bröd ihop i församlingshemmet. Fyra frivilliga är med."


def whole(**answers: Answer) -> Stage:
    """Anna at the overview of a draft without gaps."""
    return alone(**{**FULL, **answers})


def changing(stage: Stage, part: str, label: str) -> None:
    press(stage, ANNA, part)
    press(stage, ANNA, f"Ändra: {label}")


def offered(stage: Stage) -> list[str]:
    return [offer.label for offer in session(stage, ANNA).offers]


def files(stage: Stage, count: int = 4) -> list[str]:
    """The names of the newest files of her chat."""
    return [shown.file for shown in stage.chats[ANNA] if shown.file][-count:]


def plan(stage: Stage) -> str:
    return stage.proposals["p1"].answers["FP03"].said


@pytest.mark.parametrize("gone", [(), ("FP03", "FP07", "FP08", "FP13")])
def test_failure_1_a_saved_draft_can_be_sent_and_with_gaps_too(gone: tuple[str, ...]) -> None:
    """Row 1: a draft was saved but could not be submitted (hypha #4478)."""
    stage = alone(**{name: answer for name, answer in FULL.items() if name not in gone})
    press(stage, ANNA, "Skicka till kommunen")
    press(stage, ANNA, "Skicka till kommunen")
    assert said(stage, ANNA).startswith("Skickat. Ärende K7WM4.")
    assert list(stage.cases) == ["K7WM4"]


def test_failure_1_after_a_sending_nothing_calls_it_a_mere_draft() -> None:
    """Row 1: a mail said "draft" after a real submit (hypha #4678)."""
    stage = whole()
    press(stage, ANNA, "Skicka till kommunen")
    press(stage, ANNA, "Skicka till kommunen")
    say(stage, ANNA, "/proposals")
    assert said(stage, ANNA).split("\n")[:3] == [
        f'"{TITLE}": Sparat, inte skickat till registratorn.',
        "Kontaktpersonen har fått det, ärende K7WM4.",
        f"Ärende K7WM4: {TITLE} – väntar på kontaktpersonen",
    ]
    press(stage, ANNA, f"Öppna: {TITLE}")
    press(stage, ANNA, "Se allt")
    press(stage, ANNA, "Gör dokumenten")
    press(stage, ANNA, "Vi har skickat båda")
    say(stage, ANNA, "/proposals")
    assert "inte skickat" not in said(stage, ANNA)
    assert "Ni har sagt att båda dokumenten är skickade till registratorn" in said(stage, ANNA)


def test_failure_1_to_begin_twice_and_to_press_twice_makes_no_second_draft() -> None:
    """Row 1: a page that was loaded again made a second draft (hypha #3556)."""
    stage = whole()
    press(stage, ANNA, "Idén")
    shown = stage.chats[ANNA][-1]
    for _ in range(2):
        stage.press_at(ANNA, ANNA, shown, 0, name="Anna")
    say(stage, ANNA, "/start")
    opened(stage, ANNA)
    assert (list(stage.proposals), plan(stage)) == (["p1"], PLAN)


def test_failure_2_a_change_comes_back_to_where_it_was_asked_for() -> None:
    """Row 2: a changed answer threw people past the summary or the confirmation (XGov #859, #1292)."""
    stage = whole()
    for part, label, words in (("Idén", "Planen", OTHER_PLAN), ("Pitchen", "Pitchanförande", "Kassören, 5 minuter")):
        changing(stage, part, label)
        say(stage, ANNA, words)
        assert (session(stage, ANNA).place, f"Till delen: {part}" in offered(stage)) == ("proposal.summary", True)
        press(stage, ANNA, "Se allt")
    assert not stage.cases


def test_failure_2_to_go_back_wipes_no_answer() -> None:
    """Row 2: going back wiped the next answer (docassemble #74)."""
    stage = whole()
    before = stage.proposals["p1"].answers
    changing(stage, "Mål och genomförande", "Mätare")
    say(stage, ANNA, "tillbaka")
    press(stage, ANNA, "Se allt")
    changing(stage, "Pengar", "Kostnader")
    press(stage, ANNA, "Behåll svaret")
    assert stage.proposals["p1"].answers == before


@pytest.mark.slow
def test_failure_3_each_file_bears_the_association_s_name_and_the_new_one_after_a_change() -> None:
    """Row 3: files were called `file.pdf`, took another's name, or kept the old one (AL #195, #1035, #1036, #1056)."""
    stage = whole()
    press(stage, ANNA, "Gör dokumenten")
    assert files(stage) == _named("Vasa Exempelförening rf")
    press(stage, ANNA, "Ändra något")
    changing(stage, "Föreningen", "Föreningens namn")
    say(stage, ANNA, "Nya/gamla: namnet rf")
    press(stage, ANNA, "Gör dokumenten")
    assert files(stage) == _named("Nya-gamla- namnet rf")
    press(stage, ANNA, "Allt i en zip-fil")
    assert files(stage, 1) == ["Nya-gamla- namnet rf_handlingar.zip"]


def _named(association: str) -> list[str]:
    papers = ("grunduppgifter", "forslagspapper")
    return [f"{association}_{paper}.{ending}" for paper in papers for ending in ("pdf", "docx")]


@pytest.mark.slow
def test_failure_4_papers_keep_their_language_and_the_chat_its_own() -> None:
    """Row 4: a document came in the new language of the chat, and a template brought its own (AL #1070)."""
    stage = whole()
    press(stage, ANNA, "Gör dokumenten")
    say(stage, ANNA, "/language")
    press(stage, ANNA, "Suomeksi")
    assert "Molemmat asiakirjanne ovat valmiina, ruotsiksi:" in said(stage, ANNA)
    press(stage, ANNA, "Muuta jotain")
    say(stage, ANNA, "/proposals")
    press(stage, ANNA, f"Avaa: {TITLE}")
    press(stage, ANNA, "Näytä kaikki")
    press(stage, ANNA, "Tee asiakirjat")
    assert files(stage) == _named("Vasa Exempelförening rf")
    swedish = [words_of(name, content) for name, content in stage.papers[:4]]
    assert ["Förslagspapper" in one or "Föreningens grunduppgifter" in one for one in swedish] == [True] * 4
    press(stage, ANNA, "Tee ne suomeksi")
    assert files(stage)[-1].endswith("_ehdotuspaperi.docx")
    say(stage, ANNA, "/language")
    press(stage, ANNA, "På svenska")
    assert "på finska" in said(stage, ANNA)


@pytest.mark.parametrize(
    ("typed", "told"),
    [("kort", "4 tecken"), ("Vi bakar. " * 260, "2\u00a0599 tecken. Här ryms 2\u00a0000.")],
)
def test_failure_5_a_limit_is_shown_before_it_is_felt_and_told_when_it_is(typed: str, told: str) -> None:
    """Row 5: a length limit was set and not enforced, and nobody could tell whether it blocks (hypha #4640, #1988)."""
    for stage, kept in ((whole(), PLAN), (alone(), typed.strip())):
        changing(stage, "Idén", "Planen")
        assert "Svar: egna ord, 40–2\u00a0000 tecken." in said(stage, ANNA)
        say(stage, ANNA, typed.strip())
        assert (told in said(stage, ANNA), plan(stage)) == (True, kept)
        press(stage, ANNA, "Gå vidare")
        assert session(stage, ANNA).place == "proposal.summary"


def test_failure_6_whatever_comes_between_the_same_question_waits_once() -> None:
    """Row 6: after an interruption the wrong question came next, or the same one twice (rasa-sdk #389, rasa #7751)."""
    stage = alone(**{name: answer for name, answer in FULL.items() if name not in ("FP03", "FP05")})
    press(stage, ANNA, "Idén")
    press(stage, ANNA, "Ändra: Planen")
    for command in ("/dates", "/help", "/contact", "/privacy"):
        say(stage, ANNA, command)
        asked = [shown for shown in stage.chats[ANNA][-2:] if "· Planen" in shown.text]
        assert (command, len(asked), stage.chats[ANNA][-1] in asked) == (command, 1, True)
    say(stage, ANNA, OTHER_PLAN)
    assert (plan(stage), "· Planen" in said(stage, ANNA)) == (OTHER_PLAN, False)


@pytest.mark.parametrize("code", list(Language))
def test_failure_6_a_change_of_language_asks_the_same_question_again(code: Language) -> None:
    """Row 6, and rule 10 of what people expect: each command returns to the same question."""
    stage = whole()
    changing(stage, "Idén", "Planen")
    say(stage, ANNA, "/language")
    say(stage, ANNA, {"sv": "Svenska", "fi": "Suomeksi", "en": "In English"}[code])
    field = stage.world.packs["vasa"].fields_by_id["FP03"]
    assert f" · {field.label[code]}" in said(stage, ANNA)
    assert session(stage, ANNA).asking == "FP03"
