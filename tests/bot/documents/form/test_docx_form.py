"""A filled Word form: what stands in its controls, and what they say of it."""

from datetime import date
from typing import Any

from bot.documents.form.docx_form import filled_docx
from knowledge.blanks.docx_boxes import W14, W, controls
from tests.bot.documents.form.blanks import a_blank
from tests.bot.documents.papers import document, words_of

ENTRIES = {
    "name": "Åbo & <Ålands> förening ŋ rf",
    "number": "20774740",
    "activity": "Öppen träff\nvarje onsdag",
    "rules": True,
    "board": "Nej",
    "language": "Suomi",
    "day": date(2026, 12, 1),
}


def opened() -> dict[str, Any]:
    found = document(filled_docx(a_blank("docx"), ENTRIES))
    return {name: (control, properties) for name, control, properties in controls(found)}


def test_the_words_stand_in_their_controls() -> None:
    assert words_of("blankett.docx", filled_docx(a_blank("docx"), ENTRIES)) == (
        "Grunduppgifter (provblankett) Name: Åbo & <Ålands> förening ŋ rf Number: 20774740 "
        "Activity: Öppen träff varje onsdag Rules: ☒ Board: Nej Language: Suomi Day: 1.12.2026"
    )


def test_no_control_takes_its_answer_for_a_hint_or_shows_data_from_elsewhere() -> None:
    left = [
        properties.findall(f"{W}{name}")
        for _, properties in opened().values()
        for name in ("showingPlcHdr", "dataBinding")
    ]
    assert left == [[]] * 14
    assert [list(control.iter(f"{W}rStyle")) for control, _ in opened().values()] == [[]] * 7


def test_a_day_a_choice_and_a_tick_say_what_they_show() -> None:
    found = {name: properties for name, (_, properties) in opened().items()}
    assert found["day"].find(f"{W}date").get(f"{W}fullDate") == "2026-12-01T00:00:00Z"
    assert found["board"].find(f"{W}dropDownList").get(f"{W}lastValue") == "0"
    assert found["rules"].find(f"{W14}checkbox").find(f"{W14}checked").get(f"{W14}val") == "1"


def test_what_is_not_answered_keeps_its_hint() -> None:
    found = document(filled_docx(a_blank("docx"), {"name": "Exempel rf"}))
    hints = [name for name, _, properties in controls(found) if properties.find(f"{W}showingPlcHdr") is not None]
    assert hints == ["number", "activity", "rules", "board", "language", "day"]


def test_the_same_answers_give_the_same_bytes() -> None:
    assert filled_docx(a_blank("docx"), ENTRIES) == filled_docx(a_blank("docx"), ENTRIES)
