"""What the adviser knows of an idea: the answers given, and what the need and the proposal already say.

Answers lie in the session, so they survive a change of language and a restart. What is still worth asking, and the form
itself, are decided by `knowledge.advice` alone.
"""

from typing import Any

from dialogs.conversation import own_proposals
from dialogs.conversation.turn import Turn
from dialogs.records.proposal import Proposal
from knowledge.advice.questions import MEANING, OPTIONS, UNKNOWN, YES_NO, Said, questions
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Pack

BOTH_BRING = (Meaning.MUNICIPALITY_BRINGS, Meaning.ASSOCIATION_BRINGS)


def given(turn: Turn) -> dict[str, str]:
    """What the person answered here, by question; an option that is offered no more counts as not answered."""
    told = turn.session.advice.answers
    kept = {key: told.get(key, "") for key in questions(turn.home)}
    return {key: value for key, value in kept.items() if value in (*OPTIONS.get(key, YES_NO), UNKNOWN)}


def said(turn: Turn) -> dict[str, str]:
    """What is known: answers given here, and before them what the need and the proposal say."""
    known = {**_from_need(turn), **_from_proposal(turn), **given(turn)}
    return {key: known[key] for key in questions(turn.home) if key in known}


def answers(turn: Turn, known: Said) -> dict[str, Any]:
    """The same in the adviser's own words, with the topic and the round that the clock knows."""
    pack = turn.home
    topics = [topic for topic in turn.session.need.topics if topic in pack.catalogue.topics]
    translated: dict[str, Any] = {key: MEANING.get(value, value) for key, value in known.items()}
    if known.get("who") == "umbrella":
        translated |= {"who": "association", "umbrella": True}
    if pack.rounds:
        translated["round_open"] = pack.open_round(turn.now) is not None
    stop = next((item.topic for item in pack.stops if known.get(item.topic) == "true"), "")
    topic = stop or next((item for item in topics if item not in _stop_topics(pack)), "")
    return {"plan": None, **translated, **({"topic": topic} if topic else {})}


def _from_need(turn: Turn) -> dict[str, str]:
    """Money that was asked for, and topics that were chosen where the topic is one of the municipality's own."""
    known = {"want": "money"} if turn.session.search.money else {}
    topics, catalogue = turn.session.need.topics, turn.home.catalogue.topics
    for stop in turn.home.stops:
        if topics and stop.topic in catalogue:
            known[stop.topic] = "true" if stop.topic in topics else "false"
    return known


def _from_proposal(turn: Turn) -> dict[str, str]:
    """An association with a name and an idea of its own; what both bring, and the goal it serves."""
    proposal = turn.proposal
    if proposal is None:
        return {}
    both = [meaning for meaning in BOTH_BRING if turn.home.field_that_means(meaning)]
    known = {
        "who": "association" if _is_told(turn, proposal, Meaning.ASSOCIATION_NAME) else "",
        "scope": "specific" if _is_told(turn, proposal, Meaning.PLAN) else "",
        "resources": "both" if both and all(_is_told(turn, proposal, meaning) for meaning in both) else "",
        "plan": "true" if _is_told(turn, proposal, Meaning.MUNICIPALITY_GOAL) else "",
    }
    return {key: value for key, value in known.items() if value}


def _is_told(turn: Turn, proposal: Proposal, meaning: Meaning) -> bool:
    """Tell whether there is an answer that says something."""
    answer = own_proposals.answer_that_means(turn.home, proposal, meaning)
    return answer is not None and answer.state == "given" and answer.value not in ([], "", None, [UNKNOWN])


def _stop_topics(pack: Pack) -> frozenset[str]:
    return frozenset(stop.topic for stop in pack.stops)
