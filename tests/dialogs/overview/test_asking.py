"""What a navigator asks for of all cases: which year, in which language, and that nothing but an order comes of it."""

import pytest

from dialogs.conversation.effects import NoteAccess, Order, SendOrder, Wanted
from dialogs.conversation.events import Commanded, Said
from dialogs.conversation.replies import Action, Addressee, Receipt
from dialogs.conversation.session import Outcome, Session, Snapshot, Standing
from dialogs.records.for_a_time.access import Access
from dialogs.step import step
from tests.stages.staff_group import NORA, NOW
from tests.stages.standing import STAFF, world

NOTED = NoteAccess(Access(NOW, "desk-vasa", 201, "export"))
AT_DESK = Session(STAFF, 201, "sv", "vasa", "desk")


def asked(text: str, session: Session = AT_DESK) -> Outcome:
    command, _, argument = text.removeprefix("/").partition(" ")
    nora = NORA.but(thread=7)
    event = Commanded(nora, command, argument) if text.startswith("/") else Said(nora, text, 9)
    return step(session, event, world(), NOW, Snapshot("W9FG3", "d2", staff={"vasa": STAFF}))


def order(outcome: Outcome) -> Order:
    effect, *noted = outcome.effects
    assert isinstance(effect, SendOrder)
    assert noted == [NOTED] * (effect.order.wanted is Wanted.EXPORT)
    return effect.order


def test_an_overview_is_of_this_year_in_the_language_of_whoever_asks_and_comes_to_their_topic() -> None:
    outcome = asked("/overview", AT_DESK.but(language="fi"))
    effect, *noted = outcome.effects
    assert noted == [NOTED] * (effect.order.wanted is Wanted.EXPORT)
    assert outcome.replies == ()
    assert effect == SendOrder(
        Order(Wanted.OVERVIEW, "vasa", "fi", 2023, "2023-09-01"),
        STAFF,
        7,
        outcome.session.offers,
        Receipt(
            STAFF,
            "",
            "Pyytämänne ei tullut perille. Yrittäkää hetken päästä uudelleen.",
            doubtful="En tiedä, tuliko pyytämänne perille. Jos se puuttuu, yrittäkää uudelleen.",
            once="order:d2",
        ),
    )
    assert [(offer.label, offer.action) for offer in outcome.session.offers] == [
        ("Viime vuosi, 2022", Action("overview.show", "2022"))
    ]


@pytest.mark.parametrize(
    ("typed", "year"), [("/overview 2022", 2022), ("/overview i fjol", 2022), ("/overview Last year", 2022)]
)
def test_another_year_is_named_in_figures_or_words_of_any_language(typed: str, year: int) -> None:
    outcome = asked(typed)
    assert order(outcome).year == year
    assert [offer.label for offer in outcome.session.offers] == ["Visa 2021", "I år, 2023"]


@pytest.mark.parametrize("typed", ["förra året", "2022", "Förra året, 2022", "1"])
def test_the_button_to_another_year_can_be_typed(typed: str) -> None:
    first = asked("/overview")
    assert order(asked(typed, first.session)).year == 2022


@pytest.mark.parametrize("typed", ["2024", "1999", "kören", "20233"])
def test_what_names_no_year_that_has_begun_is_answered_with_how_to_ask(typed: str) -> None:
    outcome = asked(f"/overview {typed}")
    assert (outcome.effects, outcome.replies[0].text[:40]) == ((), "Skriv ett år, till exempel /overview 202")


def test_the_tables_are_sent_only_after_a_press_of_whoever_asked_who_is_told_who_sees_them() -> None:
    question = asked("/export")
    [reply] = question.replies
    assert (question.effects, reply.whom, [offer.label for offer in reply.offers]) == (
        (),
        Addressee(201, "Nora"),
        ["Skicka filerna hit", "Avbryt"],
    )
    assert "Det är personuppgifter.\nAlla i gruppen kan öppna filerna, även de som kommer med senare." in reply.text
    sent = asked("skicka filerna hit", question.session)
    assert order(sent) == Order(Wanted.EXPORT, "vasa", "sv", 0, "2023-09-01")
    assert (sent.session.offers, sent.replies) == ((), ())
    assert asked("skicka filerna hit", sent.session).effects == ()


def test_who_thinks_better_of_it_gets_nothing() -> None:
    nothing = asked("avbryt", asked("/export").session)
    assert (nothing.effects, nothing.replies[0].text) == ((), "Då skickar jag ingenting.")


def test_the_tables_of_one_year_can_be_asked_for() -> None:
    question = asked("/export förra året")
    assert question.replies[0].text.startswith("Nora, filerna har alla ärenden från 2022:")
    assert order(asked("1", question.session)).year == 2022
    assert asked("/export kören").replies[0].text.startswith("Skriv ett år")


def test_who_writes_as_the_group_gets_numbers_and_no_tables_of_people() -> None:
    hidden = NORA.but(user=STAFF, nameless=True)
    known = Snapshot("W9FG3", "d2", staff={"vasa": STAFF})
    outcomes = {
        name: step(AT_DESK.but(user=STAFF), Commanded(hidden, name, ""), world(), NOW, known)
        for name in ("overview", "report", "gaps", "export")
    }
    assert order(outcomes["overview"]).wanted is Wanted.OVERVIEW
    assert outcomes["export"].replies[0].text.startswith("Du skriver som gruppen eller som en kanal.")


def test_the_gaps_are_those_of_the_year_that_is_named() -> None:
    assert order(asked("/gaps")) == Order(Wanted.GAPS, "vasa", "sv", 2023, "2023-09-01")
    assert order(asked("/gaps i fjol")).year == 2022


def test_the_yearly_report_is_of_the_year_that_is_named() -> None:
    assert order(asked("/report 2022")) == Order(Wanted.REPORT, "vasa", "sv", 2022, "2023-09-01")
    assert asked("/report nästa år").replies[0].text.startswith("Skriv ett år")


@pytest.mark.parametrize("typed", ["/oversikt", "/yleiskuva", "/rapport", "/raportti", "/luckor", "/puutteet"])
def test_each_command_has_a_name_in_swedish_and_finnish_too(typed: str) -> None:
    assert order(asked(typed)).year == 2023


@pytest.mark.parametrize("standing", [Standing.STRANGER, Standing.UNKNOWN])
@pytest.mark.parametrize("command", ["overview", "export", "report", "gaps"])
def test_who_is_not_known_to_be_a_member_gets_nothing(standing: Standing, command: str) -> None:
    known = Snapshot("W9FG3", "d2", staff={"vasa": STAFF}, standing=standing)
    outcome = step(AT_DESK, Commanded(NORA, command, ""), world(), NOW, known)
    assert (outcome.effects, outcome.session.offers, len(outcome.replies)) == ((), (), 1)
