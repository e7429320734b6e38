"""Somebody who is advised: a stage, a turn and the adviser itself with what was told."""

from collections.abc import Mapping
from typing import Any

from dialogs.advice import known
from dialogs.conversation.events import Said, Sender
from dialogs.conversation.session import AdviceAnswers, Session, Snapshot
from dialogs.conversation.turn import Turn
from dialogs.conversation.world import World
from dialogs.records.need import Need
from dialogs.records.proposal import Proposal
from dialogs.step import PLACES
from knowledge.advice.advise import Advice, advise
from knowledge.advice.open_questions import open_questions
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from tests.stages.in_memory import Stage, at

PACKS = load_packs()
LEXICON = load_lexicon()
NOW = at("2026-11-22T09:00")
ASSOCIATION = {"who": "association", "want": "cooperate"}
MONEY = {"who": "association", "want": "money"}
PARTNERS = {
    **ASSOCIATION,
    "initiative": "own",
    "scope": "specific",
    "resources": "both",
    "market": "false",
    "statutory": "false",
    "municipality_details": "false",
    "surplus_repaid": "true",
}
NEED = Need("Vi vill bryta ensamheten i byn", topics=("exclusion/loneliness",), offices=("welfare",))


def a_stage(pack: str, *, said: Mapping[str, str] | None = None, **session: Any) -> Stage:
    """A stage with one municipality, where the adviser has been opened with these answers given."""
    stage = Stage(World({pack: PACKS[pack]}, LEXICON), NOW)
    kept = {"place": "office", "language": "sv", "greeted": True, **session}
    stage.sessions[101, 101] = Session(101, 101, advice=AdviceAnswers(dict(said or {}), about=""), **kept)
    stage.say(101, 101, "/forms")
    stage.press(101, 101, stage.chats[101][-1].offers[0].label)
    return stage


def a_turn(
    pack: str, *, said: Mapping[str, str] | None = None, proposal: Proposal | None = None, **session: Any
) -> Turn:
    told = session.pop("advice", AdviceAnswers(dict(said or {})))
    held = Session(101, 101, advice=told, proposal=proposal.id if proposal else "", **session)
    snapshot = Snapshot(proposals=(proposal,) if proposal else ())
    event = Said(Sender(101, 101, language="sv"), "", 1)
    return Turn(held, event, World({pack: PACKS[pack]}, LEXICON), NOW, snapshot, PLACES)


def last(stage: Stage) -> str:
    return stage.chats[101][-1].text


def kept(stage: Stage) -> dict[str, str]:
    return stage.sessions[101, 101].advice.answers


def steps(pack: str, said: Mapping[str, str]) -> tuple[str, ...]:
    return open_questions(said, PACKS[pack])


def adviser(pack: str, said: Mapping[str, str]) -> Advice:
    return advise(known.answers(a_turn(pack), said), PACKS[pack], NOW.date())


def stops(pack: str) -> list[str]:
    return [stop.topic for stop in PACKS[pack].stops]
