"""The yearly report in words: what is hidden is said, what is shown is a number, and nobody is named."""

import pytest

from dialogs.overview.period import Period
from dialogs.overview.report.report_words import page, sent, table
from dialogs.overview.report.welfare_report import welfare_report
from knowledge.language import Language
from tests.dialogs.overview.town import ROWS, TODAY, VASA

REPORT = welfare_report(ROWS, VASA, Period(2026, TODAY))
FEW = "under 5"
ONLINE = (
    "Negativa konsekvenser av sociala media och digitalisering, till exempel en skev bild av vardagen, mobbning, "
    "nätbedrägerier"
)


def test_the_table_has_a_group_a_row_and_no_number_below_five() -> None:
    found = table(REPORT, VASA, Language.SV)
    assert (found.name, found.headings) == ("Vasa 2026", ("Del", "Grupp", "Antal"))
    assert found.rows[:12] == (
        ("Alla behov", "", 12),
        ("Utmaningar", "Resiliens", FEW),
        ("Utmaningar", "Förstärkande av mentalt välbefinnande och ork", FEW),
        ("Utmaningar", "Vardagsfärdigheter", FEW),
        ("Utmaningar", "Känslomässiga färdigheter", FEW),
        ("Utmaningar", "Ungas psykiska ohälsa", FEW),
        ("Utmaningar", "Förändrat åsiktsklimat", FEW),
        ("Utmaningar", "Förhållning till olikheter, brist på medkänsla", FEW),
        ("Utmaningar", ONLINE, FEW),
        ("Utmaningar", "Fysisk form", FEW),
        ("Utmaningar", "Utanförskap", 5),
        ("Utmaningar", "Brist på meningsfull aktivitet", FEW),
    )
    assert found.rows[-13:] == (
        ("Månad för månad", "januari", FEW),
        ("Månad för månad", "februari", FEW),
        ("Månad för månad", "mars", FEW),
        ("Månad för månad", "april", FEW),
        ("Månad för månad", "maj", FEW),
        ("Hur det gick", "Vald", FEW),
        ("Hur det gick", "Inte vald", FEW),
        ("Hur det gick", "Inte vår uppgift", FEW),
        ("Hur det gick", "Inget svar kom", FEW),
        ("Hur det gick", "På annat sätt", FEW),
        ("Hur det gick", "Avslutad", FEW),
        ("Hur det gick", "Tillbakadragen", FEW),
        ("Hur det gick", "Pågår", 8),
    )
    assert [cell for row in found.rows for cell in row if isinstance(cell, int) and cell < 5] == []


@pytest.mark.parametrize("language", Language)
def test_no_association_no_navigator_and_no_reference_stands_on_a_page(language: Language) -> None:
    words = str(page(REPORT, VASA, language)) + str(table(REPORT, VASA, language))
    named = [name for row in ROWS for name in (row.who, row.owner, row.reference) if name and name in words]
    assert named == []


def test_a_page_says_what_its_marks_mean_and_that_the_year_is_not_over() -> None:
    shown = page(REPORT, VASA, Language.EN)
    assert [shown[name] for name in ("title", "subtitle", "total", "made", "columns")] == [
        "Needs from associations, for the welfare report",
        "Vaasa, 1 January 2026 – 29 May 2026",
        ["All needs", "12"],
        "Made 29 May 2026",
        ["Group", "Number"],
    ]
    assert shown["sections"][1] == {
        "heading": "Offices",
        "rows": [
            ["Welfare services", "5", 0],
            ["Culture, sport and youth", FEW, 0],
            ["Integration", FEW, 0],
            ["No office yet", FEW, 0],
        ],
    }
    assert shown["note"].endswith("Hidden means that the number would give a small group away. The year is not over.")
    past = page(welfare_report(ROWS, VASA, Period(2025, TODAY)), VASA, Language.SV)
    assert (past["subtitle"], past["note"].endswith("en liten grupp.")) == ("Vasa, 2025", True)


def test_what_is_sent_says_that_small_groups_are_not_shown() -> None:
    assert sent(REPORT, Language.SV) == (
        "Rapport för 1.1.2026–29.5.2026. Inga namn är med, och grupper under 5 visas inte."
    )
