"""The laws of what people teach: without a yes nothing is kept, with the chat it goes, and nothing is answered by it.

Conversations are made up of needs, choices, second thoughts and erasing, in any order.
"""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.conversation.events import Chose, Sender
from dialogs.conversation.session import Session
from dialogs.conversation.world import World
from tests.stages.in_memory import STAFF, Stage, at, no_papers
from tests.stages.standing import world

ONLY_VASA = World({"vasa": world().packs["vasa"]}, world().lexicon)
ANNA, BO = 101, 102
NEEDS = (
    "gubbarna i byn sitter hemma hela vintern och pratar inte med någon",
    "ungdomarna hänger i köpcentret varje kväll och har inget att göra",
    "Pekka i byn sitter hemma hela vintern och pratar inte med någon",
)
OTHERWISE = ("inget av dem", "se alla utmaningar", "något annat", "2", "resiliens", "fysisk form", "/new", "/privacy")
YES = ("ja, spara orden", "spara ord som jag kan lära av")
NO = ("nej, spara dem inte", "spara inga fler ord")
TEACHING = (NEEDS[0], "nej, något annat", "något annat", YES[0])
ERASE = ("/delete", 0)  # pressed, for by then the chat may speak another language
TO_THE_DESK = (NEEDS[0], "1", "skicka idén till kontaktpersonen", "hoppa över", "skicka till kommunen")
OFFICES = ("Välfärdstjänsterna", "Kultur, idrott och unga", "Integration")
AGREEING = frozenset({"correction.keep", "correction.agree", "case.keep_words"})
acts = st.lists(st.sampled_from([*NEEDS, *OTHERWISE, *NO, *range(9)]), min_size=3, max_size=25)
every_act = st.lists(st.sampled_from([*NEEDS, *OTHERWISE, *YES, *YES, *NO, *range(9)]), min_size=3, max_size=25)


def a_stage() -> Stage:
    return Stage(ONLY_VASA, at("2023-09-01T06:00"), render=no_papers)


def played(stage: Stage, chat: int, made_up: Iterable[str | int], *, agrees: bool) -> Stage:
    """Type and press; of the buttons any but, where nobody agrees, those that agree."""
    for act in made_up:
        if isinstance(act, str):
            stage.say(chat, chat, act)
            continue
        session = stage.sessions.get((chat, chat), Session(chat, chat))
        free = [n for n, offer in enumerate(session.offers) if agrees or offer.action.verb not in AGREEING]
        if free:
            number, sender = free[act % len(free)], Sender(chat, chat, "Anna", "sv")
            stage.take(Chose(sender, session.revision, number, stage.next_number()))
    return stage


def moved_to(stage: Stage, office: str) -> None:
    """Let a navigator move the case to an office, while it can be moved and is not there already."""
    for wanted in ("Byt enhet", office):
        if wanted not in [offer.label for shown in stage.chats[STAFF] for offer in shown.offers]:
            return
        stage.press(STAFF, 201, wanted, name="Nora")
    stage.say(STAFF, 201, "De sköter det.", name="Nora")
    stage.press(STAFF, 201, "Skicka", name="Nora")


@settings(max_examples=60, deadline=None)
@given(acts)
def test_without_a_yes_nothing_is_kept(made_up: list[str | int]) -> None:
    assert played(a_stage(), ANNA, made_up, agrees=False).corrections == {}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(OFFICES), acts), min_size=1, max_size=4))
def test_without_a_yes_nothing_is_kept_of_a_case_that_moves(moves: list[tuple[str, list[str | int]]]) -> None:
    stage = played(a_stage(), ANNA, TO_THE_DESK, agrees=False)
    for office, made_up in moves:
        moved_to(stage, office)
        played(stage, ANNA, made_up, agrees=False)
    assert stage.corrections == {}


@settings(max_examples=60, deadline=None)
@given(every_act)
def test_what_is_kept_is_the_persons_own_and_agreed_to_and_goes_with_the_chat(made_up: list[str | int]) -> None:
    stage = played(a_stage(), BO, TEACHING, agrees=True)
    [of_bo] = stage.corrections.values()
    played(stage, ANNA, (*TEACHING, *made_up), agrees=True)
    of_anna = [item for item in stage.corrections.values() if item != of_bo]
    consent = stage.sessions[ANNA, ANNA].consent
    own = {*NEEDS[:2], *(act for act in made_up if isinstance(act, str))}
    assert {(item.chat, item.text in own or "\n" in item.text) for item in of_anna} <= {(ANNA, True)}
    assert consent.given or not of_anna
    assert not any("Pekka" in item.text for item in of_anna)
    played(stage, ANNA, ERASE, agrees=True)
    assert list(stage.corrections.values()) == [of_bo]


@pytest.mark.parametrize("need", NEEDS)
def test_whatever_was_taught_the_same_words_get_the_same_answers(need: str) -> None:
    taught = a_stage()
    for chat in range(201, 206):
        played(taught, chat, TEACHING, agrees=True)
    assert len(taught.corrections) == 5
    answers = []
    for stage in (a_stage(), taught):
        played(stage, ANNA, (need, "1", "/new", need, "inget av dem"), agrees=True)
        answers.append([(shown.text, shown.offers) for shown in stage.chats[ANNA]])
    assert answers[0] == answers[1]
