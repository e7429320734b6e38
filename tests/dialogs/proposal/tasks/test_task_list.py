"""The task list: parts with their state, any order, each row changed and back again."""

import pytest

from dialogs.conversation.session import CHANGE, Filling, Session
from dialogs.proposal.tasks.task_list import open_part
from dialogs.records.proposal import Answer, Proposal
from tests.stages.in_memory import Stage, at
from tests.stages.standing import standing, world

ME = 101
COSTS = Answer("given", "Hyra 6000", [{"what": "Hyra", "sum": 6000}])
MOST_BUTTONS = 14
"""On any screen of the list, the person among them."""


def a_draft(answers: dict[str, Answer], place: str = "proposal.start") -> Stage:
    """A member with a draft of Vasa, who has just been shown a place."""
    stage = Stage(world(), at("2023-09-01T06:00"))
    stage.proposals["p1"] = Proposal("p1", ME, "vasa", "2023", "sv", answers)
    stage.sessions[ME, ME] = Session(ME, ME, "sv", "vasa", place, proposal="p1", greeted=True)
    stage.say(ME, ME, "/help")
    return stage


def session(stage: Stage) -> Session:
    return stage.sessions[ME, ME]


def labels(stage: Stage) -> list[str]:
    return [offer.label for offer in session(stage).offers]


def test_the_list_names_each_part_with_its_state() -> None:
    stage = a_draft({"FP07": COSTS, "FP12": Answer("unclear", "sådär")}, "proposal.summary")
    lines = stage.chats[ME][-1].text.splitlines()
    assert [line for line in lines if line.startswith(("Idén", "Pengar", "Pitchen"))] == [
        "Idén: inte påbörjat, ungefär 5 min",
        "Pengar: 1 av 4 svar, något behöver ses över, ungefär 2 min",
        "Pitchen: inte påbörjat, ungefär 1 min",
    ]
    assert len(labels(stage)) <= MOST_BUTTONS


def test_a_part_that_is_not_begun_opens_at_its_first_question_and_ends_in_the_list() -> None:
    stage = a_draft({}, "proposal.summary")
    stage.press(ME, ME, "Pengar")
    asked = []
    while session(stage).place == "proposal.ask":
        asked.append(session(stage).asking)
        stage.say(ME, ME, "Hoppa över")
    assert (asked, session(stage).place, session(stage).filling) == (
        ["FP07", "FP11", "FP12", "FP13"],
        "proposal.summary",
        Filling(),
    )


def test_a_part_that_is_begun_shows_its_rows_and_goes_on_where_it_was_left() -> None:
    stage = a_draft({"FP07": COSTS}, "proposal.summary")
    stage.say(ME, ME, "pengar")
    assert "Kostnader: Hyra: 6\u00a0000\u00a0€" in stage.chats[ME][-1].text
    assert labels(stage)[:2] == ["Fortsätt: Annan finansiering", "Ändra: Kostnader"]
    stage.press(ME, ME, "Fortsätt: Annan finansiering")
    assert (session(stage).asking, session(stage).filling.part) == ("FP11", "money")


def test_back_from_the_first_question_of_a_part_leads_to_the_list() -> None:
    stage = a_draft({}, "proposal.summary")
    stage.press(ME, ME, "Pengar")
    stage.say(ME, ME, "tillbaka")
    assert (session(stage).place, "Idén: inte påbörjat" in stage.chats[ME][-1].text) == ("proposal.summary", True)


@pytest.mark.parametrize("part", ["idea", "plan", "money", "together", "pitch", "association", "contact", "governance"])
def test_every_row_of_every_part_opens_and_leads_back(part: str) -> None:
    stage = a_draft({"FP01": Answer("given", "Köket", "Köket")}, "proposal.summary")
    stage.sessions[ME, ME] = session(stage).but(filling=Filling(part=part))
    stage.say(ME, ME, "/help")
    rows = [label for label in labels(stage) if label.startswith("Ändra: ")]
    assert rows
    assert len(labels(stage)) <= MOST_BUTTONS
    for row in rows:
        stage.press(ME, ME, row)
        assert (session(stage).place, session(stage).way_back(CHANGE)) == ("proposal.ask", "proposal.summary")
        stage.say(ME, ME, "tillbaka")
        assert (session(stage).place, stage.chats[ME][-1].text.startswith(row[7:])) == ("proposal.summary", True)
        stage.press(ME, ME, next(label for label in labels(stage) if label.startswith("Till delen: ")))
        assert [label for label in labels(stage) if label.startswith("Ändra: ")] == rows


@pytest.mark.parametrize("words", ["mål", "ändra mål", "Ändra: Mål"])
def test_a_row_is_opened_by_its_name_from_the_list(words: str) -> None:
    stage = a_draft({}, "proposal.summary")
    stage.say(ME, ME, words)
    assert (session(stage).place, session(stage).asking) == ("proposal.ask", "FP05")


@pytest.mark.parametrize("name", ["", "basics", "nonsense"])
def test_a_part_that_is_no_more_is_the_list(name: str) -> None:
    stage = a_draft({"FP07": COSTS}, "proposal.summary")
    turn = standing(session(stage), stage.proposals["p1"])
    found = open_part(turn, name).session
    assert (found.place, found.filling) == ("proposal.summary", Filling())


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_the_language_may_change_within_a_part(language: str) -> None:
    stage = a_draft({}, "proposal.summary")
    stage.press(ME, ME, "Pengar")
    stage.say(ME, ME, "/language")
    stage.press(ME, ME, {"sv": "Svenska", "fi": "Suomeksi", "en": "In English"}[language])
    assert (session(stage).asking, session(stage).filling.part) == ("FP07", "money")
