"""The command's file of answers: read like messages, complained about by line, never in vain."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.documents.from_file import LONGEST_ANSWER, Made, documents_from_file
from dialogs.texts import plain
from knowledge.language import Language
from tests.bot.documents.papers import vasa, words_of

pytestmark = pytest.mark.slow

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ANSWERS = """\
GU01: Vasa Exempelförening rf
GU02: 2077474-0
GU04: {place: Vasa, year: 2011}
GU09: {name: Förnamn Efternamn, role: kassör}
GU13: {rules: yes, board: yes, auditor: no}
GU15: {paid: 1.5, volunteers: 20}
FP01: Onsdagsköket
FP03: ~
FP04: [exclusion/loneliness, cykelvägar]
FP05:
  - 40 äldre har sällskap varje vecka
  - Minst 25 män kommer
FP06: [Antal besök varje månad, "Antal män, varje vecka"]
FP07:
  - Lön 12 000 €
  - Hyra: 6000
  - [Resor, 300]
  - {what: Mat, sum: 500}
FP08: {start: 2027-01-01, end: 2028-12-31, dates: [1.3.2027 öppning]}
FP11:
  - {source: STEA, sum: 6800, note: sökt}
FP12:
  - 2027: 12 000 €
  - 2028: 12 000 €
FP13: 24
"""


def made_from(folder: Path, text: str) -> Made:
    path = folder / "answers.yaml"
    path.write_text(text, encoding="utf-8")
    return documents_from_file(path, vasa(), "sv", folder / "out", now=NOW)


def test_not_to_know_is_a_gap_and_no_answer(tmp_path: Path) -> None:
    made = made_from(tmp_path, "GU01: Vasa Exempelförening rf\nFP14: vet inte än\n")
    assert [problem.rpartition(":2: ")[2] for problem in made.problems] == [
        "FP14: " + plain(Language.SV, "answers.text.unknown", said="vet inte än")
    ]
    assert "vet inte än" not in words_of(made.files[3].name, made.files[3].read_bytes())


def test_a_file_gives_the_documents_and_an_archive_of_them(tmp_path: Path) -> None:
    made = made_from(tmp_path, ANSWERS)
    assert made.problems == ()
    assert [path.name for path in made.files] == [
        "Vasa Exempelförening rf_grunduppgifter.pdf",
        "Vasa Exempelförening rf_grunduppgifter.docx",
        "Vasa Exempelförening rf_forslagspapper.pdf",
        "Vasa Exempelförening rf_forslagspapper.docx",
        "Vasa Exempelförening rf_handlingar.zip",
    ]
    assert all(path.stat().st_size > 5000 for path in made.files)


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_lists_and_tables_are_read(tmp_path: Path, ending: str) -> None:
    made = made_from(tmp_path, ANSWERS)
    basics, proposal = (words_of(path.name, path.read_bytes()) for path in made.files if path.suffix == f".{ending}")
    expected = ("Kostnad eller källa (€) 2027 2028 Totalt", "Lön 12 000 12 000 24 000", "Hyra 6 000 6 000 12 000",
                "Resor 300 300 600", "Mat 500 500 1 000", "Summa 18 800 18 800 37 600", "Minst 25 män kommer",
                "Antal män, varje vecka", "1 januari 2027 – 31 december 2028", "1 mars 2027 öppning",
                "STEA (sökt) 6 800 6 800 13 600", "Källa saknas 0 0 0",
                "Bidrag från Vasa 12 000 12 000 24 000", "24 månader", "Cykelvägar")  # fmt: skip
    assert [words for words in expected if words not in proposal] == []
    expected = ("Vasa, 2011", "Förnamn Efternamn, kassör", "Stadgar: ja", "Revisor: nej", "Anställda: 1,5")
    assert [words for words in expected if words not in basics] == []


def test_problems_are_named_with_their_line_and_the_documents_are_made_anyway(tmp_path: Path) -> None:
    made = made_from(tmp_path, "GU01: Exempel rf\nXX1: hej\nGU02: 2077474-1\nGU01: Exemplet rf\nFP12: tolv sorter\n")
    path = tmp_path / "answers.yaml"
    numbered = [f"{path}:{line}: " for line in (2, 3, 4, 5)]
    assert [problem.startswith(begin) for problem, begin in zip(made.problems, numbered, strict=True)] == [True] * 4
    assert [problem.removeprefix(begin) for problem, begin in zip(made.problems, numbered, strict=True)] == [
        "Fältet XX1 finns inte i vasa.",
        "GU02: " + plain(Language.SV, "answers.org-number.check", said="2077474-1", example="2077474-0"),
        "Fältet GU01 står två gånger. Det sista gäller.",
        'FP12: Jag kunde inte läsa summan i "tolv sorter". Skriv den med siffror, till exempel 12\u00a0500\u00a0€.',
    ]
    assert [path.name.partition("_")[0] for path in made.files] == ["Exemplet rf"] * 5
    text = words_of(made.files[2].name, made.files[2].read_bytes())
    assert "tolv sorter" in text
    assert "Årligt bidrag från Vasa stad: svaret gick inte att läsa. Det står som ni skrev det." in text


def test_remarks_are_sentences(tmp_path: Path) -> None:
    made = made_from(tmp_path, ANSWERS.replace("FP13: 24", "FP13: 12"))
    assert made.remarks[-1] == "Pengarna behövs i 12 månader, men tidtabellen är 24 månader."


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            "GU01: Exempel rf\nFP12: 2027: 12 000\n",
            2,
            "Filen går inte att läsa: mapping values are not allowed in this context",
        ),
        ("- bara\n- en lista\n", 1, "Filen ska bestå av rader med fält och svar, till exempel FP01: Onsdagsköket."),
        ("", 1, "Filen ska bestå av rader med fält och svar, till exempel FP01: Onsdagsköket."),
    ],
)
def test_a_file_that_is_no_mapping_is_named(tmp_path: Path, text: str, line: int, message: str) -> None:
    assert made_from(tmp_path, text) == Made((), (f"{tmp_path / 'answers.yaml'}:{line}: {message}",), ())


@pytest.mark.parametrize("text", ["131052-308T", "kontakta 131052-308T om detta", "card 4111 1111 1111 1111"])
@pytest.mark.parametrize("field", ["GU02", "FP03", "FP07"])
def test_a_personal_number_stands_in_no_document(tmp_path: Path, field: str, text: str) -> None:
    made = made_from(tmp_path, f"GU01: Vasa Exempelförening rf\n{field}: {text}\n")
    [problem] = made.problems
    assert f":2: {field}: Det står något som inte ska vara med" in problem
    assert [
        path.name for path in made.files if path.suffix != ".zip" and text in words_of(path.name, path.read_bytes())
    ] == []


def test_an_answer_longer_than_any_message_is_left_out(tmp_path: Path) -> None:
    made = made_from(tmp_path, f"GU01: Vasa Exempelförening rf\nFP03: {'a' * LONGEST_ANSWER}\nFP07: {'1 ' * 5000}\n")
    assert [problem.rpartition(":3: ")[2] for problem in made.problems if "FP07" in problem] == [
        "FP07: Svaret är längre än 4\u00a0096 tecken, det längsta som ett meddelande kan vara. Det är utelämnat."
    ]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("GU01: &a [*a]\n", 1, "`*a` repeats another value; write that value out"),
        ("GU01: Exempel rf\nFP05: " + "[" * 30, 2, "more than 20 levels of values within values"),
        ("GU01: Exempel\0 rf\n", 1, "cannot be read: there is a NUL character in it"),
    ],
)
def test_a_file_that_nobody_wrote_gives_no_documents(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = tmp_path / "answers.yaml"
    assert made_from(tmp_path, text) == Made((), (f"{path}:{line}: Filen går inte att läsa: {reason}",), ())
