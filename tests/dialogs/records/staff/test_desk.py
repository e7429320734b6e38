"""Who stands in for whom: one after another, in circles, and for nobody in particular; no case is lost on the way."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.records.staff.desk import Absence, Desk, Navigator

NORA, OLLE, PIA, RUT = 201, 202, 203, 204
NAMES = {NORA: "Nora", OLLE: "Olle", PIA: "Pia", RUT: "Rut"}
MONDAY, FRIDAY, NEXT_MONDAY = date(2026, 11, 30), date(2026, 12, 4), date(2026, 12, 7)


def desk(**deputies: int) -> Desk:
    """A desk of four, of whom those that are named are away in the first week of December 2026."""
    away = {name: Absence("2026-11-30", "2026-12-06", deputy) for name, deputy in deputies.items()}
    return Desk("vasa", tuple(Navigator(user, name, away.get(name.lower())) for user, name in NAMES.items()))


@pytest.mark.parametrize(
    ("deputies", "stands_in"),
    [
        ({"nora": OLLE}, "Olle"),
        ({"nora": 0}, None),
        ({"nora": OLLE, "olle": PIA}, "Pia"),
        ({"nora": OLLE, "olle": PIA, "pia": RUT}, "Rut"),
        ({"nora": OLLE, "olle": 0}, None),
        ({"nora": OLLE, "olle": NORA}, None),
        ({"nora": OLLE, "olle": PIA, "pia": OLLE}, None),
        ({"nora": NORA}, None),
        ({"nora": 999}, None),
    ],
)
def test_deputies_chain_and_where_that_leads_nowhere_it_is_everybody(
    deputies: dict[str, int], stands_in: str | None
) -> None:
    found = desk(**deputies).stand_in(NORA, MONDAY)
    assert (found.name if found else None) == stands_in


def test_an_absence_lasts_from_its_first_day_to_its_last() -> None:
    here = desk(nora=OLLE)
    days = [date(2026, 11, 29), MONDAY, FRIDAY, date(2026, 12, 6), NEXT_MONDAY]
    assert [bool(here.absence(NORA, day)) for day in days] == [False, True, True, True, False]
    assert [[item.name for item in here.away(day)] for day in days] == [[], ["Nora"], ["Nora"], ["Nora"], []]


def test_who_comes_back_while_the_deputy_is_still_away_has_the_own_cases_again() -> None:
    here = desk(nora=OLLE, olle=PIA).absent(NORA, None)
    assert (here.absence(NORA, MONDAY), here.stand_in(OLLE, MONDAY)) == (None, here.navigator(PIA))


def test_a_navigator_is_known_once_and_by_the_newest_name() -> None:
    empty = Desk("vasa")
    once = empty.knowing(NORA, "Nora")
    assert once.knowing(NORA, "Nora") is once
    assert once.knowing(OLLE, "Olle").knowing(NORA, "Nora E").navigators == (
        Navigator(NORA, "Nora E"),
        Navigator(OLLE, "Olle"),
    )
    assert empty.absent(NORA, Absence("2026-11-30", "2026-11-30")) is empty


@given(st.dictionaries(st.sampled_from(["nora", "olle", "pia", "rut"]), st.sampled_from([0, *NAMES]), min_size=1))
def test_whoever_stands_in_is_there_and_every_question_has_an_answer(deputies: dict[str, int]) -> None:
    here = desk(**deputies)
    for absent in here.away(MONDAY):
        found = here.stand_in(absent.user, MONDAY)
        assert found is None or (found.user != absent.user and here.absence(found.user, MONDAY) is None)
