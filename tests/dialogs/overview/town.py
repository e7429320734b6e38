"""Fourteen cases of Vasa in 2026, counted by hand: what the tests of the overview, the tables and the reports share.

Vasa's offices are closed on Saturdays, Sundays, 6 January and 1 May. The hand count stands beside each row.
"""

from datetime import date

from dialogs.overview.row import Row
from dialogs.records.case import DecisionKind
from dialogs.records.case_states import CaseState
from tests.stages.standing import world

VASA = world().packs["vasa"]
TODAY = date(2026, 5, 29)
NEW, CLAIMED, ANSWERED, CLOSED, WITHDRAWN = CaseState


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def row(reference: str, opened: str, state: CaseState, topic: str = "", office: str = "", **more: object) -> Row:
    topics, offices = ((topic,) if topic else ()), ((office,) if office else ())
    who = f"Förening {reference}"
    return Row(reference, day(opened), state, who, "Idé", topics, offices=offices, **more)


WON = {"decided": DecisionKind.CHOSEN, "last_words": "Bra idé"}
LONELY, WALKS, SEGREGATION = "exclusion/loneliness", "physical/everyday-exercise", "inequality/segregation"
ROWS = (
    # Answered on the day itself, after 1, 5 and 6 working days, and after 5 over 1 May.
    row("A2", "01-12", CLOSED, LONELY, "welfare", answered=day("01-12"), ended=day("03-01"), form="PARTNERSHIP", **WON),
    row("A3", "01-13", CLOSED, LONELY, "welfare", answered=day("01-14"), ended=day("02-01"), form="GRANT"),
    row("A4", "02-02", ANSWERED, LONELY, "welfare", answered=day("02-09")),
    row("A5", "02-03", ANSWERED, WALKS, "culture-leisure", answered=day("02-11"), owner="Nora"),
    row("A6", "04-29", CLAIMED, WALKS, "culture-leisure", answered=day("05-07"), owner="Nora", promised=day("06-05")),
    # Not answered: the last day was 11 March; withdrawn before and after its last day; still in time.
    row("A7", "03-04", NEW, SEGREGATION, "integration", promised=day("03-11")),
    row("A8", "03-05", WITHDRAWN, SEGREGATION, "integration", ended=day("03-06")),
    row("A9", "03-05", WITHDRAWN, LONELY, "welfare", ended=day("03-20")),
    row("C2", "05-27", NEW, LONELY, "welfare", promised=day("06-03")),
    # About nothing known, about something of their own, to an office that is no more.
    row("C3", "05-28", NEW, promised=day("06-04")),
    row("C4", "05-28", CLAIMED, own_topics=("Hundrastgård",), owner="Niko", promised=day("05-28")),
    row("C5", "05-29", NEW, "gone/topic", "gone-office", promised=day("06-05")),
    # Of the year before, and of no known day.
    Row("C6", date(2025, 12, 30), NEW, "Kören", "Sång", (LONELY,), offices=("welfare",), promised=date(2026, 1, 8)),
    Row("C7", None, NEW, "Laget", "Boll", (WALKS,), offices=("culture-leisure",)),
)
