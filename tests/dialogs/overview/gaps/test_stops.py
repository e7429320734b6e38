"""Where a draft lies still: the last question that has an answer, for drafts that nobody has touched for two weeks."""

from datetime import date, timedelta

import pytest

from dialogs.overview.gaps.stops import STILL_AFTER, Stop, stop_of
from dialogs.records.proposal import Answer, Proposal
from dialogs.texts import say
from knowledge.language import Language
from tests.dialogs.overview.town import VASA
from tests.stages.in_memory import at

# Half past midnight of 1 March in Helsinki.
TOUCHED = at("2026-02-28T22:30")
GIVEN = Answer("given", "ord", "ord")
DRAFT = Proposal("p1", 101, "vasa", "2026", "sv", {"FP01": GIVEN}, created_at=TOUCHED)
DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("changes", "today", "stop"),
    [
        ({}, DAY + timedelta(days=13), None),
        ({}, DAY + timedelta(days=14), Stop("FP01", DAY)),
        ({"answers": {}}, DAY + timedelta(days=14), Stop("", DAY)),
        ({"answers": {"FP07": Answer("skipped"), "FP01": GIVEN}}, DAY + timedelta(days=14), Stop("FP07", DAY)),
        # The basics are asked after the idea.
        ({"answers": {"GU01": GIVEN, "FP07": GIVEN}}, DAY + timedelta(days=14), Stop("GU01", DAY)),
        ({"answers": {"OLD": GIVEN}}, DAY + timedelta(days=14), Stop("", DAY)),
        ({"changed_at": TOUCHED + timedelta(days=3)}, DAY + timedelta(days=14), None),
        ({"case": "K7WM4"}, DAY + timedelta(days=99), None),
        ({"sent_at": TOUCHED}, DAY + timedelta(days=99), None),
        ({"created_at": None}, DAY + timedelta(days=99), None),
    ],
)
def test_a_draft_lies_still_after_its_last_answer(changes: dict[str, object], today: date, stop: Stop | None) -> None:
    assert stop_of(DRAFT.but(**changes), VASA, today) == stop


def test_how_long_that_is_stands_in_what_people_read_of_their_data() -> None:
    assert timedelta(weeks=2) == STILL_AFTER
    told = {Language.SV: "två veckor", Language.FI: "kaksi viikkoa", Language.EN: "two weeks"}
    assert [language for language, words in told.items() if words in say(language, "asides.privacy", consent=True)] == [
        *Language
    ]
