"""What each may do is checked with what a step would save, whatever was pressed or written."""

import pytest

from dialogs.conversation.effects import SaveProposal
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.proposal import Answer, Proposal
from dialogs.records.together.sharing import Participant, Role, Sharing
from dialogs.together import rights
from tests.dialogs.together.two_people import (
    ANNA,
    BO,
    CIA,
    FIELD,
    NAMES,
    TITLE,
    asked,
    opened,
    press,
    said,
    say,
    session,
    together,
)
from tests.stages.in_memory import at
from tests.stages.standing import standing

PLAN = "Vi träffas varje vecka och dricker kaffe tillsammans, med sång och spel."
NOW = at("2023-09-01T06:00")
DRAFT = Proposal("p1", ANNA, "vasa", "2023", "sv", {"FP01": Answer("given", TITLE, TITLE)})
OTHER = {**DRAFT.answers, "FP03": Answer("given", PLAN, PLAN)}


def turn(who: int, role: Role | None) -> Turn:
    from dialogs.conversation.session import Session

    people = [Participant(ANNA, "Anna", Role.OWNER, NOW)]
    people += [Participant(who, NAMES[who], role, NOW)] if role and who != ANNA else []
    base = standing(Session(who, who, "sv", "vasa", "proposal.summary", proposal="p1"), DRAFT)
    return base.knowing((DRAFT,), {"p1": Sharing("p1", tuple(people))})


@pytest.mark.parametrize(
    ("who", "role", "allowed"),
    [
        (ANNA, Role.OWNER, {"papers", "answer", "sent", "case", "owner"}),
        (BO, Role.EDIT, {"papers", "answer", "sent"}),
        (BO, Role.COMMENT, {"papers"}),
        (BO, Role.VIEW, {"papers"}),
        (CIA, None, set()),
    ],
)
def test_what_each_may_change(who: int, role: Role | None, allowed: set[str]) -> None:
    wishes = {
        "papers": DRAFT.but(documents_at=NOW, version=1),
        "answer": DRAFT.but(answers=OTHER, version=1),
        "sent": DRAFT.but(sent_at=NOW, version=1),
        "case": DRAFT.but(case="K7WM4", version=1),
        "owner": DRAFT.but(chat=who if who != ANNA else BO, version=1),
    }
    here = turn(who, role)
    done = {
        name
        for name, wish in wishes.items()
        if rights.refused(here, Outcome(here.session, effects=(SaveProposal(wish),))) is None
    }
    assert done == allowed


@pytest.mark.parametrize("role", ["Bara läsa", "Läsa och kommentera"])
def test_who_may_not_change_opens_a_row_and_changes_nothing(role: str) -> None:
    stage = together(role)
    before = stage.proposals["p1"]
    asked(stage, BO)
    assert session(stage, BO).place == "together.look"
    say(stage, BO, PLAN)
    stage.sessions[BO, BO] = session(stage, BO).but(place="proposal.ask", asking=FIELD)
    say(stage, BO, PLAN)
    assert "Det kan du inte göra här." in said(stage, BO)
    assert stage.proposals["p1"] == before


def test_the_buttons_of_a_draft_are_those_of_ones_role() -> None:
    stage = together("Bara läsa")
    opened(stage, BO)
    verbs = {offer.action.verb for offer in session(stage, BO).offers}
    assert verbs.isdisjoint({"idea", "proposal.next", "papers.sent"})
    assert {"papers.make", "together", "person"} <= verbs
    press(stage, BO, "Idén")
    assert any(offer.label == "Se Planen" for offer in session(stage, BO).offers)


def test_a_draft_of_others_goes_to_nobody_by_a_question_to_a_person() -> None:
    stage = together()
    opened(stage, BO)
    for words in ("prata med en person", "Har ni en lokal?"):
        say(stage, BO, words)
    assert TITLE not in said(stage, BO)
