"""The cases as a table, cell by cell, in the language of whoever asks."""

from datetime import date

from dialogs.overview.register import COLUMNS, register
from knowledge.language import Language
from tests.dialogs.overview.town import ROWS, TODAY, VASA, day, row


def test_each_case_is_a_row_with_days_and_numbers_as_such_the_newest_first() -> None:
    table = register(ROWS, VASA, Language.SV, TODAY)
    assert (table.name, len(table.headings), len(table.rows)) == ("Ärenden", len(COLUMNS), len(ROWS))
    assert [row[0] for row in table.rows[:3]] + [table.rows[-1][0]] == ["C5", "C4", "C3", "C7"]
    assert dict(zip(table.headings, next(row for row in table.rows if row[0] == "A2"), strict=True)) == {
        "Ärende": "A2",
        "Kom in": date(2026, 1, 12),
        "Läge": "Avslutad",
        "Förening": "Förening A2",
        "Idé": "Idé",
        "Utmaningar": "Ensamhet",
        "Enheter": "Välfärdstjänsterna",
        "Form": "Partnerskapsavtal",
        "Omgång": "",
        "Ansvarig": "",
        "Första svaret": date(2026, 1, 12),
        "Arbetsdagar till svar": 0,
        "Svar i tid": "ja",
        "Avslutat": date(2026, 3, 1),
        "Beslut": "Vald",
        "Skäl och sista ord": "Bra idé",
    }


def test_what_is_not_known_is_empty_and_what_the_pack_knows_no_more_keeps_its_id() -> None:
    odd = row(
        "K7WM4", "05-28", ROWS[0].state, "gone/topic", "gone-office", own_topics=("Hund",), form="OLD", round="r1"
    )
    [cells] = register([odd], VASA, Language.FI, TODAY).rows
    assert cells[5:13] == ("gone/topic, Hund", "gone-office", "OLD", "r1", "", None, None, "")


def test_an_answer_that_came_too_late_or_never_is_said_to_be_so() -> None:
    late = [row("A5", "02-03", ROWS[2].state, answered=day("02-11")), row("A7", "03-04", ROWS[5].state)]
    table = register(late, VASA, Language.EN, TODAY)
    assert [(cells[0], cells[11], cells[12]) for cells in table.rows] == [("A7", None, "no"), ("A5", 6, "no")]
