"""How a question of the proposal is asked: what it offers, and its example once more when it is asked back."""

from dialogs.records.need import Need
from dialogs.records.proposal import Answer
from tests.dialogs.proposal.a_question import TOPICS, asked, given_to, labels, say
from tests.stages.standing import world


def test_every_challenge_is_offered_and_the_chosen_ones_first() -> None:
    stage = asked("FP04", need=Need("äldre är ensamma", topics=TOPICS))
    names = [item.short["sv"] for item in world().packs["vasa"].catalogue.topics.values()]
    assert labels(stage)[:14] == ["Ensamhet, Meningsfull aktivitet", *names]
    say(stage, "Ensamhet och vardagsmotion")
    assert given_to(stage, "FP04") == ["exclusion/loneliness", "physical/everyday-exercise"]
    alone = asked("FP04", need=Need("äldre är ensamma", topics=TOPICS[:1]))
    assert labels(alone)[:13] == names


def test_the_five_challenges_are_offered_as_goals_and_not_to_know_is_no_answer() -> None:
    stage = asked("FP16")
    goals = [goal.label["sv"] for goal in world().packs["vasa"].goals if goal.value != "unknown"]
    assert labels(stage)[:6] == [*goals, "Hoppa över"]
    say(stage, "4")
    assert given_to(stage, "FP16") == ["exclusion"]
    stage = asked("FP16")
    say(stage, "vet inte")
    assert stage.proposals["p1"].answers["FP16"] == Answer("unknown")


def test_a_question_back_shows_the_example_again_and_the_way_to_a_person() -> None:
    stage = asked("FP14")
    say(stage, "måste man ha en partner?")
    assert "Det ser ut som en fråga" in stage.chats[101][-1].text
    assert labels(stage)[-1] == "Prata med en person"


def test_what_is_known_stays_on_offer_after_an_answer_that_was_refused() -> None:
    need = Need("Gubbarna i byn sitter hemma hela vintern och pratar inte med någon")
    stage = asked("FP02", need=need)
    say(stage, "de är ensamma")
    assert labels(stage)[:2] == ["Använd det jag skrev", "Gå vidare"]
    say(stage, "använd det jag skrev")
    assert given_to(stage, "FP02") == need.text
