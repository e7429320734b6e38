"""The staff group: who may press, what is typed for a button, what is said to somebody without a name."""

import pytest

from dialogs.conversation.effects import AddMessage, NoteAccess
from dialogs.conversation.events import Chose, Commanded, Said, Unreadable
from dialogs.conversation.replies import Action, Addressee, Offer
from dialogs.conversation.session import AnswerDraft, Outcome, Post, Session, Standing
from dialogs.records.case import CaseMessage
from dialogs.records.case_states import CaseAct
from dialogs.records.for_a_time.access import Access
from tests.stages.in_memory import Stage, at, no_papers
from tests.stages.staff_group import CARD, HIDDEN, NORA, NOW, PHOTO, SESSION, taken
from tests.stages.standing import STAFF, world

Act = Chose | Commanded | Said | Unreadable
ACTS = (
    Chose(NORA, 0, 0, 9, pushed=True),
    Said(NORA.but(reply_to=8), "Ta ärendet", 9),
    Said(NORA.but(reply_to=8), "ring dem", 9),
    Said(NORA, "Kom på onsdag", 9),
    Commanded(NORA, "desk", ""),
    Unreadable(NORA, "photo", 9, PHOTO),
)


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing.STRANGER, "Nora, bara de som är med i gruppen kan göra något här. Inget har ändrats."),
        (Standing.UNKNOWN, "Nora, jag kunde inte fråga Telegram om du är med i gruppen. Inget har ändrats."),
    ],
)
@pytest.mark.parametrize("act", ACTS)
def test_who_is_not_known_to_be_a_member_changes_nothing(standing: Standing, words: str, act: Act) -> None:
    outcome = taken(act, post=CARD, standing=standing)
    assert (outcome.session, outcome.effects) == (SESSION, ())
    assert outcome.replies[0].text.startswith(words)
    assert taken(Said(NORA, "vi ses", 9), SESSION.but(place="desk"), standing=standing).replies == ()


def test_a_number_is_an_answer_where_one_is_written() -> None:
    session = SESSION.but(offers=(Offer("Avbryt", Action("desk.cancel", "K7WM4 d1")),))
    assert taken(Said(NORA, "1", 9), session).session.drafts == {"K7WM4": AnswerDraft("d2", "1", messages=(9,))}


def test_a_change_of_language_shows_the_draft_in_hand_once_more() -> None:
    session = SESSION.but(place="desk.preview", drafts={"K7WM4": AnswerDraft("d1", "Kom på onsdag")})
    post = Post("K7WM4", (Offer("Suomeksi", Action("language", "fi")),), Addressee(201, "Nora"))
    outcome = taken(Chose(NORA, 0, 0, 9, pushed=True), session, post=post)
    assert "Nora, tämän yhdistys näkee asiasta K7WM4:" in outcome.replies[0].text
    assert outcome.session.offers[0] == Offer("Lähetä", Action("desk.send", "K7WM4 d2"))


def test_a_choice_of_language_is_for_who_asked_for_it() -> None:
    post = Post("desk", (Offer("Suomeksi", Action("language", "fi")),), Addressee(202, "Niko"))
    outcome = taken(Chose(NORA, 0, 0, 9, pushed=True), post=post)
    assert outcome.session == SESSION
    assert outcome.replies[0].text == (
        "Nora, det meddelandet är till Niko. Bara Niko kan använda knapparna under det. Inget har ändrats."
    )


def test_who_hides_behind_the_group_gets_the_list_and_may_note_and_is_told_the_rest_once_a_day() -> None:
    nobody = Session(STAFF, STAFF, "sv", "vasa")
    assert "Lediga:" in taken(Commanded(HIDDEN, "desk", ""), nobody).replies[0].text
    note = taken(Said(HIDDEN.but(reply_to=8), "ring dem", 9), nobody, post=CARD)
    said = CaseMessage("navigator", "ring dem", NOW, internal=True, name="Personal", message=9)
    noted = NoteAccess(Access(NOW, "K7WM4", STAFF, CaseAct.NOTE))
    assert note.effects == (noted, AddMessage("K7WM4", said))
    first = taken(Said(HIDDEN, "Kom på onsdag", 9), nobody)
    assert first.replies[0].text.startswith("Du skriver som gruppen eller som en kanal.")
    assert taken(Said(HIDDEN, "hej", 10), first.session) == Outcome(first.session)
    claimed = taken(Said(HIDDEN.but(reply_to=8), "Ta ärendet", 9), first.session, post=CARD)
    assert (claimed.effects, claimed.replies) == ((), first.replies)


def test_what_no_answer_can_hold_is_told_to_whoever_writes_one_and_is_talk_to_others() -> None:
    sticker = Unreadable(NORA, "sticker", 9)
    told = taken(sticker)
    assert told.session == SESSION
    assert told.replies[0].text == (
        "Nora, det där kan jag inte skicka till föreningen. "
        "Skriv svaret i ärende K7WM4 med ord, eller skicka en bild eller en fil."
    )
    assert taken(sticker, SESSION.but(place="desk.preview")).replies == ()


def test_the_name_of_a_language_is_talk() -> None:
    nobody = Session(STAFF, 201, "sv", "vasa")
    assert taken(Said(NORA, "suomi", 9), nobody) == Outcome(nobody)


def test_send_typed_where_the_button_says_send_anyway_shows_the_draft_once_more() -> None:
    anyway = (Offer("Skicka ändå", Action("desk.send", "K7WM4 d1")),)
    session = SESSION.but(place="desk.preview", drafts={"K7WM4": AnswerDraft("d1", "Kom på onsdag")}, offers=anyway)
    shown = taken(Said(NORA, "skicka", 9), session)
    assert shown.effects == ()
    assert "Kom på onsdag" in shown.replies[0].text
    assert shown.session.offers[0] == Offer("Skicka", Action("desk.send", "K7WM4 d2"))


@pytest.mark.parametrize(
    ("typed", "place", "reply_to", "shown"),
    [
        ("k7wm4", "desk", None, True),
        ("K1 WM4.", "desk", None, True),
        ("K7WM4 ringde", "desk", None, False),
        ("C8RV2", "desk", None, False),
        ("k7wm4", "desk.write", None, False),
        ("k7wm4", "desk", 8, False),
    ],
)
def test_a_reference_alone_shows_its_case_but_not_where_it_is_an_answer_or_a_note(
    typed: str, place: str, reply_to: int | None, *, shown: bool
) -> None:
    outcome = taken(Said(NORA.but(reply_to=reply_to), typed, 9), SESSION.but(place=place), post=CARD)
    assert any(reply.text.startswith("<b>K7WM4 · Byalaget</b>") for reply in outcome.replies) == shown
    assert (outcome.replies == ()) == (not shown and place == "desk" and reply_to is None)


def desk_of(text: str) -> list[str]:
    """What the group is answered when a navigator writes this about a new case; none where it is left alone."""
    stage = Stage(world(), at("2023-09-01T06:00"), render=no_papers)
    for said in ("/start", "Vasa", "Många äldre sitter ensamma hela vintern", "ja", "Skicka idén till kontaktpersonen"):
        stage.say(101, 101, said)
    for said in ("Byalaget", "Skicka till kommunen"):
        stage.say(101, 101, said)
    before = len(stage.chats[STAFF])
    stage.say(STAFF, 201, text, name="Nora")
    return [item.text.partition(" Du kan")[0] for item in stage.chats[STAFF][before:]]


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("jag tar K7WM4", ["Nora har tagit ärende K7WM4."]),
        ("k7wm4 otan tämän", ["Nora har tagit ärende K7WM4."]),
        ("svara K7WM4", ["Nora, skriv svaret till föreningen i ärende K7WM4."]),
        ("vastaa K7WM4", ["Nora, skriv svaret till föreningen i ärende K7WM4."]),
        ("reply to K7WM4", ["Nora, skriv svaret till föreningen i ärende K7WM4."]),
        ("siirrä asia k7wm4 liikuntaan", ["Nora, vart hör ärende K7WM4?"]),
        ("flytta K7WM4 till idrotten", ["Nora, vart hör ärende K7WM4?"]),
        ("vi kan svara K7WM4", []),
        ("jag tar kaffe", []),
        ("svara", []),
        ("K7WM4 ringde", []),
    ],
)
def test_what_navigators_say_of_a_case_by_its_name_is_done(text: str, answered: list[str]) -> None:
    assert desk_of(text)[: len(answered) or None] == answered
