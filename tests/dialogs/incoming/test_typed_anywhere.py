"""What holds on every screen: a person is one press away and can be asked for in words, and buttons can be typed."""

import pytest

from dialogs import texts
from dialogs.conversation.events import Chose, Said
from dialogs.conversation.session import Outcome, Session, Snapshot
from dialogs.conversation.turn import Turn
from dialogs.conversation.world import World
from dialogs.records.need import Match, Need
from dialogs.step import PLACES, step
from knowledge.answers import KINDS
from knowledge.language import Language
from tests.stages.moments import Chat
from tests.stages.screens import (
    CASES,
    DRAFT,
    HER,
    MATCHES,
    NEED,
    NOW,
    ONE_PACK,
    SCREENS,
    SNAPSHOT,
    WORDS,
    screen,
)
from tests.stages.standing import PRIVATE, STAFF, world

ROOM = 40
"""Letters that a button of a whole row shows on a phone."""


def taken(session: Session, event: Said | Chose, packs: World = ONE_PACK) -> Outcome:
    return step(session, event, packs, NOW, SNAPSHOT)


def said(session: Session, text: str) -> Outcome:
    return taken(session, Said(HER, text, 9))


def pressed(session: Session, index: int) -> Outcome:
    return taken(session, Chose(HER, session.revision, index, 9))


def compared(outcome: Outcome) -> Outcome:
    return outcome.but(session=outcome.session.but(heard=None, since=0, asked_at=None))


@pytest.mark.parametrize("name", SCREENS)
def test_a_person_is_one_press_away(name: str) -> None:
    session = screen(name)
    people = [index for index, offer in enumerate(session.offers) if offer.action.verb == "person"]
    if session.place != "person":
        [index] = people
        assert pressed(session, index).session.place == "person"


@pytest.mark.parametrize("name", SCREENS)
def test_every_button_can_be_typed_by_its_words(name: str) -> None:
    session = screen(name)
    for index, offer in enumerate(session.offers):
        assert compared(said(session, offer.label)) == compared(pressed(session, index)), offer


@pytest.mark.parametrize("name", SCREENS)
def test_a_number_is_the_button_at_that_place_or_never_leaves_the_question(name: str) -> None:
    session = screen(name)
    kinds = ONE_PACK.packs["vasa"].fields_by_id
    for index in range(len(session.offers)):
        outcome = compared(said(session, str(index + 1)))
        kind = kinds[session.asking].kind if session.place == "proposal.ask" else "text"
        option = session.offers[index].action.verb == "use" and not KINDS[kind].is_number
        if kind == "text" or option:
            assert outcome == compared(pressed(session, index)), session.offers[index]
        else:
            assert outcome.session.place == "proposal.ask"


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("office", "katso kaikki haasteet", "need.catalogue"),
        ("need.choose", "Mina förslag", "proposals"),
        ("case", "Vilken form passar?", "advice"),
        ("proposals", "skicka till kommunen", "idea.name"),
        ("proposal.ask FP03", "Spara och gå", "welcome.back"),
        ("start", "Gör dokumenten", "papers"),
        ("delete", "nej", "office"),
        ("case", "visa ärendet", "case"),
        ("office", "suomeksi", "office"),
    ],
)
def test_buttons_of_other_screens_do_what_they_say(name: str, text: str, place: str) -> None:
    outcome = said(screen(name), text)
    assert outcome.session.place == place
    assert outcome.session.need.text == WORDS


def test_a_button_of_another_screen_that_leads_nowhere_is_told_so() -> None:
    outcome = step(Session(101, 101, "sv", greeted=True), Said(HER, "Gör dokumenten", 9), ONE_PACK, NOW, Snapshot())
    assert "Det går inte just här" in outcome.replies[0].text
    assert outcome.session.need.text == ""


@pytest.mark.parametrize("text", ["yhteistyötä", "Socialt företag", "Ja, dra tillbaka", "jämför formerna"])
def test_a_button_of_another_screen_is_no_part_of_the_need(text: str) -> None:
    for name in ("need.choose", "office"):
        outcome = said(screen(name), text)
        assert outcome.session.need == screen(name).need
        assert outcome.replies[0].text.startswith("Det går inte just här")


@pytest.mark.parametrize("text", ["nej", "Ei.", "inget av dem", "ei mikään näistä", "none of these"])
def test_no_to_what_was_understood_is_no(text: str) -> None:
    for matches in (MATCHES, MATCHES[:1]):
        session = screen("need.choose").but(need=NEED.but(matches=matches))
        snapshot = Snapshot(staff={"vasa": STAFF})
        asked = PLACES["need.choose"].ask(Turn(session, Said(HER, "?", 1), ONE_PACK, NOW, snapshot, PLACES)).session
        outcome = said(asked, text)
        answer = texts.say(Language(outcome.session.language), "need.none")
        assert outcome.replies[0].text.startswith(answer)
        assert outcome.session.need.text == WORDS


def test_yes_to_several_is_asked_which() -> None:
    outcome = said(screen("need.choose"), "ja")
    assert "Vilken av dem" in outcome.replies[0].text
    assert outcome.session.need.text == WORDS


@pytest.mark.parametrize("text", ["1 och 2", "Lokal och personal", "1, 2"])
def test_several_options_of_a_question_are_its_answer(text: str) -> None:
    session = screen("proposal.ask FP15")
    [draft] = [effect.proposal for effect in said(session, text).effects]  # type: ignore[union-attr]
    assert len(draft.answers["FP15"].value) == 2


@pytest.mark.parametrize("pack_id", world().packs)
def test_every_button_has_room_on_a_phone(pack_id: str) -> None:
    pack = world().packs[pack_id]
    only = World({pack_id: pack}, world().lexicon)
    matches = tuple(Match(topic, 0.5 - number / 20, ("byn",)) for number, topic in enumerate(pack.catalogue.topics))
    need = Need(WORDS, matches[:3], (matches[0].topic,))
    draft, case = DRAFT.but(municipality=pack_id), CASES[0].but(municipality=pack_id)
    snapshot = Snapshot("C8RV2", "p9", (draft,), (case,), case, staff={pack_id: STAFF})
    for language in Language:
        for name in (*PRIVATE, *(f"proposal.ask {field.id}" for field in pack.fields if field.asked)):
            place, _, asking = name.partition(" ")
            session = Session(101, 101, language, pack_id, place, need, "p1", asking, case="K7WM4", greeted=True)
            shown = PLACES[place].ask(Turn(session, Said(HER, "?", 1), only, NOW, snapshot, PLACES)).session.offers
            assert [offer.label for offer in shown if len(offer.label) > ROOM] == [], (language, name)


@pytest.mark.parametrize("words", ["fortsätt", "jatka", "continue", "ja"])
@pytest.mark.parametrize("screen", ["welcome_back", "pause"])
def test_words_for_going_on_take_up_the_draft(words: str, screen: str) -> None:
    chat = Chat()
    chat.walk(WORDS, "1", "[Skriva ett förslag]", "[Börja]", "Onsdagsköket")
    chat.walk(*(("/start", "hej") if screen == "welcome_back" else ("[Spara och gå]",)))
    assert chat.session.place == "welcome.back"
    chat.walk(words)
    assert (chat.session.place, chat.session.asking) == ("proposal.ask", "FP02")


@pytest.mark.parametrize(("name", "place"), [("person", "office"), ("case.write", "case")])
@pytest.mark.parametrize("text", ["tillbaka", "Takaisin.", "go back", "avbryt"])
def test_a_lone_word_for_back_is_no_message_to_a_person(name: str, place: str, text: str) -> None:
    outcome = said(screen(name), text)
    assert (outcome.session.place, outcome.session.idea.message) == (place, "")
    assert [reply.chat for reply in outcome.replies if reply.chat] == []


@pytest.mark.parametrize(
    ("walked", "words", "place"),
    [
        ((), "tillbaka", "start"),
        ((), "Takaisin!", "start"),
        (("1",), "go back", "need.choose"),
        (("1",), "börja om", "need"),
        ((), "aloita alusta", "need"),
        ((), "vi vill skriva ett förslag", "proposal.start"),
        (("1",), "Kirjoitetaan ehdotus", "proposal.start"),
        (("1",), "write a proposal", "proposal.start"),
        (("1", "[Skriva ett förslag]"), "tillbaka", "office"),
        (("1", "[Skriva ett förslag]"), "vi börjar", "proposal.ask"),
        (("1", "[Skriva ett förslag]"), "aloita", "proposal.ask"),
    ],
)
def test_ways_that_no_button_says_are_taken_where_a_need_is_told(
    walked: tuple[str, ...], words: str, place: str
) -> None:
    chat = Chat()
    chat.walk(WORDS, *walked, words)
    assert (chat.session.place, chat.session.need.text) == (place, WORDS)
