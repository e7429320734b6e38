"""Doors by dated rules, whatever a municipality calls its offices."""

from dataclasses import replace
from datetime import date

import pytest

from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Office, Pack
from knowledge.needs.route import gives_no_grants, route

CALLED = {"welfare": "north", "integration": "east", "culture-leisure": "south"}
NOW, THEN = date(2026, 11, 29), date(2015, 6, 1)


def _renamed(office: Office) -> Office:
    rules = [replace(rule, successors=tuple(CALLED[item] for item in rule.successors)) for rule in office.rules]
    return replace(office, id=CALLED[office.id], rules=tuple(rules))


@pytest.fixture(scope="module")
def town() -> Pack:
    """Växjö's offices under names that nothing knows: `north` gives no grants since 2016 and names two successors."""
    pack = load_packs(["vaxjo"])["vaxjo"]
    return replace(pack, offices=tuple(_renamed(office) for office in pack.offices))


@pytest.mark.parametrize(
    ("thought_of", "grant", "day", "doors", "turned_away"),
    [
        (("north",), False, NOW, ["north"], False),
        (("north",), True, THEN, ["north"], False),
        (("north",), True, NOW, ["south"], True),
        (("north", "east"), True, NOW, ["east", "south"], True),
        (("north", "south"), True, NOW, ["south"], True),
        (("south",), True, NOW, ["south"], False),
        (("west",), False, NOW, ["north"], False),
        ((), True, NOW, ["south"], True),
    ],
)
def test_a_grant_goes_on_to_the_last_successor_and_to_those_whose_own_it_is(
    town: Pack, thought_of: tuple[str, ...], grant: bool, day: date, doors: list[str], turned_away: bool
) -> None:
    found = route(town, thought_of, grant=grant, day=day)
    assert ([office.id for office in found.offices], found.turned_away is not None) == (doors, turned_away)


def test_an_office_without_successors_sends_nowhere(town: Pack) -> None:
    north = town.offices[0]
    alone = replace(north, rules=tuple(replace(rule, successors=()) for rule in north.rules))
    assert route(replace(town, offices=(alone,)), ("north",), grant=True, day=NOW).offices == ()


def test_the_rule_of_an_office_that_gives_no_grants_holds_from_its_day(town: Pack) -> None:
    told = [gives_no_grants(town, day) for day in (NOW, THEN)]
    assert [rule and rule.id for rule in told] == ["no-grants", None]
