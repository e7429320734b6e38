"""A member who is asked one question of the proposal, and what came of the answer."""

from dialogs.conversation.events import Said, Sender
from dialogs.conversation.session import CHANGE, Session, Way
from dialogs.records.need import Need
from dialogs.records.proposal import Answer, Proposal
from tests.stages.in_memory import Stage, at
from tests.stages.standing import world

SENDER = Sender(101, 101, "Anna", "sv")
LISTS = ("FP05", "FP07", "FP11", "FP14")
TOPICS = ("exclusion/loneliness", "exclusion/meaningful-activity")


def asked(
    field: str, answers: dict[str, Answer] | None = None, language: str = "sv", need: Need | None = None
) -> Stage:
    """A stage where a field is asked in a draft of its own."""
    stage = Stage(world(), at("2023-09-01T06:00"))
    stage.proposals["p1"] = Proposal("p1", 101, "vasa", "2023", language, answers or {}, need=need or Need())
    session = Session(101, 101, language, "vasa", "proposal.ask", proposal="p1", asking=field, greeted=True)
    stage.sessions[101, 101] = session.but(ways=(Way(CHANGE, "proposal.summary"),))
    stage.say(101, 101, "/help")
    return stage


def say(stage: Stage, text: str) -> None:
    stage.take(Said(SENDER, text, stage.count + 1))
    stage.count += 1


def given_to(stage: Stage, field: str) -> object:
    answer = stage.proposals["p1"].answers.get(field)
    return answer.value if answer and answer.state == "given" else None


def labels(stage: Stage) -> list[str]:
    return [offer.label for offer in stage.sessions[101, 101].offers]
