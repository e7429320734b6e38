"""The other ways of a municipality: offices, forms, rounds that can still be met, doors outside of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.conversation.session import Session
from dialogs.conversation.turn import Turn
from dialogs.decisions.other_ways import named, other_ways
from dialogs.records.case import Case
from knowledge.language import Language, words
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Round, Status
from tests.stages.staff_answer import CASE as KNOWN
from tests.stages.staff_answer import NOW
from tests.stages.standing import STAFF, standing, world

CASE = KNOWN.but(need=KNOWN.need.but(offices=("welfare",)), form="PARTNERSHIP", round="partnership-2023")
NEXT = Round(
    "spring", {Language.SV: "Våren", Language.FI: "Kevät", Language.EN: "Spring"}, Status.OPEN,
    NOW + timedelta(days=10), NOW + timedelta(days=60), None, 0, (),
)  # fmt: skip

SPRING = [
    (
        Language.SV,
        "Den öppnar måndag 11 september 2023.",
        "Den sista dagen är tisdag 31 oktober 2023 kl. 08.00.",
    ),
    (
        Language.FI,
        "Haku alkaa maanantaina 11. syyskuuta 2023.",
        "Se päättyy tiistaina 31. lokakuuta 2023 klo 8.00.",
    ),
    (
        Language.EN,
        "It opens on Monday 11 September 2023.",
        "The last day is Tuesday 31 October 2023 at 08:00.",
    ),
]


def at_desk(case: Case = CASE, language: str = "sv", rounds: tuple[Round, ...] = ()) -> Turn:
    turn = standing(Session(STAFF, 201, language, case.municipality), case=case, staff=case.municipality)
    if not rounds:
        return turn
    packs = {name: replace(pack, rounds=(*pack.rounds, *rounds)) for name, pack in world().packs.items()}
    return replace(turn, world=replace(world(), packs=packs))


def test_what_the_case_has_already_is_no_other_way() -> None:
    assert [way.name for way in other_ways(at_desk(), CASE, Language.SV)] == [
        "office:culture-leisure",
        "office:integration",
        "form:GRANT",
        "form:IOP",
        "form:PROC",
        "form:RESERVED",
        "door:own-help",
        "door:grants-admin",
        "door:other-town",
        "door:offer",
    ]


def test_buttons_are_read_by_the_navigator_and_words_by_the_association() -> None:
    way = named(at_desk(language="fi"), CASE, "office:culture-leisure", Language.SV)
    assert way is not None
    assert way.label == "Kulttuuri, liikunta ja nuoriso"
    assert way.words == (
        "Kultur, idrott och unga. Fråga kontaktpersonen vart ni ska gå. I mars 2023 tog staden emot ansökningar om "
        "stöd till bland annat idrott och unga."
    )
    assert named(at_desk(), CASE, "office:no-more", Language.SV) is None


def test_what_the_clock_has_not_reached_is_not_told() -> None:
    way = named(at_desk(), CASE, "form:GRANT", Language.SV)
    assert way is not None
    assert way.words == (
        "Understöd. Staden ger pengar till en viss del av er verksamhet. Ni styr den själva. "
        "Passar när ni söker pengar till det ni redan gör."
    )


@pytest.mark.parametrize(("language", "opens", "ends"), SPRING)
def test_the_next_round_is_told_with_its_days(language: Language, opens: str, ends: str) -> None:
    way = named(at_desk(rounds=(NEXT,)), CASE, "round:spring", language)
    assert way is not None
    assert (way.label, way.words) == ("Nästa omgång: Våren", f"{words(NEXT.name, language)}. {opens} {ends}")


@pytest.mark.parametrize(
    "round_",
    [
        replace(NEXT, deadline=NOW),
        replace(NEXT, status=Status.UNVERIFIED),
        replace(NEXT, status=Status.HISTORIC),
        replace(NEXT, status=Status.CLOSED),
        replace(NEXT, id="partnership-2023"),
    ],
    ids=["over", "unverified", "historic", "closed", "the case's own"],
)
def test_a_round_that_cannot_be_met_or_that_nobody_has_set_is_no_way(round_: Round) -> None:
    assert [way for way in other_ways(at_desk(rounds=(round_,)), CASE, Language.SV) if way.name == "round:spring"] == []


@pytest.mark.parametrize("municipality", sorted(load_packs()))
@pytest.mark.parametrize("language", Language)
def test_every_municipality_has_other_ways_in_every_language(municipality: str, language: Language) -> None:
    case = CASE.but(municipality=municipality)
    ways = other_ways(at_desk(case, language.value), case, language)
    assert len(ways) >= 3
    assert [way for way in ways if not (way.label.strip() and way.words.strip())] == []
    assert len({way.name for way in ways}) == len(ways)
