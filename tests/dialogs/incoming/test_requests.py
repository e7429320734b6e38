"""What is asked of Lots in a sentence beside the question of a draft."""

import json
from pathlib import Path

import pytest

from dialogs.conversation import own_proposals
from dialogs.conversation.events import Said
from dialogs.conversation.turn import Turn
from dialogs.incoming import requests
from dialogs.step import PLACES
from dialogs.texts import plain
from knowledge.language import Language
from knowledge.needs import corpora
from tests.dialogs.incoming.test_typed_anywhere import said
from tests.stages.screens import DRAFT, HER, NOW, ONE_PACK, SNAPSHOT, screen

PLAN = "proposal.ask FP03"
ASKED = {
    "pause": ("vi fortsätter imorgon", "Jag slutar för idag, tack", "jatketaan huomenna", "let's stop here for today"),
    "part": ("visa vad jag skrivit", "vad har vi svarat hittills?", "näytä mitä kirjoitin", "can I see what I wrote?"),
    "how_far": (
        "hur många frågor är kvar?",
        "hur långt har vi kommit",
        "Hur lång tid tar det här?",
        "montako kysymystä on jäljellä?",
        "how many more questions",
    ),
    "together": (
        "jag vill bjuda in en kollega",
        "kan min kollega hjälpa till att fylla i?",
        "voinko kutsua kaverin?",
        "could someone else fill this in with me?",
        "invite a colleague",
    ),
    "mistaken": ("nej, det blev fel", "oj jag skrev fel", "kirjoitin väärin", "sorry, I made a mistake"),
    "back": ("jag vill ändra förra svaret", "gå tillbaka till förra frågan", "haluan muuttaa edellistä vastausta",
             "go back to the previous answer"),
    "change FP01": ("ändra namnet", "kan jag ändra idéns namn?", "muuta idean nimeä", "change the name of the idea"),
    "change FP07": ("gå tillbaka till kostnaderna", "korjaa kustannuksia", "back to the costs"),
    "change GU09": ("jag vill ändra kontaktpersonen", "muuta yhteyshenkilö", "edit the contact person"),
    "explain FP05": ("vad menas med mål?", "mitä tarkoitetaan tavoitteilla?"),
    "explain FP07": ("vad menas med kostnader", "mitä kustannukset tarkoittaa?", "what do costs mean?"),
}  # fmt: skip
ANSWERS = (
    "Vi fortsätter i höst med samma grupp",
    "verksamheten fortsätter senare i en annan lokal",
    "Det räcker med en gång",
    "det är mycket kvar att göra",
    "Vi bjuder in grannar",
    "bjuda in andra",
    "fler får vara med",
    "inga fel i bokföringen",
    "Ändra attityder",
    "Vi vill ändra kostvanor",
    "muuttaa asenteita",
    "Change attitudes",
    "our friends help",
    "read together",
    "kaverit auttavat",
    "mål",
    "",
)


def meant(name: str, text: str) -> str:
    turn = Turn(screen(name), Said(HER, text, 9), ONE_PACK, NOW, SNAPSHOT, PLACES)
    action = requests.meant(turn, text)
    return f"{action.verb} {action.argument}".strip() if action else ""


@pytest.mark.parametrize(("action", "text"), [(name, text) for name, texts in ASKED.items() for text in texts])
def test_a_request_beside_a_question_is_no_answer(action: str, text: str) -> None:
    assert meant(PLAN, text) == action


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_is_no_request(text: str) -> None:
    assert meant(PLAN, text) == ""


def test_of_all_needs_only_questions_about_the_form_are_requests() -> None:
    files = sorted(Path(corpora.__path__[0]).glob("**/*.jsonl"))
    needs = [json.loads(line)["text"] for file in files for line in file.read_text("utf-8").splitlines()]
    taken = [text for text in needs if meant(PLAN, text)]
    assert (len(needs) > 20_000, taken) == (True, ["How long does it take", "Hur länge tar det"])


def test_a_name_that_several_questions_have_is_asked_about() -> None:
    assert meant("proposal.summary", "jag vill ändra namnet") == "change.which FP01,GU01"
    outcome = said(screen("proposal.summary"), "jag vill ändra namnet")
    assert [offer.action.argument for offer in outcome.session.offers[:2]] == ["FP01", "GU01"]


@pytest.mark.parametrize("language", Language)
def test_the_button_of_every_row_can_be_typed_where_it_is_not_shown(language: Language) -> None:
    labels = [(field.id, field.label[language]) for field in own_proposals.path(ONE_PACK.packs["vasa"], DRAFT)]
    typed = {
        name: meant("proposal.summary", plain(language, "proposal.change_row", label=label)) for name, label in labels
    }
    assert typed == {name: f"change {name}" for name, _ in labels}


def test_of_another_question_its_own_words_are_told_and_the_same_is_asked_again() -> None:
    outcome = said(screen(PLAN), "vad menas med mätare?")
    assert outcome.session.asking == "FP03"
    assert [("Hur mäter ni varje mål?" in reply.text, "Steg 3 av" in reply.text) for reply in outcome.replies] == [
        (True, False),
        (False, True),
    ]


def test_a_mistake_in_a_list_names_how_its_row_is_taken_away() -> None:
    listed = said(screen("proposal.ask FP05"), "40 äldre har sällskap varje vecka")
    turned = said(listed.session, "det blev fel")
    assert turned.session.asking == "FP05"


@pytest.mark.parametrize(("name", "text"), [("office", "ändra namnet"), ("case.write", "vi fortsätter imorgon")])
def test_away_from_the_draft_nothing_is_asked_of_it(name: str, text: str) -> None:
    assert meant(name, text) == ""
