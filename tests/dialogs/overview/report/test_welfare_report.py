"""The yearly report of a town, counted by hand, with what must not be seen."""

from dataclasses import replace
from datetime import date

import pytest

from dialogs.overview.counting import NONE, OWN
from dialogs.overview.period import Period
from dialogs.overview.report.hiding import Mark
from dialogs.overview.report.welfare_report import WelfareReport, welfare_report
from dialogs.overview.row import Row
from dialogs.records.case import DecisionKind
from tests.dialogs.overview.town import CLOSED, LONELY, NEW, ROWS, TODAY, VASA, WALKS, WITHDRAWN

SMALL, HIDDEN = Mark.SMALL, Mark.HIDDEN
MONTHS = [f"2026-{month:02}" for month in range(1, 6)]


@pytest.mark.covers("S4")
def test_of_a_small_town_little_is_told() -> None:
    found = welfare_report(ROWS, VASA, Period(2026, TODAY))
    topics = {item.id: [topic.id for topic in item.topics] for item in VASA.catalogue.challenges}
    assert found == WelfareReport(
        period=Period(2026, TODAY),
        total=12,
        # Five are about exclusion, all of them about loneliness; the others have four or fewer, with seven together.
        challenges={"resilience": SMALL, "attitudes": SMALL, "physical": SMALL, "exclusion": 5, "inequality": SMALL}
        | {OWN: SMALL, NONE: SMALL},
        topics={
            "resilience": dict.fromkeys(topics["resilience"], SMALL),
            "attitudes": dict.fromkeys(topics["attitudes"], SMALL),
            "exclusion": {"exclusion/meaningful-activity": SMALL, LONELY: 5, "exclusion/hard-to-reach": SMALL},
            "inequality": dict.fromkeys(topics["inequality"], SMALL),
        },
        offices={"welfare": 5, "culture-leisure": SMALL, "integration": SMALL, NONE: SMALL},
        # Ten without a form; one grant and one partnership with two together, among the others that are empty.
        forms=dict.fromkeys([item.form.value for item in VASA.forms], SMALL) | {NONE: 10},
        months=dict.fromkeys(MONTHS, SMALL),
        # One was chosen, of another nobody said how it ended, two were withdrawn, eight are open.
        outcomes=dict.fromkeys([*DecisionKind, "closed", "withdrawn"], SMALL) | {"open": 8},
    )


def test_of_a_few_cases_nothing_is_told_not_even_how_many_they_are() -> None:
    found = welfare_report(ROWS[:4], VASA, Period(2026, TODAY))
    parts = (found.challenges, found.offices, found.forms, found.months, found.outcomes, *found.topics.values())
    assert (found.total, {mark for part in parts for mark in part.values()}) == (SMALL, {SMALL})


def many(topic: str, count: int, state: object = NEW) -> list[Row]:
    return [Row(f"{topic}{number}", date(2025, 3, 1), state, topics=(topic,), form="GRANT") for number in range(count)]


def test_a_group_that_would_give_a_small_one_away_is_hidden_and_its_phenomena_with_it() -> None:
    rows = [*many(LONELY, 9), *many("exclusion/hard-to-reach", 6), *many(WALKS, 7, CLOSED), *many("gone", 3, WITHDRAWN)]
    found = welfare_report(rows, VASA, Period(2025, TODAY))
    assert (found.total, found.challenges["exclusion"], found.challenges["physical"], found.challenges[NONE]) == (
        25,
        15,
        7,
        SMALL,
    )
    assert found.topics["exclusion"] == {
        "exclusion/meaningful-activity": SMALL,
        LONELY: 9,
        "exclusion/hard-to-reach": 6,
    }
    assert found.outcomes == dict.fromkeys([*DecisionKind, "withdrawn"], SMALL) | {"closed": 7, "open": 15}
    decided = welfare_report([replace(row, decided=DecisionKind.CHOSEN) for row in rows], VASA, Period(2025, TODAY))
    assert (decided.outcomes["chosen"], decided.outcomes["open"]) == (7, 15)
    assert (found.months["2025-03"], len(found.months), found.forms["GRANT"]) == (25, 12, 25)
