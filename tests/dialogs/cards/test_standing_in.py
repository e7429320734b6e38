"""Who stands in is said of an owner who is away, and of everybody who is while nobody has a case."""

import pytest

from dialogs.cards.standing_in import called, in_brief, of_desk, of_owner, who_acts
from dialogs.conversation.session import Session
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.records.staff.desk import Absence, Desk
from knowledge.language import Language
from tests.stages.standing import STAFF, standing

CASE = Case("K7WM4", "vasa", 101, "sv", "Köket", Need(), (), state="claimed", owner=201, owner_name="Nora")
DESK = Desk("vasa").knowing(201, "Nora").knowing(202, "Olle")
TURN = standing(Session(STAFF, 201, "sv", "vasa"), staff="vasa")


@pytest.mark.parametrize(
    ("language", "said", "brief"),
    [
        (Language.SV, "Nora är borta till och med tis 5.9. Olle ersätter.", "borta, Olle ersätter"),
        (Language.FI, "Nora on poissa vielä ti 5.9. Sijainen on Olle.", "poissa, sijainen Olle"),
        (
            Language.EN,
            "Nora is away up to and including Tue 5 Sep. Olle stands in.",
            "away, Olle stands in",
        ),
    ],
)
def test_an_owner_who_is_away_is_named_with_the_deputy(language: Language, said: str, brief: str) -> None:
    turn = TURN.with_desk(DESK.absent(201, Absence("2023-08-28", "2023-09-05", 202)))
    assert (of_owner(turn, CASE, language), of_desk(turn, "vasa", language)) == (said, said)
    assert in_brief(turn, CASE, language) == brief


@pytest.mark.parametrize("absence", [None, Absence("2023-09-04", "2023-09-05"), Absence("2023-08-01", "2023-08-31")])
def test_nothing_is_said_of_who_is_there(absence: Absence | None) -> None:
    turn = TURN.with_desk(DESK.absent(201, absence))
    assert (of_owner(turn, CASE, Language.SV), of_desk(turn, "vasa", Language.SV)) == ("", "")
    assert in_brief(turn, CASE, Language.SV) == ""


def test_without_a_deputy_it_is_everybody() -> None:
    turn = TURN.with_desk(DESK.absent(201, Absence("2023-08-28", "2023-09-05")))
    assert of_owner(turn, CASE, Language.SV) == "Nora är borta till och med tis 5.9. Alla vid bordet ersätter."
    assert in_brief(turn, CASE, Language.SV) == "borta"


def test_a_notice_calls_whoever_is_to_act() -> None:
    away = TURN.with_desk(DESK.absent(201, Absence("2023-08-28", "2023-09-05", 202)))
    everybody = TURN.with_desk(DESK.absent(201, Absence("2023-08-28", "2023-09-05")))
    assert who_acts(TURN, CASE) == '<a href="tg://user?id=201">Nora</a>'
    assert who_acts(away, CASE) == '<a href="tg://user?id=202">Olle</a>'
    assert (who_acts(everybody, CASE), who_acts(TURN, CASE.but(owner=0, owner_name=""))) == ("", "")
    assert of_owner(away, CASE, Language.SV, calls=True) == (
        'Nora är borta till och med tis 5.9. <a href="tg://user?id=202">Olle</a> ersätter.'
    )


def test_a_name_is_but_a_name_whatever_its_bearer_wrote_in_it() -> None:
    assert called(201, "<b>Nora</b>") == '<a href="tg://user?id=201">&lt;b&gt;Nora&lt;/b&gt;</a>'
    assert called(0, "<Nora>") == "&lt;Nora&gt;"
    turn = TURN.with_desk(DESK.knowing(202, "<i>").absent(201, Absence("2023-08-28", "2023-09-05", 202)))
    assert of_owner(turn, CASE.but(owner_name="<u>"), Language.SV, calls=True).count("<") == 2
