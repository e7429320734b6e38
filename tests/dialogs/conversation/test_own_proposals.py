"""An answer that was understood when its field was of another kind is unclear today; nothing of it is dropped."""

from dialogs.conversation import own_proposals
from dialogs.conversation.effects import SaveProposal
from dialogs.conversation.session import ADDING, CHANGE, Session, Way
from dialogs.proposal import answering
from dialogs.records.proposal import Answer, HandedOver, Proposal
from tests.stages.in_memory import at
from tests.stages.standing import standing, world

VASA = world().packs["vasa"]
ROWS = [{"what": "Hyra", "sum": 500}]
COSTS, TIMES = Answer("given", "Hyra 500", ROWS), Answer("given", "Fem hundra i hyra", ROWS)
DRAFT = Proposal("p1", 101, "vasa", "2023", "sv", {"FP07": COSTS, "FP08": TIMES, "OLD01": COSTS})
UNCLEAR = TIMES.but(state="unclear")
SESSION = Session(101, 101, "sv", "vasa", "proposal.summary", proposal="p1", greeted=True)


def test_the_kind_of_the_field_decides_how_an_answer_stands() -> None:
    fields = VASA.fields_by_id
    stands = [own_proposals.standing(DRAFT, fields[field_id]) for field_id in ("FP07", "FP08", "FP09")]
    assert stands == [COSTS, UNCLEAR, None]


def test_a_draft_as_it_stands_keeps_every_answer() -> None:
    assert own_proposals.as_it_stands(VASA, DRAFT) == DRAFT.but(answers=DRAFT.answers | {"FP08": UNCLEAR})
    fitting = DRAFT.but(answers={"FP07": COSTS, "FP12": Answer("skipped")})
    assert own_proposals.as_it_stands(VASA, fitting) is fitting


def test_it_is_asked_again_with_what_was_typed_and_a_new_answer_takes_its_place() -> None:
    turn = standing(SESSION.but(place="proposal.ask", asking="FP08", ways=(Way(CHANGE, "proposal.summary"),)), DRAFT)
    assert "Fem hundra i hyra" in answering.ask(turn).replies[0].text
    [saved] = [item for item in answering.said(turn, "1.1.2024 - 31.12.2024").effects if isinstance(item, SaveProposal)]
    period = {"start": "2024-01-01", "end": "2024-12-31", "dates": []}
    answers = DRAFT.answers | {"FP08": Answer("given", "1.1.2024 - 31.12.2024", period)}
    assert saved.proposal.answers == answers


def test_putting_it_off_keeps_the_words() -> None:
    turn = standing(SESSION.but(place="proposal.ask", asking="FP08"), DRAFT)
    [saved] = [item for item in answering.skip(turn).effects if isinstance(item, SaveProposal)]
    assert saved.proposal.answers["FP08"] == Answer("skipped", "Fem hundra i hyra")


def test_items_of_another_kind_are_not_mixed_with_new_ones() -> None:
    draft = DRAFT.but(answers={"FP05": COSTS})
    turn = standing(SESSION.but(place="proposal.ask", asking="FP05", filling=ADDING), draft)
    goal = "Trettio medlemmar kommer varje vecka"
    [saved] = [item for item in answering.said(turn, goal).effects if isinstance(item, SaveProposal)]
    assert saved.proposal.answers["FP05"].value == [goal]


def test_measures_are_asked_for_goals_only() -> None:
    draft = DRAFT.but(answers={"FP05": COSTS})
    turn = standing(SESSION.but(place="proposal.ask", asking="FP06"), draft)
    without = standing(SESSION.but(place="proposal.ask", asking="FP06"), draft.but(answers={}))
    assert answering.ask(turn).replies == answering.ask(without).replies


def test_a_question_that_was_not_understood_is_asked_again_before_later_ones() -> None:
    refused = Answer("unclear", "vad?")
    draft = DRAFT.but(answers={name: Answer("skipped") for name in ("FP01", "FP02", "FP04")} | {"FP03": refused})
    asked = [own_proposals.next_field(VASA, draft, after) for after in ("", "FP02", "FP03", "FP04")]
    assert [field.id for field in asked if field] == ["FP03", "FP03", "FP05", "FP05"]


def test_going_back_and_answering_does_not_jump_over_a_refused_answer() -> None:
    draft = DRAFT.but(answers={"FP01": Answer("given", "Köket", "Köket"), "FP02": Answer("unclear", "vad?")})
    turn = standing(SESSION.but(place="proposal.ask", asking="FP01"), draft)
    assert answering.said(turn, "Onsdagsköket").session.asking == "FP02"
    onward = answering.done(standing(SESSION.but(place="proposal.ask", asking="FP02"), draft))
    assert onward.session.asking == "FP03"


def test_the_first_change_after_papers_were_made_keeps_what_they_were_made_of() -> None:
    made = DRAFT.but(documents_at=at("2023-09-01T05:00"))
    turn = standing(Session(101, 101, "sv", "vasa", "proposal.ask", proposal="p1"), made)
    turn, once = own_proposals.keep(turn, made, "FP01", Answer("given", "Köket", "Köket"))
    assert isinstance(once, SaveProposal)
    _, twice = own_proposals.keep(turn, once.proposal, "FP01", Answer("given", "Kaffet", "Kaffet"))
    assert isinstance(twice, SaveProposal)
    of_then = HandedOver(at("2023-09-01T05:00"), DRAFT.answers)
    assert (once.proposal.made_of, twice.proposal.made_of) == (of_then, of_then)
    _, never_made = own_proposals.keep(turn, DRAFT, "FP01", Answer("given", "Köket", "Köket"))
    assert isinstance(never_made, SaveProposal)
    assert never_made.proposal.made_of is None
