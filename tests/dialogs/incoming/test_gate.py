"""The gate: distress and what points at one person, from every place and on every way in."""

import unicodedata
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.conversation.effects import AddMessage, Effect, NoteAccess, SaveDesk
from dialogs.conversation.events import Commanded, Edited, Event, Said, Sender, Unreadable
from dialogs.conversation.session import Idea, Outcome, Session, Snapshot
from dialogs.conversation.turn import Turn
from dialogs.conversation.world import World
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case
from dialogs.records.need import Match, Need
from dialogs.records.proposal import Answer, Proposal
from dialogs.step import PLACES, step
from tests.stages.in_memory import at
from tests.stages.moments import Chat
from tests.stages.standing import PRIVATE, STAFF, standing, world

NOW = at("2023-09-01T06:00")
NEED = Need("gubbarna i byn sitter hemma hela vintern", (Match("exclusion/loneliness", 0.6, ("sitter hemma",)),))
CASE = Case(
    "K7WM4", "vasa", 101, "sv", "Gubbarna", NEED, (("Behov", NEED.text),), opened_at=NOW, answer_by="2023-09-08"
)
NAMED = {"FP01": Answer("given", "Onsdagsköket", "Onsdagsköket")}
DRAFT = Proposal("p1", 101, "vasa", "2023-autumn", "sv", need=NEED, answers=NAMED)
SENDER = Sender(101, 101, "Anna", "sv")
LINES = "09 2525 0112"


def session_at(place: str) -> Session:
    asking = "FP03" if place.startswith("proposal") else ""
    return Session(
        101, 101, "sv", "vasa", place, NEED, "p1", asking, case="K7WM4", idea=Idea(message="Hej"), greeted=True
    )


def ways_in(text: str) -> dict[str, Event]:
    """The ways in which words come: typed, under a photo, as a change, after a command, as the name of a file."""
    return {
        "text": Said(SENDER, text, 9),
        "caption": Said(SENDER, text, 9, Attachment("photo", "f")),
        "edit": Edited(SENDER, text, 9),
        "command": Commanded(SENDER, "help", text, 9),
        "file name": Unreadable(SENDER, "document", 9, Attachment("document", "f", f"{text}.pdf")),
        "name of a file with words": Said(SENDER, "Här är planen", 9, Attachment("document", "f", f"{text}.pdf")),
    }


def taken(session: Session, event: Event) -> Outcome:
    snapshot = Snapshot("C8RV2", "p9", (DRAFT,), (CASE,), CASE, staff={"vasa": STAFF})
    return step(session, event, world(), NOW, snapshot)


def left_behind(outcome: Outcome) -> str:
    """Everything that would be kept or reach somebody else, as one text."""
    effects: tuple[Effect, ...] = outcome.effects
    others = [reply for reply in outcome.replies if reply.chat not in (None, 101)]
    return msgspec.json.encode([outcome.session, effects, others]).decode()


@pytest.mark.parametrize("way", ways_in(""))
@pytest.mark.parametrize("place", PRIVATE)
def test_distress_is_met_everywhere_and_leaves_nothing(place: str, way: str) -> None:
    before = session_at(place)
    outcome = taken(before, ways_in("jag orkar inte leva längre")[way])
    assert LINES in outcome.replies[0].text
    assert "orkar inte leva" not in left_behind(outcome)
    assert outcome.effects == ()
    assert outcome.session.but(offers=(), revision=0, since=0, asked_at=None) == before


@pytest.mark.parametrize("way", ways_in(""))
@pytest.mark.parametrize("place", PRIVATE)
def test_a_personal_number_is_shown_and_not_kept(place: str, way: str) -> None:
    before = session_at(place)
    outcome = taken(before, ways_in("kontakta 131052-308T om detta")[way])
    assert "131052-308T" in outcome.replies[0].text
    assert "131052-308T" not in left_behind(outcome)
    assert outcome.session.but(offers=(), revision=0, since=0, asked_at=None) == before


@pytest.mark.parametrize("place", PRIVATE)
def test_the_way_back_leads_to_where_one_was(place: str) -> None:
    session = session_at(place)
    stopped = taken(session, ways_in("jag vill dö")["text"])
    assert [offer.action.verb for offer in stopped.session.offers] == ["stay", "person"]
    back = taken(stopped.session, Said(SENDER, "1", 10))
    asked = PLACES[place].ask(turn_of(session))
    assert back.session.but(revision=0, since=0, asked_at=None) == asked.session.but(revision=0)
    assert back.replies == asked.replies


def turn_of(session: Session) -> Turn:
    turn = standing(session, DRAFT, case=CASE)
    snapshot = turn.snapshot.but(cases=(CASE,), new_reference="C8RV2")
    return Turn(session, turn.event, turn.world, turn.now, snapshot, turn.places)


TABLES = Path(__file__).parents[2] / "knowledge" / "distress"
OWN = [line for file in sorted(TABLES.glob("own.??.txt")) for line in file.read_text(encoding="utf-8").splitlines()]
NUMBERS = ("131052-308T", "１３１０５２-３０８Ｔ", "81.12.18-9876", "8 1 1 2 1 8 - 9 8 7 6", "131052308T")
AROUND = ("{}", "Hej. {}", "{}. Hälsningar från oss", "1. {}", "{}\nTack", "  {}\u200b ", "\u202e{}")
FIELDS = [field.id for field in world().packs["vasa"].fields]
places, ways, around = st.sampled_from(PRIVATE), st.sampled_from(sorted(ways_in(""))), st.sampled_from(AROUND)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(places, ways, st.sampled_from(OWN), around)
def test_no_distress_passes_anywhere(place: str, way: str, words: str, around: str) -> None:
    before = session_at(place)
    outcome = taken(before, ways_in(around.format(words))[way])
    assert "112" in outcome.replies[0].text
    assert words not in left_behind(outcome)
    assert (outcome.effects, outcome.session.but(offers=(), revision=0, since=0, asked_at=None)) == ((), before)
    back = taken(outcome.session, Said(SENDER, "1", 10))
    assert back.replies == PLACES[place].ask(turn_of(before)).replies


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(places, ways, st.sampled_from(NUMBERS), around)
def test_no_personal_number_passes_anywhere(place: str, way: str, number: str, around: str) -> None:
    before = session_at(place)
    outcome = taken(before, ways_in(around.format(f"kontakta {number} om detta"))[way])
    assert number not in left_behind(outcome)
    assert (outcome.effects, outcome.session.but(offers=(), revision=0, since=0, asked_at=None)) == ((), before)


@pytest.mark.parametrize("field", FIELDS)
def test_no_question_of_the_proposal_takes_a_personal_number(field: str) -> None:
    before = session_at("proposal.ask").but(asking=field)
    for text in ("131052-308T", "kontakta 131052-308T om detta", "811218-9876"):
        outcome = taken(before, Said(SENDER, text, 9))
        assert (outcome.effects, outcome.session.but(offers=(), revision=0, since=0, asked_at=None)) == ((), before)


@pytest.mark.parametrize(
    ("field", "number"),
    [
        ("GU02", "2077474-0"),
        ("GU02", "802000-0009"),
        ("GU07", "0401011235"),
        ("GU07", "+358 40 123 4567"),
        ("GU11", "FI21 1234 5600 0007 85"),
    ],
)
def test_a_question_takes_its_own_numbers(field: str, number: str) -> None:
    outcome = taken(session_at("proposal.ask").but(asking=field), Said(SENDER, number, 9))
    assert outcome.effects != ()


def test_who_sends_the_same_words_again_is_believed() -> None:
    text = "Vi vill ha ett kök. Anna har cancer i tio scener av vår pjäs om byn."
    stopped = taken(session_at("need"), Said(SENDER, text, 9))
    assert "Skicka då samma text en gång till" in stopped.replies[0].text
    assert "cancer" not in left_behind(stopped)
    other = taken(stopped.session, Said(SENDER, "Eva har cancer och bor i byn", 10))
    assert 'uppgifter om en enskild person: "Eva har cancer"' in other.replies[0].text
    again = taken(stopped.session, Said(SENDER, text, 10))
    assert again.session.need.text == text


def test_what_a_mac_writes_is_looked_at_like_all_else() -> None:
    text = unicodedata.normalize("NFD", "Åsa har cancer och är ensam hela vintern")
    stopped = taken(session_at("need"), Said(SENDER, text, 9))
    assert 'uppgifter om en enskild person: "Åsa har cancer"' in stopped.replies[0].text


def test_a_personal_number_is_never_believed_to_be_nobody() -> None:
    text = "Vi hjälper 131052-308T med handla"
    stopped = taken(session_at("need"), Said(SENDER, text, 9))
    again = taken(stopped.session, Said(SENDER, text, 10))
    assert again.replies == stopped.replies
    assert "en gång till" not in stopped.replies[0].text
    assert stopped.session.stopped == ""


@pytest.mark.parametrize("name", ["Anna_har_cancer.pdf", "811218-9876.pdf", "hetu_131052-308T", "Anna.har.cancer.docx"])
def test_the_name_of_a_file_is_looked_at(name: str) -> None:
    before = session_at("case.write")
    outcome = taken(before, Unreadable(SENDER, "document", 9, Attachment("document", "f", name)))
    assert "Byt namn på filen" in outcome.replies[0].text
    assert outcome.effects == ()


@pytest.mark.covers("X6")
@pytest.mark.parametrize("text", ["Vi driver ett skyddat boende, adressen är Storgatan 5", "adressen är Storgatan 5"])
def test_the_address_of_a_shelter_is_not_kept(text: str) -> None:
    before = session_at("need.read").but(need=Need("Vi driver ett skyddat boende för kvinnor i Växjö"))
    outcome = taken(before, Said(SENDER, text, 9))
    assert "Adressen till ett skyddat boende" in outcome.replies[0].text
    assert "Storgatan" not in left_behind(outcome)


@pytest.mark.parametrize("text", ["card 4111 1111 1111 1111", "nettipankin tunnus 12345678 ja salasana kissa12"])
def test_cards_and_log_ins_are_not_shown_again(text: str) -> None:
    outcome = taken(session_at("case.write"), Said(SENDER, text, 9))
    assert "kortnummer eller en inloggning" in outcome.replies[0].text
    assert (outcome.effects, outcome.replies[0].text.find("1111")) == ((), -1)


def test_help_lines_of_each_country_come_while_the_municipality_is_not_known() -> None:
    stranger = Session(101, 101)
    outcome = taken(stranger, Said(SENDER, "en jaksa enää elää", 9))
    text = outcome.replies[0].text
    assert text.index("Suomessa:") < text.index("09 2525 0111") < text.index("Ruotsissa:") < text.index("90101")
    assert outcome.session.but(offers=(), revision=0, since=0, greeted=False, asked_at=None) == stranger


@pytest.mark.parametrize("text", ["sluta", "lopeta muistutukset", "stop", "avsluta"])
@pytest.mark.parametrize("place", ["start", "need", "proposals", "case"])
def test_words_for_stopping_are_no_distress(place: str, text: str) -> None:
    assert "112" not in taken(session_at(place), Said(SENDER, text, 9)).replies[0].text


@pytest.mark.parametrize("place", PRIVATE)
def test_the_words_of_every_button_may_be_typed(place: str) -> None:
    offers = PLACES[place].ask(turn_of(session_at(place))).session.offers
    elsewhere = session_at("start")
    for offer in offers:
        first = taken(elsewhere, Said(SENDER, offer.label, 9)).replies[0].text
        assert "112" not in first, offer.label
        assert "enskild person" not in first, offer.label


def test_a_need_stays_when_distress_follows_it_at_once() -> None:
    chat = Chat()
    chat.at_once("gubbarna i byn sitter hemma hela vintern och pratar inte med någon", "jag vill dö")
    assert "112" in chat.last()
    assert chat.session.need.text == "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"


def test_words_that_become_distress_only_together_are_seen() -> None:
    chat = Chat()
    chat.at_once("Vi har en bygdegård. Jag vill inte", "leva längre")
    assert "112" in chat.last()


def desk(text: str, session: Session, **more: object) -> Outcome:
    sender = Sender(STAFF, 201, "Nora", "sv", None, 4, "vasa", private=False)
    snapshot = Snapshot("C8RV2", "p9", (), (CASE,), CASE, staff={"vasa": STAFF})
    return step(session, Said(sender, text, 9), World(world().packs, world().lexicon), NOW, snapshot)


def test_a_note_at_the_desk_keeps_no_personal_number() -> None:
    outcome = desk("ring 131052-308T", Session(STAFF, 201, "sv", "vasa"))
    assert (outcome.effects, "131052-308T" in outcome.replies[0].text) == ((), True)


def test_a_note_of_danger_is_kept_with_a_line_on_what_to_do() -> None:
    outcome = desk("hon skrev: jag vill dö", Session(STAFF, 201, "sv", "vasa"))
    assert [type(one) for one in outcome.effects] == [NoteAccess, AddMessage, SaveDesk]
    assert outcome.replies[0].text.startswith("Är någon i fara just nu? Ring 112.")


SPLIT = (
    ("jag vill", "dö"),
    ("ska hänga", "mig ikväll"),
    ("jag tänker ta", "livet av mig"),
    ("hej, jag orkar inte", "leva längre"),
    ("jag vill", "verkligen", "dö"),
    ("kassörens nummer är 131052-", "308T"),
    ("Lisa Berg", "har cancer"),
    ("4111 1111", "1111 1111"),
)
SENT = ("1", "[Skicka idén till kontaktpersonen]", "[Hoppa över]", "[Skicka till kommunen]")
"""From a need to a case that is open."""


def with_a_case() -> Chat:
    chat = Chat()
    chat.walk(NEED.text + " och pratar inte med någon", *SENT)
    chat.pause()
    return chat


@pytest.mark.parametrize("pieces", SPLIT)
@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("place", ["case", "case.write"])
def test_the_rest_of_a_split_text_does_not_reach_the_desk(pieces: tuple[str, ...], at_once: bool, place: str) -> None:
    chat = with_a_case()
    if place == "case.write":
        chat.walk("[Skriv till kontaktpersonen]")
    if at_once:
        chat.at_once(*pieces)
    else:
        chat.walk(*pieces)
    assert pieces[-1] not in "\n".join(chat.desk())
    assert all(pieces[-1] not in item.text for item in chat.session.strays)
    said = [shown.text for shown in chat.stage.chats[101]]
    assert any("112" in text or "inte sparat" in text for text in said)


def test_what_follows_words_of_distress_at_once_is_not_passed_on() -> None:
    chat = with_a_case()
    chat.walk("[Skriv till kontaktpersonen]")
    told = chat.desk()
    chat.at_once("jag orkar inte leva", "längre med det här")
    assert chat.desk() == told
    assert [offer.action.verb for offer in chat.session.offers] == ["stay", "person"]


def test_words_after_others_to_a_case_are_passed_on() -> None:
    chat = with_a_case()
    chat.walk("[Skriv till kontaktpersonen]")
    chat.at_once("Vi har hittat en lokal", "Den ligger vid torget")
    assert "Den ligger vid torget" in chat.desk()[-1]


@pytest.mark.parametrize("place", ["proposal.ask", "idea.name", "case.write", "need", "person", "advice"])
@pytest.mark.parametrize("word", ["tillbaka", "Takas", "palaa", "takaisin", "back", "ok", "OK.", "nej", "kiitos"])
def test_the_word_after_the_help_lines_leads_back(place: str, word: str) -> None:
    session = session_at(place)
    stopped = taken(session, ways_in("jag vill dö")["text"])
    back = taken(stopped.session, Said(SENDER, word, 10))
    assert back.effects == ()
    assert back.replies == PLACES[place].ask(turn_of(session)).replies
