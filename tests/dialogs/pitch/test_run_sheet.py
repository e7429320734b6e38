"""The run sheet says who speaks when, in each language of the house, and names nobody who did not send to the desk."""

import pytest

from dialogs.pitch.eligible import in_order
from dialogs.pitch.run_sheet import Running, page
from dialogs.records.staff.call import PitchRow
from dialogs.records.staff.pitching import Pitching
from knowledge.language import Language
from tests.stages.called import VASA
from tests.stages.outage import here
from tests.stages.pitched import SENT

KNOWN = in_order(
    [
        Pitching("a", SENT, True, "K7WM4", "Byalaget", "Kaffe", "Anna, svenska, slinga", ("sv",), "anna@example.fi"),
        Pitching("b", SENT),
    ]
)
FOUND = Running(VASA.rounds[0], (PitchRow(10, "a"), PitchRow(15), PitchRow(10, "b")), KNOWN)
TODAY = here(VASA, "2026-11-02T12:00").date()
HEADS = {
    Language.SV: ("Talarlista för pitchen", "1. kl. 16.30 till kl. 16.40", "Paus, 15 minuter"),
    Language.FI: ("Pitchien esitysjärjestys", "1. klo 16.30, päättyy klo 16.40", "Tauko, 15 minuuttia"),
    Language.EN: ("Run sheet of the pitch", "1. at 16:30, ends at 16:40", "Break, 15 minutes"),
}


@pytest.mark.covers("V18")
@pytest.mark.parametrize("language", list(Language))
def test_each_row_has_its_time_and_what_the_desk_was_sent(language: Language) -> None:
    told = page(FOUND, VASA, language, TODAY)
    [entry] = told["chapters"][0]["entries"]
    rows = entry["rows"]
    assert (told["kind"], rows[0][0], rows[1][1]) == HEADS[language]
    assert rows[0][1:] == ["Byalaget (K7WM4)", "Kaffe", "Anna, svenska, slinga", "anna@example.fi"]
    assert rows[2][2:] == ["", "", ""]
    assert len(entry["columns"]) == len(rows[0]) == 5


def test_what_is_known_of_the_evening_stands_above() -> None:
    told = page(FOUND, VASA, Language.SV, TODAY)
    assert told["notice"] == ["tisdag 3 november 2026 från kl. 16.30 (Vasatid). Plats: inte satt."]
    assert told["chapters"][0]["entries"][0]["rows"][2] == [
        "2. kl. 16.55 till kl. 17.05",
        "En förening som inte har skickat sitt förslag till kommunen",
        "",
        "",
        "",
    ]
