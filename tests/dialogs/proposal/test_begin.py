"""A proposal begins empty, with what earlier ones say offered, and goes on at the first open question."""

import pytest

from dialogs.conversation.effects import PlanReminders, SaveProposal
from dialogs.conversation.session import ADDING, CHANGE, NOT_FILLING, Filling, Session, Way
from dialogs.proposal import begin
from dialogs.records.need import Need
from dialogs.records.proposal import Answer, Proposal
from tests.stages.standing import standing, world

NEED = Need("gubbarna i byn sitter hemma", topics=("exclusion/loneliness",))
SESSION = Session(101, 101, "sv", "vasa", "office", NEED, greeted=True)
VASA = world().packs["vasa"]
ASKED = [field.id for field in VASA.asked[""]]
NAME = Answer("given", "Byalaget rf", "Byalaget rf")
EARLIER = Proposal(
    "p1",
    101,
    "vasa",
    "2022",
    "sv",
    {"GU01": NAME, "GU02": Answer("unknown"), "FP01": Answer("given", "Köket", "Köket")},
)


@pytest.mark.parametrize(("drafts", "place"), [((), "proposal.start"), ((EARLIER,), "again")])
def test_it_begins_empty_and_whoever_has_written_before_is_asked(drafts: tuple[Proposal, ...], place: str) -> None:
    outcome = begin.new(standing(SESSION, *drafts))
    saved, planned = outcome.effects
    assert isinstance(saved, SaveProposal)
    assert isinstance(planned, PlanReminders)
    draft = saved.proposal
    assert (draft.id, draft.round, draft.need, draft.answers) == ("p9", VASA.rounds[-1].id, NEED, {})
    assert (planned.subject, outcome.session.proposal, outcome.session.place) == ("p9", "p9", place)


def test_a_municipality_without_rounds_begins_a_draft_without_one() -> None:
    saved, planned = begin.new(standing(SESSION.but(municipality="vaxjo"))).effects
    assert isinstance(saved, SaveProposal)
    assert (saved.proposal.round, planned) == ("", PlanReminders("p9", ()))


@pytest.mark.parametrize("step", [begin.start, begin.go_on])
def test_without_a_draft_one_is_back_at_the_door(step: object) -> None:
    assert step(standing(SESSION.but(proposal=""))).session.place == "office"  # type: ignore[operator]


@pytest.mark.parametrize(
    ("answers", "place", "asking"),
    [
        ({}, "proposal.ask", ASKED[0]),
        ({ASKED[0]: NAME}, "proposal.ask", ASKED[1]),
        (dict.fromkeys(ASKED, Answer("unknown")), "proposal.summary", ""),
    ],
)
def test_it_goes_on_at_the_first_open_question_and_ends_in_the_summary(
    answers: dict[str, Answer], place: str, asking: str
) -> None:
    session = SESSION.but(proposal="p1", filling=ADDING, ways=(Way(CHANGE, "proposal.summary"),))
    found = begin.go_on(standing(session, EARLIER.but(answers=answers))).session
    assert (found.place, found.asking, found.filling, found.way_back(CHANGE)) == (place, asking, NOT_FILLING, "")


def test_within_a_part_it_goes_on_there_and_ends_in_the_list() -> None:
    session = SESSION.but(proposal="p1", filling=Filling(part="money"))
    found = begin.go_on(standing(session, EARLIER.but(answers={}))).session
    assert (found.place, found.asking, found.filling) == ("proposal.ask", "FP07", Filling(part="money"))
    answers = dict.fromkeys(("FP07", "FP11", "FP12", "FP13"), Answer("unknown"))
    done = begin.go_on(standing(session, EARLIER.but(answers=answers))).session
    assert (done.place, done.asking, done.filling) == ("proposal.summary", "", NOT_FILLING)


def test_a_part_of_an_older_pack_is_no_part_and_the_whole_form_goes_on() -> None:
    session = SESSION.but(proposal="p1", filling=Filling(part="basics"))
    assert begin.go_on(standing(session, EARLIER.but(answers={}))).session.asking == ASKED[0]


def test_the_way_on_through_all_of_it_leaves_the_part() -> None:
    session = SESSION.but(proposal="p1", filling=Filling(part="money"))
    found = begin.go_on_with_all(standing(session, EARLIER.but(answers={}))).session
    assert (found.asking, found.filling) == (ASKED[0], NOT_FILLING)
