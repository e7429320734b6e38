"""The choice of a language at the desk: one person's own, or that of what all in the group read."""

import pytest

from dialogs.cards.card import card
from dialogs.conversation.effects import KeepLanguage
from dialogs.conversation.events import Chose, Commanded, Said
from dialogs.conversation.replies import Action, Addressee, Offer, Reply
from dialogs.conversation.session import AnswerDraft, Outcome, Post, Session, Snapshot
from dialogs.records.case_states import CaseState
from dialogs.step import step
from knowledge.language import Language
from tests.stages.in_memory import Stage
from tests.stages.staff_group import CASE, NORA, NOW, OTHER, taken
from tests.stages.standing import STAFF, standing, world

FRESH = Session(STAFF, 201)
HERS = Addressee(201, "Nora")
LANGUAGES = (
    Offer("Svenska", Action("language", "sv")),
    Offer("Suomeksi", Action("language", "fi")),
    Offer("In English", Action("language", "en")),
)

TOLD = {
    "sv": "Nora, nu läser du svenska här, i andra grupper och när du skriver till mig privat. "
    "Gruppens språk är svenska.",
    "fi": "Nora, luette nyt suomea täällä, muissa ryhmissä ja silloin, kun kirjoitatte vain minulle. "
    "Ryhmän kieli on ruotsi.",
    "en": "Nora, you now read English here, in other groups and when you write to me alone. "
    "The group's language is Swedish.",
}


def pressed(
    offer: Offer, session: Session = FRESH, cases: tuple[object, ...] = (), group: str = "", own: str = ""
) -> Outcome:
    """What comes of a press of Nora's under a question that was put to her."""
    snapshot = Snapshot(
        "W9FG3",
        "d2",
        cases=cases,
        post=Post("desk", (offer,), HERS),
        staff={"vasa": STAFF},
        desk_languages={"vasa": group} if group else {},
        own_language=own,
    )
    return step(session, Chose(NORA, 0, 0, 9, pushed=True), world(), NOW, snapshot)


def test_the_command_asks_and_tells_that_the_cards_are_everyones() -> None:
    [asked] = taken(Commanded(NORA, "language", ""), FRESH).replies
    assert asked == Reply(
        "Nora, vilket språk vill du läsa? Ditt val gäller bara dig. Korten läser alla, och gruppens språk är svenska.",
        (*LANGUAGES, Offer("För hela gruppen", Action("desk.for_all"))),
        about="desk",
        whom=HERS,
    )


@pytest.mark.parametrize(("code", "told"), TOLD.items())
def test_one_choice_is_for_the_person_wherever_they_write(code: str, told: str) -> None:
    outcome = pressed(Offer("?", Action("language", code)))
    assert (outcome.session.language, outcome.session.language_chosen) == (code, True)
    assert outcome.replies == (Reply(told),)
    assert outcome.effects == (KeepLanguage(201, 201, code),)


def test_a_button_of_the_question_can_be_typed() -> None:
    asked = taken(Commanded(NORA, "language", ""), FRESH).session
    assert taken(Said(NORA, "suomeksi", 9), asked).effects == (KeepLanguage(201, 201, "fi"),)
    assert taken(Said(NORA, "4", 9), asked).replies[0].text.startswith("Nora, vilket språk ska gruppen ha?")


def test_a_language_that_only_follows_the_groups_is_not_remembered_as_a_choice() -> None:
    listed = step(FRESH, Commanded(NORA, "desk", ""), world(), NOW, Snapshot(desk_languages={"vasa": "fi"}))
    assert listed.replies[0].text.startswith("Omat:\nei yhtään")
    assert (listed.session.language, listed.session.language_chosen) == ("", False)


def test_the_whole_group_is_asked_about_and_told_in_both_languages_and_its_newest_cards_change() -> None:
    [asked] = pressed(Offer("?", Action("desk.for_all"))).replies
    assert asked.text == (
        "Nora, vilket språk ska gruppen ha? Det gäller korten och annat som alla läser. Alla får veta att det ändras."
    )
    of_all = tuple(Offer(one.label, Action("desk.language_of_all", one.action.argument)) for one in LANGUAGES)
    assert asked.offers == of_all
    closed = OTHER.but(reference="P3QX9", state=CaseState.CLOSED)
    outcome = pressed(of_all[1], cases=(CASE, OTHER, closed))
    told, *cards = outcome.replies
    assert told == Reply(
        "Nora valitsi ryhmälle kielen. Se on nyt suomi. Uusimmat kortit vaihtuvat heti, muut silloin, kun asiassa "
        "tapahtuu jotain. Haluatteko itse lukea toista kieltä? Kirjoittakaa /language.\n\n"
        "Nora har valt gruppens språk: finska. De nyaste korten ändras nu, andra när något händer i ärendet. "
        "Vill du själv läsa ett annat språk? Skriv /language."
    )
    turn = standing(FRESH, staff="vasa")
    assert cards == [card(turn, case, STAFF, Language.FI) for case in (OTHER, CASE)]
    assert outcome.effects == (KeepLanguage(STAFF, STAFF, "fi"),)
    assert not outcome.session.language_chosen


def test_what_was_asked_of_a_person_is_asked_again_in_the_new_language() -> None:
    session = Session(
        STAFF, 201, "sv", "vasa", "desk.preview", case="K7WM4", drafts={"K7WM4": AnswerDraft("d1", "Kom på onsdag")}
    )
    post = Post("K7WM4", (Offer("Suomeksi", Action("language", "fi")),), HERS)
    shown = taken(Chose(NORA, 0, 0, 9, pushed=True), session, post=post).replies[0]
    assert shown.text.endswith(
        "Ryhmän kieli on ruotsi.\n\nNora, tämän yhdistys näkee asiasta K7WM4:\n\n"
        "Svar i ärende K7WM4 (Byalaget):\n\nKom på onsdag"
    )


def test_a_button_typed_in_any_language_and_an_older_card_in_another_do_what_they_say() -> None:
    typed = taken(Said(NORA, "Ota käsittelyyn K7WM4", 9), Session(STAFF, 201, "sv", "vasa"))
    assert typed.effects[0].case.owner == 201
    older = Post("K7WM4", (Offer("Släpp ärendet", Action("desk.release", "K7WM4")),))
    press = Chose(NORA, 0, 0, 9, pushed=True, heading="K7WM4 · Byalaget", label="Ota käsittelyyn")
    assert taken(press, Session(STAFF, 201, "sv", "vasa"), post=older).effects[0].case.owner == 201


@pytest.mark.parametrize(("name", "code"), [("Suomi", "fi"), ("finskt", "fi"), ("Svenska", "sv"), ("English", "en")])
def test_the_name_of_a_language_answers_the_question_for_one(name: str, code: str) -> None:
    stage = Stage(world(), NOW)
    stage.say(STAFF, 201, "/language", name="Nora")
    stage.say(STAFF, 201, name, name="Nora")
    assert stage.chats[STAFF][-1].text == TOLD[code]


def test_it_answers_the_question_for_the_whole_group_too_and_is_nothing_where_none_was_asked() -> None:
    stage = Stage(world(), NOW)
    stage.say(STAFF, 201, "/language", name="Nora")
    stage.say(STAFF, 201, "För hela gruppen", name="Nora")
    stage.say(STAFF, 201, "suomi", name="Nora")
    told = stage.chats[STAFF][-1].text
    assert told.startswith("Nora valitsi ryhmälle kielen. Se on nyt suomi.")
    stage.say(STAFF, 201, "suomi", name="Nora")
    assert stage.chats[STAFF][-1].text == told
