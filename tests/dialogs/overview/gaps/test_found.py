"""The gaps of a town are those of a hand count."""

from dialogs.overview.gaps.found import Gaps, OfficeAnswers, gaps
from dialogs.overview.period import Period
from tests.dialogs.overview.gaps.missing import CULTURE, WELFARE, missing
from tests.dialogs.overview.town import LONELY, SEGREGATION, TODAY, VASA, WALKS


def test_what_is_missing_is_found_as_by_hand() -> None:
    assert missing() == Gaps(
        period=Period(2026, TODAY),
        # Open without a name, the oldest first: C7 of no known day, C6 of the year before, and A4 that was answered.
        unowned=("C7", "C6", "A4", "A7", "C2", "C3", "C5"),
        late=("A5",),
        never=("A7", "A9"),
        judged=7,
        # C3, C4, C5 and M5; C3 and C5.
        without_office=4,
        without_challenge=2,
        own=(("Hundrastgård", 2), ("Skridskobana", 1)),
        unmatched=("vi vill ha en hundpark", "katter i trädgården"),
        # That with a name in it is counted and not quoted.
        corrected=(
            ((LONELY, WALKS), 2),
            (("", ""), 1),
            ((LONELY, ""), 1),
            ((WALKS, ""), 1),
            ((WALKS, SEGREGATION), 1),
        ),
        moved=(((WELFARE, CULTURE), 2),),
        offices=(OfficeAnswers(CULTURE, asked=4, late=1, silent=1),),
        stopped=(("FP07", 3), ("FP01", 1), ("", 1)),
        drafts=5,
    )


def test_where_nothing_is_missing_nothing_is_found() -> None:
    period = Period(2026, TODAY)
    assert gaps((), (), (), VASA, period) == Gaps(period, (), (), (), 0, 0, 0, (), (), (), (), (), (), 0)
