"""Anna, whose proposal the municipality has got, and Nora at the desk: what the tests of this room begin with."""

from dialogs.conversation.session import Outcome, Session
from dialogs.records.proposal import Answer, Proposal
from tests.stages.in_memory import STAFF, Stage, at, no_papers
from tests.stages.standing import world

ANNA, NORA = 101, 201
REFERENCE = "K7WM4"
VASA = world().packs["vasa"]
TITLE = Answer("given", "Köket", "Köket")
NAME = Answer("given", "Byalaget rf", "Byalaget rf")
MADE = at("2023-09-01T06:00")


def drafted() -> Stage:
    """Anna at the overview of a draft that nobody has got."""
    stage = Stage(world(), MADE, render=no_papers)
    stage.proposals["p1"] = Proposal("p1", ANNA, "vasa", VASA.rounds[0].id, "sv", {"FP01": TITLE, "GU01": NAME})
    stage.sessions[ANNA, ANNA] = Session(ANNA, ANNA, "sv", "vasa", "proposal.summary", proposal="p1", greeted=True)
    stage.say(ANNA, ANNA, "/help")
    return stage


def sent() -> Stage:
    """The same after she has sent it to the municipality."""
    stage = drafted()
    press(stage, "Skicka till kommunen")
    press(stage, "Skicka till kommunen")
    return stage


def changed() -> Stage:
    """The same after she has changed the name of the idea, three hours later."""
    stage = sent()
    stage.now = at("2023-09-01T09:00")
    answered(stage, "Namn på idén", "Köket i Gerby")
    return stage


def answered(stage: Stage, label: str, text: str) -> None:
    """Let Anna open a question from the overview and answer it."""
    session = stage.sessions[ANNA, ANNA]
    stage.sessions[ANNA, ANNA] = session.but(place="proposal.summary", asking="", ways=())
    stage.say(ANNA, ANNA, label)
    stage.say(ANNA, ANNA, text)


def press(stage: Stage, label: str) -> Outcome:
    return stage.press(ANNA, ANNA, label)


def at_desk(stage: Stage, label: str) -> Outcome:
    return stage.press(STAFF, NORA, label, name="Nora")


def typed_at_desk(stage: Stage, text: str) -> Outcome:
    return stage.say(STAFF, NORA, text, name="Nora")


def said(stage: Stage, chat: int = ANNA) -> str:
    """The newest message of a chat."""
    return stage.chats[chat][-1].text


def labels(stage: Stage) -> set[str]:
    """The buttons that Anna has now."""
    return {offer.label for offer in stage.sessions[ANNA, ANNA].offers}
