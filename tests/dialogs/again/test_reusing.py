"""Another proposal begins with what is offered: the basics of an association, or a copy, by one press; or empty."""

from dialogs.conversation.session import Session
from dialogs.records.need import Need
from dialogs.records.proposal import Answer, Proposal
from tests.stages.in_memory import Stage, at
from tests.stages.standing import world

ANNA = 101
NAME = Answer("given", "Byalaget rf", "Byalaget rf")
MAIL = Answer("given", "info@byalaget.fi", "info@byalaget.fi")
WORDS = "Vi lagar mat ihop varje vecka i byagården, alla är välkomna."
TITLE, PLAN = Answer("given", "Köket", "Köket"), Answer("given", WORDS, WORDS)
COSTS = Answer("given", "hyra 1 200 €", [{"what": "hyra", "sum": 1200}])
BASICS = {"GU01": NAME, "GU06": MAIL}
IDEA = {"FP01": TITLE, "FP03": PLAN, "FP07": COSTS}
OLD = Proposal("old", ANNA, "vasa", "2022", "sv", {**BASICS, "GU02": Answer("unknown"), **IDEA})
OTHER = Proposal("other", ANNA, "vasa", "2022", "sv", {"GU01": Answer("given", "Köret rf", "Köret rf")})


def begun(*drafts: Proposal) -> Stage:
    """Anna, who has chosen to write a proposal."""
    stage = Stage(world(), at("2023-09-01T06:00"))
    stage.proposals |= {item.id: item for item in drafts}
    stage.sessions[ANNA, ANNA] = Session(
        ANNA, ANNA, "sv", "vasa", "office", Need("gubbarna sitter hemma"), greeted=True
    )
    stage.say(ANNA, ANNA, "Skriva ett förslag")
    return stage


def new(stage: Stage) -> dict[str, Answer]:
    return stage.proposals[stage.sessions[ANNA, ANNA].proposal].answers


def test_who_has_written_nothing_is_asked_nothing() -> None:
    stage = begun()
    assert (stage.sessions[ANNA, ANNA].place, new(stage)) == ("proposal.start", {})


def test_each_association_is_shown_and_offered_and_nothing_taken_over_unasked() -> None:
    stage = begun(OLD, OTHER)
    shown = stage.chats[ANNA][-1].text
    assert ("Byalaget rf" in shown, "E-post: info@byalaget.fi" in shown, "Köret rf" in shown) == (True, True, True)
    assert new(stage) == {}
    stage.press(ANNA, ANNA, "Börja från början")
    assert (stage.sessions[ANNA, ANNA].place, new(stage)) == ("proposal.start", {})


def test_the_basics_of_one_association_are_taken_over_by_one_press() -> None:
    stage = begun(OLD, OTHER)
    stage.press(ANNA, ANNA, "Grunduppgifter: Byalaget rf")
    assert new(stage) == BASICS
    assert "redan ifyllda" in stage.chats[ANNA][-1].text


def test_a_copy_has_all_answers_and_sums_want_to_be_confirmed() -> None:
    stage = begun(OLD)
    stage.press(ANNA, ANNA, "Kopiera Köket")
    assert new(stage) == {**BASICS, **IDEA, "FP07": COSTS.but(state="unclear")}
    stage.sessions[ANNA, ANNA] = stage.sessions[ANNA, ANNA].but(place="proposal.ask", asking="FP07")
    stage.say(ANNA, ANNA, "/help")
    stage.press(ANNA, ANNA, "Gäller fortfarande")
    assert new(stage)["FP07"].state == "given"


def test_what_others_share_is_not_copied() -> None:
    stage = begun(OLD.but(chat=102))
    assert stage.sessions[ANNA, ANNA].place == "proposal.start"
