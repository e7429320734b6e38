"""Who speaks, in what language, for how long, and what they need."""

import pytest

from tests.knowledge.answers.fields import code, remarks, shown, value


@pytest.mark.covers("V18")
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Ordföranden 4 min, ungdomsledaren 4 min, svenska, hörslinga",
            ["svenska", "Ordföranden: 4 min", "ungdomsledaren: 4 min", "Behov: hörslinga"],
        ),
        ("Ordföranden 8 min på svenska", ["svenska", "Ordföranden: 8 min"]),
        (
            "Ordföranden, svenska, 8 min, egen dator, skärm",
            ["Ordföranden, svenska", "8 min", "Behov: egen dator, skärm"],
        ),
        ("inledning 2 min, idé 5 min, Anna Berg", ["Anna Berg", "inledning: 2 min", "idé: 5 min"]),
        ("Ordföranden, svenska och finska, 8 min", ["Ordföranden, svenska och finska", "8 min"]),
        ("svensk tolk, ordföranden", ["ordföranden", "Behov: svensk tolk"]),
        ("2 talare, svenska", ["2 talare, svenska"]),
    ],
)
def test_speakers_their_minutes_and_what_they_need(text: str, lines: list[str]) -> None:
    assert shown("pitch", text).replace("\u00a0", " ").splitlines() == lines


@pytest.mark.covers("V18")
def test_a_pitch_of_more_than_ten_minutes_is_remarked_on() -> None:
    text = "Ordföranden, finska; inledning 2 min, idé 5, frågor 4, hörslinga"
    parts = [{"what": "inledning", "minutes": 2}, {"what": "idé", "minutes": 5}, {"what": "frågor", "minutes": 4}]
    assert value("pitch", text) == {"who": "Ordföranden", "language": "fi", "minutes": parts, "needs": "hörslinga"}
    assert remarks("pitch", text) == ["pitch.long"]
    assert remarks("pitch", text.replace("4", "3")) == []


@pytest.mark.covers("V18")
@pytest.mark.parametrize(
    ("text", "who", "language", "minutes", "needs"),
    [
        ("Kalle Svensson på svenska", "Kalle Svensson", "sv", [], ""),
        ("Kalle Svensson på svenska, behöver mikrofon, 8 min", "Kalle Svensson", "sv", [("", 8)], "behöver mikrofon"),
        ("Lisa på finska, typ en kvart", "Lisa", "fi", [("", 15)], ""),
        ("Kalle Svensson, Lisa Berg, sv", "Kalle Svensson, Lisa Berg", "sv", [], ""),
        ("Anna, Bo, svenska", "Anna, Bo", "sv", [], ""),
        ("ordföranden (svenska), kassören (finska)", "ordföranden (svenska), kassören (finska)", "", [], ""),
        ("Anna på svenska, Bo på finska", "Anna på svenska, Bo på finska", "", [], ""),
        ("den svenska ordföranden", "den svenska ordföranden", "", [], ""),
        ("en ungdom talar", "en ungdom talar", "", [], ""),
        ("puheenjohtaja, wi-fi", "puheenjohtaja", "", [], "wi-fi"),
        ("Lisa, teckenspråkstolk", "Lisa", "", [], "teckenspråkstolk"),
        ("språk: svenska, Lisa", "Lisa", "sv", [], ""),
        ("puheenjohtaja suomeksi viisi minuuttia", "", "fi", [("puheenjohtaja", 5)], ""),
        ("ordföranden 3 min och kassören 4 min", "", "", [("ordföranden", 3), ("kassören", 4)], ""),
    ],
)
def test_nobody_who_speaks_is_lost(
    text: str, who: str, language: str, minutes: list[tuple[str, int]], needs: str
) -> None:
    parts = [{"what": what, "minutes": length} for what, length in minutes]
    assert value("pitch", text) == {"who": who, "language": language, "minutes": parts, "needs": needs}


@pytest.mark.parametrize(
    "text",
    [
        "ordföranden 5-6 min", "ordföranden, en timme", "teckenspråkstolk", "ingen", "vi kommer inte", "en osaa sanoa",
        "en tiedä vielä kuka", "en puhu itse",
    ],
)  # fmt: skip
def test_what_names_no_speaker_or_no_length_is_asked_about(text: str) -> None:
    assert code("pitch", text) == "pitch.unreadable"
