"""The parts of a proposal: each question stands in one, and its state follows from the answers."""

from collections.abc import Mapping

import pytest

from dialogs.proposal.tasks import parts
from dialogs.proposal.tasks.parts import PartState
from dialogs.records.proposal import Answer, Proposal
from knowledge.municipality.meaning import Part
from knowledge.municipality.pack import SECTIONS, Pack
from tests.stages.standing import world

PACKS = world().packs
VASA = PACKS["vasa"]
MONEY = ("FP07", "FP11", "FP12", "FP13")


def draft(answers: Mapping[str, Answer] | None = None, town: str = "vasa") -> Proposal:
    return Proposal("p1", 101, town, "", "sv", dict(answers or {}))


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_every_field_stands_in_one_part(pack: Pack) -> None:
    found = [field.id for one in parts.standings(pack, draft(town=pack.id)) for field in one.fields]
    own = [f.id for f in pack.fields if f.section in SECTIONS and f.country in {"", pack.country}]
    assert sorted(found) == sorted(own)


def test_no_part_has_more_rows_than_a_phone_shows() -> None:
    assert max(len(one.fields) for pack in PACKS.values() for one in parts.standings(pack, draft(town=pack.id))) <= 8


def test_in_vasa_the_parts_come_as_their_questions_do() -> None:
    assert [one.part for one in parts.standings(VASA, draft())] == list(Part)


GIVEN, UNKNOWN, SKIPPED = Answer("given", "24", 24), Answer("unknown"), Answer("skipped")
ROWS, NONE = Answer("given", "Hyra 6000", [{"what": "Hyra", "sum": 6000}]), Answer("given", "nej", [])
YEARS = Answer("given", "6000", [{"year": None, "sum": 6000}])
STATES = [
    ({}, (0, 4, PartState.NOT_BEGUN, False, 4)),
    ({"FP13": GIVEN}, (1, 4, PartState.BEGUN, False, 4)),
    ({"FP13": Answer("unclear", "länge")}, (0, 4, PartState.BEGUN, True, 4)),
    (dict.fromkeys(MONEY, UNKNOWN), (0, 4, PartState.BEGUN, False, 4)),
    (dict.fromkeys(MONEY, SKIPPED), (0, 4, PartState.BEGUN, False, 4)),
    ({"FP07": ROWS, "FP11": NONE, "FP12": YEARS, "FP13": GIVEN}, (4, 4, PartState.DONE, False, 0)),
]


@pytest.mark.parametrize(("answers", "expected"), STATES)
def test_a_part_tells_how_far_it_has_come(answers: dict[str, Answer], expected: object) -> None:
    one = parts.named(VASA, draft(answers), "money")
    assert one is not None
    assert (one.answered, one.asked, one.state, one.unclear, one.minutes) == expected


def test_a_part_in_which_nothing_is_asked_is_extra() -> None:
    vaxjo = PACKS["vaxjo"]
    one = parts.named(vaxjo, draft(town="vaxjo"), "plan")
    assert one is not None
    assert (one.state, one.minutes) == (PartState.EXTRA, 0)


def test_a_part_that_no_pack_has_is_none() -> None:
    assert parts.named(VASA, draft(), "basics") is None


def test_the_short_set_takes_five_minutes_and_the_long_one_half_an_hour() -> None:
    times = {pack.id: parts.minutes_of(pack.asked[""]) for pack in PACKS.values()}
    assert times == {"vasa": 25, "vaxjo": 10, "goteborg": 10, "ostersund": 10}
