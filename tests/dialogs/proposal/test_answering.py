"""A question of the form: its buttons, its items over several messages, and what is asked again.

The law: items that are sent one after the other make the same answer as all of them at once, or were asked about.
"""

import pytest
from hypothesis import given, settings

from dialogs.conversation.events import Said, Sender
from dialogs.conversation.session import CHANGE, Session, Way
from dialogs.records.need import Need
from dialogs.records.proposal import Answer, Proposal
from knowledge.normalising import visible
from tests.knowledge.answers.made import Made, everything
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


@settings(max_examples=40, deadline=None)
@given(made=everything().filter(lambda made: made.field in LISTS))
def test_items_sent_one_by_one_make_the_same_answer(made: Made) -> None:
    stage = asked(made.field)
    taken = []
    for text, value in zip(made.texts, made.values, strict=True):
        before = given_to(stage, made.field)
        say(stage, text)
        taken += [value] if given_to(stage, made.field) != before else []
    assert given_to(stage, made.field) == taken
    assert len(taken) == len(made.values) or not made.plain


@settings(max_examples=25, deadline=None)
@given(made=everything().filter(lambda made: made.field not in LISTS))
def test_what_is_said_at_once_is_what_was_meant_or_is_asked_again(made: Made) -> None:
    stage = asked(made.field)
    say(stage, "\n".join(made.texts))
    expected = list(made.values) if made.field == "FP12" else made.values[0]
    answer = stage.proposals["p1"].answers[made.field]
    assert (answer.state, answer.value) in [("given", expected), ("unclear", None)]
    assert answer.said == visible("\n".join(made.texts))


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


def test_several_ticks_by_number_or_by_words() -> None:
    for text in ("1 och 2", "1, 2", "pengar och lokal"):
        stage = asked("FP15")
        say(stage, text)
        assert given_to(stage, "FP15") == ["money", "premises"], text
    stage = asked("FP15", language="fi")
    say(stage, "Tila, joku työryhmään")
    assert given_to(stage, "FP15") == ["premises", "working-group"]


def test_the_same_measure_for_two_goals_is_kept_twice() -> None:
    goals = Answer("given", "", ["40 äldre har sällskap varje vecka", "Minst 25 män kommer varje vecka"])
    stage = asked("FP06", {"FP05": goals})
    say(stage, "Antal besök varje vecka")
    say(stage, "Antal besök varje vecka")
    assert given_to(stage, "FP06") == ["Antal besök varje vecka"] * 2


def test_two_rents_are_two_rows_and_a_total_ends_the_list() -> None:
    stage = asked("FP07")
    for text in ("Hyra 500", "Hyra 500", "Summa 1 000"):
        say(stage, text)
    assert given_to(stage, "FP07") == [{"what": "Hyra", "sum": 500}] * 2
    assert stage.sessions[101, 101].place == "proposal.summary"


def test_a_wrong_total_leaves_the_rows_as_they_are() -> None:
    stage = asked("FP07")
    for text in ("Hyra 500", "Summa 1 000"):
        say(stage, text)
    assert given_to(stage, "FP07") == [{"what": "Hyra", "sum": 500}]
    assert "500" in stage.chats[101][-1].text
    assert "1 000" in stage.chats[101][-1].text.replace("\u00a0", " ")


def test_no_more_ends_a_list() -> None:
    stage = asked("FP14")
    for text in ("Röda Korset", "inga fler"):
        say(stage, text)
    assert given_to(stage, "FP14") == ["Röda Korset"]
    assert stage.sessions[101, 101].place == "proposal.summary"


def test_more_goals_than_fit_are_asked_about_also_one_by_one() -> None:
    stage = asked("FP05")
    goals = [f"Mål nummer {place} är nått varje vecka" for place in range(1, 7)]
    say(stage, "\n".join(goals[:4]))
    say(stage, "\n".join(goals[4:]))
    assert given_to(stage, "FP05") == goals[:4]
    assert "6 mål" in stage.chats[101][-1].text


COSTS = Answer("given", "Hyra 500\nMat 300", [{"what": "Hyra", "sum": 500}, {"what": "Mat", "sum": 300}])
HELD = {
    "FP05": Answer("given", "", ["40 äldre har sällskap varje vecka"]),
    "FP07": COSTS,
    "FP11": Answer("given", "", [{"source": "STEA", "sum": 500, "note": "sökt"}]),
    "FP14": Answer("given", "", ["Röda Korset"]),
    "FP15": Answer("given", "", ["money"]),
}
MORE = {
    "FP05": "Minst 25 män kommer varje vecka",
    "FP07": "Buss 400",
    "FP11": "Kulturfonden 200",
    "FP14": "Folkhälsan",
    "FP15": "lokal",
}


@pytest.mark.parametrize("field", sorted(HELD))
def test_an_item_that_is_added_from_the_summary_leaves_the_others(field: str) -> None:
    stage = asked(field, HELD)
    say(stage, MORE[field])
    held, now = HELD[field].value, given_to(stage, field)
    assert isinstance(now, list)
    assert now[:-1] == held


@pytest.mark.parametrize(
    ("language", "words", "left"),
    [
        ("sv", "ta bort sista raden", ["Hyra"]),
        ("sv", "Ta bort hyran", ["Mat"]),
        ("fi", "hyra pois", ["Mat"]),
        ("en", "remove mat", ["Hyra"]),
        ("sv", "ta bort bussen", ["Hyra", "Mat"]),
    ],
)
def test_a_row_is_taken_away_by_its_place_or_its_name(language: str, words: str, left: list[str]) -> None:
    stage = asked("FP07", {"FP07": COSTS}, language)
    say(stage, words)
    assert given_to(stage, "FP07") == [row for row in COSTS.value if row["what"] in left]
    assert len(left) == 1 or "Inget är borttaget" in stage.chats[101][-1].text


@pytest.mark.parametrize(("language", "words"), [("sv", "börja om"), ("fi", "tyhjennä lista"), ("en", "start over")])
def test_a_list_is_begun_again_and_what_stood_there_is_said(language: str, words: str) -> None:
    stage = asked("FP07", {"FP07": COSTS}, language)
    say(stage, words)
    assert "FP07" not in stage.proposals["p1"].answers
    assert all(row["what"] in stage.chats[101][-1].text for row in COSTS.value)
    assert stage.sessions[101, 101].asking == "FP07"


def test_the_only_row_that_is_taken_away_leaves_the_question_open() -> None:
    stage = asked("FP14", HELD)
    stage.press(101, 101, "Ta bort sista raden")
    assert "FP14" not in stage.proposals["p1"].answers


def test_a_measure_more_than_there_are_goals_changes_nothing_and_that_is_said() -> None:
    stage = asked("FP06", HELD | {"FP06": Answer("given", "", ["Antal besök varje vecka"])})
    say(stage, "Antal samtal varje månad")
    assert given_to(stage, "FP06") == ["Antal besök varje vecka"]
    assert "ett mått för varje mål" in stage.chats[101][-1].text


ASKED_BACK = [
    ("FP02", "sv", "Vad händer om man hoppar över?"),
    ("FP03", "sv", "måste man svara på alla frågor?"),
    ("FP04", "sv", "vad menas med planen?"),
    ("FP05", "sv", "vad är ett mål?"),
    ("FP07", "fi", "pitääkö arvonlisävero laskea mukaan?"),
    ("FP11", "sv", "räknas medlemsavgifter?"),
    ("FP14", "en", "do we have to have a partner?"),
    ("GU05", "fi", "kenen osoite tähän tulee?"),
]


@pytest.mark.parametrize(("field", "language", "text"), ASKED_BACK)
def test_a_question_in_place_of_an_answer_is_not_kept(field: str, language: str, text: str) -> None:
    stage = asked(field, language=language)
    say(stage, text)
    answer = stage.proposals["p1"].answers.get(field)
    assert (answer, stage.sessions[101, 101].asking) == (None, field)


def test_a_question_back_shows_the_example_again_and_the_way_to_a_person() -> None:
    stage = asked("FP14")
    say(stage, "måste man ha en partner?")
    assert "Det ser ut som en fråga" in stage.chats[101][-1].text
    assert labels(stage)[-1] == "Prata med en person"


@pytest.mark.parametrize(("field", "text"), [("FP01", "Vem bryr sig?"), ("FP12", "12500?"), ("FP04", "Ensamhet?")])
def test_an_answer_with_a_question_mark_is_still_an_answer(field: str, text: str) -> None:
    stage = asked(field)
    say(stage, text)
    assert stage.proposals["p1"].answers[field].state == "given"


def test_what_is_known_stays_on_offer_after_an_answer_that_was_refused() -> None:
    need = Need("Gubbarna i byn sitter hemma hela vintern och pratar inte med någon")
    stage = asked("FP02", need=need)
    say(stage, "de är ensamma")
    assert labels(stage)[:2] == ["Använd det jag skrev", "Gå vidare"]
    say(stage, "använd det jag skrev")
    assert given_to(stage, "FP02") == need.text


WAYS_ON = [
    ("sv", "hoppa", "skipped"),
    ("fi", "ohita", "skipped"),
    ("sv", "nästa", "unclear"),
    ("fi", "seuraava", "unclear"),
    ("fi", "siinä kaikki", "unclear"),
    ("sv", "det var alla", "unclear"),
    ("sv", "spara", "unclear"),
    ("sv", "föregående", "unclear"),
]


@pytest.mark.parametrize(("language", "words", "state"), WAYS_ON)
def test_words_for_going_on_are_buttons_also_after_an_error(language: str, words: str, state: str) -> None:
    stage = asked("FP07", language=language)
    say(stage, "lön")
    say(stage, words)
    assert stage.proposals["p1"].answers["FP07"] == Answer(state, "lön")
    assert stage.sessions[101, 101].place in {"proposal.summary", "welcome.back"}


@pytest.mark.parametrize(
    ("language", "words", "spoken"),
    [("sv", "suomeksi", "fi"), ("sv", "Suomi", "fi"), ("fi", "ruotsiksi", "sv"), ("fi", "englanniksi", "en")],
)
def test_the_name_of_a_language_is_no_answer(language: str, words: str, spoken: str) -> None:
    stage = asked("FP05", language=language)
    say(stage, words)
    session = stage.sessions[101, 101]
    assert (session.language, session.asking, "FP05" in stage.proposals["p1"].answers) == (spoken, "FP05", False)
