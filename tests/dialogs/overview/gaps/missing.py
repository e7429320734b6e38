"""What is missing in the town of `town.py`: its cases with corrections, questions to offices and drafts."""

from datetime import date

from dialogs.overview.gaps.found import Gaps, gaps
from dialogs.overview.gaps.stops import Stop
from dialogs.overview.period import Period
from dialogs.overview.row import Asked
from dialogs.records.for_a_time.correction import Correction
from tests.dialogs.overview.town import LONELY, NEW, ROWS, SEGREGATION, TODAY, VASA, WALKS, day, row

CULTURE, WELFARE = "culture-leisure", "welfare"
# Asked five times: answered in time, on the last day, too late, never, and not yet.
ASKED = (
    Asked(CULTURE, day("03-10"), day("03-09")),
    Asked(CULTURE, day("03-10"), day("03-10")),
    Asked(CULTURE, day("03-10"), day("03-11")),
    Asked(CULTURE, day("03-10"), None),
    Asked(CULTURE, TODAY, None),
    Asked(WELFARE, day("03-10"), day("03-02")),
)
MOVED = (
    row("M2", "05-29", NEW, LONELY, CULTURE, came_to=(WELFARE,), owner="Nora", asked=ASKED[:3]),
    row("M3", "05-29", NEW, LONELY, CULTURE, came_to=(WELFARE, "integration"), owner="Nora", asked=ASKED[3:]),
    # Moved and moved back.
    row("M4", "05-29", NEW, LONELY, WELFARE, came_to=(WELFARE,), owner="Nora"),
    row("M5", "05-29", NEW, own_topics=("hundrastgård.", "Skridskobana"), owner="Nora"),
)


def correction(text: str, suggested: str, right: str, **more: object) -> Correction:
    named = {"suggested": (suggested,) if suggested else (), "topics": (right,) if right else ()}
    known = {"id": text, "chat": 1, "municipality": "vasa", "language": "sv", "day": "2026-03-01", "offices": ()}
    return Correction(**{**known, "text": text, **named, **more})


CORRECTIONS = (
    correction("gubbarna går aldrig ut", LONELY, WALKS),
    correction("ingen rör sig här", LONELY, WALKS),
    correction("barnen leker inte ihop", WALKS, SEGREGATION),
    correction("vi vill ha en\nhundpark", WALKS, ""),
    correction("katter i trädgården", "", ""),
    # Of a navigator, of the year before, of another municipality, with a name in it.
    correction("kören söker lokal", WELFARE, "", by="navigator", offices=(CULTURE,)),
    correction("förra årets ord", LONELY, WALKS, day="2025-12-31"),
    correction("växjös ord", LONELY, WALKS, municipality="vaxjo"),
    correction("Anna Svensson på Storgatan 5 är ensam", LONELY, ""),
)
STOPS = (
    *(Stop("FP07", day("04-01")) for _ in range(3)),
    Stop("FP01", day("02-01")),
    Stop("", day("03-01")),
    Stop("FP07", date(2025, 12, 31)),
)


def missing() -> Gaps:
    return gaps((*ROWS, *MOVED), CORRECTIONS, STOPS, VASA, Period(2026, TODAY))
