"""The overview of a draft: what was typed, what is missing, and the way back to it."""

from dialogs.conversation import own_proposals
from dialogs.conversation.session import Filling
from dialogs.proposal import overview
from tests.dialogs.conversation.test_own_proposals import DRAFT, SESSION, VASA
from tests.stages.standing import standing


def test_the_summary_shows_what_was_typed_and_counts_it_as_missing() -> None:
    of_money = SESSION.but(filling=Filling(part="plan"))
    text = overview.ask(standing(of_money, DRAFT)).replies[0].text
    typed = overview.ask(standing(of_money, own_proposals.as_it_stands(VASA, DRAFT))).replies[0].text
    assert ("Fem hundra i hyra" in text, text) == (True, typed)
    missing = {field.id for field in own_proposals.missing(VASA, own_proposals.as_it_stands(VASA, DRAFT))}
    assert missing & DRAFT.answers.keys() == {"FP08"}


def test_the_way_back_counts_it_too() -> None:
    turn = standing(SESSION.but(place="welcome.back"), DRAFT)
    clean = standing(SESSION.but(place="welcome.back"), own_proposals.as_it_stands(VASA, DRAFT))
    assert overview.welcome_back(turn) == overview.welcome_back(clean)


def test_the_name_of_a_row_opens_it_and_that_of_a_question_of_stage_2_opens_nothing() -> None:
    turn = standing(SESSION.but(place="proposal.summary"), DRAFT)
    assert overview.refuse_words(turn, "kostnader").session.asking == "FP07"
    assert overview.refuse_words(turn, "Ändra: Kostnader").session.asking == "FP07"
    later = overview.refuse_words(turn, "uppsägning")
    assert (later.session.place, later.replies[0].text.startswith("Tryck på raden")) == ("proposal.summary", True)
