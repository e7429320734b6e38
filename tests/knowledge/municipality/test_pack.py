"""What a pack answers by itself: which round is open, which rule holds, which fields are asked."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import SECTIONS, Round, Rule, Status

VASA = load_packs(["vasa"])["vasa"]
DEADLINE = datetime(2027, 9, 15, 12, 45, tzinfo=UTC)
OPENS = DEADLINE - timedelta(days=30)
SECOND = timedelta(seconds=1)
ROUND = Round("autumn", {}, Status.OPEN, OPENS, DEADLINE, None, 10, ())
RULE = Rule("r", "grant", accepts=True, valid_from=None, valid_until=None, successors=(), note={}, fact="V1")


@pytest.mark.parametrize(
    ("status", "now", "is_open"),
    [
        (Status.OPEN, OPENS, True),
        (Status.OPEN, OPENS - SECOND, False),
        (Status.OPEN, DEADLINE, True),
        (Status.OPEN, DEADLINE + SECOND, False),
        (Status.HISTORIC, OPENS, True),
        (Status.CLOSED, OPENS, False),
        (Status.UNVERIFIED, OPENS, False),
    ],
)
def test_a_round_is_open_when_a_person_said_so_and_the_clock_agrees(
    status: Status, now: datetime, is_open: bool
) -> None:
    around = replace(ROUND, status=status)
    assert (around.is_open(now), replace(VASA, rounds=(around,)).open_round(now)) == (
        is_open,
        around if is_open else None,
    )


def test_a_round_without_a_first_day_is_open_until_its_last() -> None:
    assert replace(ROUND, opens=None).is_open(datetime(2000, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("valid_from", "valid_until", "holds"),
    [
        (None, None, [True, True, True]),
        (date(2027, 1, 2), None, [False, True, True]),
        (None, date(2027, 1, 2), [True, True, False]),
        (date(2027, 1, 2), date(2027, 1, 2), [False, True, False]),
    ],
)
def test_a_rule_holds_on_both_its_ends(valid_from: date | None, valid_until: date | None, holds: list[bool]) -> None:
    rule = replace(RULE, valid_from=valid_from, valid_until=valid_until)
    assert [rule.holds(date(2027, 1, day)) for day in (1, 2, 3)] == holds


def test_rounds_and_offices_are_found_by_their_ids() -> None:
    later = replace(ROUND, id="winter", deadline=DEADLINE + timedelta(days=90))
    pack = replace(VASA, rounds=(later, ROUND))
    assert (pack.round("autumn"), pack.round("gone"), pack.last_round()) == (ROUND, None, later)
    assert replace(VASA, rounds=()).last_round() is None
    assert pack.office(pack.offices[0].id) is pack.offices[0]
    with pytest.raises(KeyError, match="gone"):
        pack.office("gone")


def test_the_idea_is_asked_before_the_basics_and_what_only_the_summary_shows_is_not() -> None:
    sections = [field.section for field in VASA.asked[""]]
    assert sections == sorted(sections, key=["proposal", "basics"].index)
    of_stage_1 = [field for field in VASA.fields if field.section in SECTIONS]
    assert {field.id for field in of_stage_1} - {field.id for field in VASA.asked[""]} == {
        field.id for field in of_stage_1 if not field.asked
    }
