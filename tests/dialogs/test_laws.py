"""The laws of `step`: it never raises, always leaves a way on, never says what Telegram would refuse, and what it
leaves behind survives JSON. Conversations are made up by hypothesis out of hostile words, old buttons and strange
things, from every place that a journey passes."""

from datetime import timedelta
from functools import cache

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.conversation.events import Chose, Commanded, Edited, Event, Said, Sender, Unreadable
from dialogs.conversation.session import Session
from dialogs.conversation.world import World
from dialogs.desk import places_and_verbs as desk_room
from dialogs.records.attachment import Attachment
from dialogs.step import COMMANDS, PLACES, VERBS, step
from knowledge.remembered import forget
from tests.stages.in_memory import STAFF, Stage, as_plain, at
from tests.stages.standing import world

WORLD = world()
ONLY_VASA = World({"vasa": WORLD.packs["vasa"]}, WORLD.lexicon)
HOSTILE = [
    "",
    " \n ",
    "a" * 4096,
    "😀😀😀",
    "مرحبا بكم في بلدتنا الصغيرة",
    "<b>hej</b> & <script>alert(1)</script>",
    "{{7*7}} {% for x in y %}",
    "*fet* _kursiv_ `kod` [länk](http://x)",
    "\u202ekcab\u0000",
    "1",
    "1 och 2",
    "2077474-0",
    "12 500 €",
    "1.1.2027-31.12.2028",
    "010170-123A bor ensam",
    "hej",
    "ja",
    "börja",
    "skicka till kommunen",
    "gubbarna i byn sitter hemma hela vintern och pratar inte med någon",
    "vi vill ha bidrag till fotbollslagets hyra",
    "jag orkar inte leva längre",
    "K7WM4",
    "svara K7WM4",
]
LINES = [
    "Ungdomarna har ingenstans att ta vägen på kvällarna. " * 12,
    "När är sista dagen att ansöka?",
    "Anna\nhar cancer",
]
SENDER = Sender(101, 101, "Anna", "sv")
DESK = Sender(STAFF, 201, "Nora", "sv", None, None, "vasa", private=False)
LONGEST = 60_000
words = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=200))
senders = st.sampled_from([SENDER, SENDER, SENDER, DESK])
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(Said, senders, words, st.integers(1, 50)),
    st.builds(Edited, senders, words, st.integers(1, 50)),
    st.builds(Chose, senders, st.integers(0, 60), st.integers(0, 40), st.integers(1, 200), st.booleans()),
    st.builds(Commanded, senders, st.sampled_from([*COMMANDS, *desk_room.COMMANDS, "nonsense"]), words),
    st.builds(
        Unreadable,
        senders,
        st.sampled_from(["sticker", "photo", "voice", "forged"]),
        st.just(3),
        st.none() | st.just(Attachment("photo", "f")),
    ),
)
presses = st.integers(0, 40)
moves = st.lists(st.one_of(events, presses), max_size=30)


def a_stage(world: World) -> Stage:
    return Stage(world, at("2023-09-01T06:00"))


def press_any(stage: Stage, number: int) -> None:
    """Press one of the buttons that are there now, whichever the number falls on."""
    session = stage.sessions.get((101, 101), Session(101, 101))
    if session.offers:
        stage.take(Chose(SENDER, session.revision, number % len(session.offers), 1))


@pytest.mark.parametrize("world", [WORLD, ONLY_VASA], ids=["four packs", "Vasa"])
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made_up=moves)
def test_any_conversation_keeps_the_laws(world: World, made_up: list[Event | int]) -> None:
    stage = a_stage(world)
    for move in made_up:
        press_any(stage, move) if isinstance(move, int) else stage.take(move)
        stage.now += timedelta(minutes=1)
    keeps_the_laws(stage)


@cache
def with_a_draft() -> Stage:
    """A chat that has just begun a proposal. It is only looked at."""
    stage = a_stage(ONLY_VASA)
    stage.say(101, 101, "gubbarna i byn sitter hemma hela vintern och pratar inte med någon")
    stage.say(101, 101, "1")
    stage.press(101, 101, "Skriva ett förslag")
    return stage


def keeps_the_laws(stage: Stage) -> None:
    for session in stage.sessions.values():
        assert msgspec.json.decode(msgspec.json.encode(session), type=Session) == session
        assert session.place in PLACES
        assert {offer.action.verb for offer in (*session.offers, *session.pushed)} <= set(VERBS)
    for chat, messages in stage.chats.items():
        for shown in messages:
            assert shown.file or shown.text.strip()
            assert len(shown.text) < LONGEST
            assert all(0 < len(offer.label) <= 120 for offer in shown.offers), (chat, shown.offers)
            assert len(shown.offers) <= 100
            assert {offer.action.verb for offer in shown.offers} <= set(VERBS)
            assert "{{ " not in as_plain(shown.text)


def _at(session: Session, place: str) -> Session:
    return session.but(place=place, asking="FP03" if place == "proposal.ask" else "")


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([*HOSTILE, *LINES]), st.sampled_from([1, 30])), min_size=3, max_size=12))
def test_what_was_read_before_changes_no_outcome(said: list[tuple[str, int]]) -> None:
    outcomes = []
    for afresh in (False, True):
        session, now, number = Session(101, 101, greeted=True), at("2023-09-01T06:00"), 0
        for text, seconds in said:
            forget() if afresh else None
            now, number = now + timedelta(seconds=seconds), number + 1 + seconds // 30
            outcomes.append((afresh, step(session, Said(SENDER, text, number, at=now), WORLD, now)))
            session = outcomes[-1][1].session
    assert [one for afresh, one in outcomes if afresh] == [one for afresh, one in outcomes if not afresh]
