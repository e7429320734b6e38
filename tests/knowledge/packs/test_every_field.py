"""Every question of the domain paper, GU01 to GU18 and FP01 to FP17: what it asks in three languages, how much it is
wanted, what is understood of the paper's own examples, and what is refused or remarked on.
"""

from dataclasses import dataclass

import pytest

from knowledge.answers import Unclear, read
from knowledge.answers.result import Json, Reading
from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Field

VASA = load_packs(["vasa"])["vasa"]
KNOWN: dict[str, Json] = {"FP05": ["40 äldre har sällskap"], "topics": []}
YEAR = 2026


@dataclass(frozen=True)
class Row:
    """A row of the paper: a word of the question in Swedish, Finnish and English, R, O or C, how long or how much,
    what is understood of what is typed, and the code of what is said to what cannot be taken.
    """

    asks: tuple[str, str, str]
    need: str
    limits: tuple[int, int]
    taken: dict[str, Json]
    refused: dict[str, str]


def long(length: int) -> str:
    return "x" * length


ROWS = {
    "GU01": Row(
        ("föreningen", "yhdistyksen", "association"), "R", (2, 120),
        {"Vasa Exempelförening rf": "Vasa Exempelförening rf",
         "Exempel rf – Esimerkki ry": "Exempel rf – Esimerkki ry"},
        {"A": "text.short", long(121): "text.long"},
    ),
    "GU02": Row(
        ("FO-nummer", "Y-tunnu", "business ID"), "R", (9, 13),
        {"2077474-0": {"number": "2077474-0", "country": "FI"},
         "802000-0009": {"number": "802000-0009", "country": "SE"}},
        {"2077474-1": "org-number.check", "802000-0008": "org-number.check", "010100-1234": "org-number.personal"},
    ),
    "GU03": Row(
        ("registernummer", "rekisterinumero", "register number"), "C", (4, 7),
        {"123.456": "123.456", "123": "123"},
        {"hundra": "register-number.unreadable", "1234567890": "register-number.unreadable"},
    ),
    "GU04": Row(
        ("hemort", "kotipaik", "home town"), "R", (1850, 2100),
        {"Vasa, 2011": {"place": "Vasa", "year": 2011}, "Vasa, 1850": {"place": "Vasa", "year": 1850}},
        {"Vasa": "place.year", "Vasa, 1849": "place.range", "Vasa, 2027": "place.range"},
    ),
    "GU05": Row(
        ("postadress", "postiosoit", "postal address"), "R", (5, 200),
        {"Gatan 1, 65100 Vasa": "Gatan 1, 65100 Vasa"}, {"Gatan 1, 651 Vasa": "address.code"},
    ),
    "GU06": Row(
        ("e-post", "sähköposti", "e-mail"), "R", (6, 254),
        {"info(at)exempel.fi": "info@exempel.fi"},
        {"info": "email.unreadable", "a@b": "email.unreadable", "in fo@x.fi": "email.unreadable",
         f"{long(250)}@x.fi": "email.unreadable"},
    ),
    "GU07": Row(
        ("nummer", "numero", "number"), "R", (8, 16),
        {"+358 50 000 0000": "+358500000000", "050 000 0000": "+358500000000"}, {"12": "phone.unreadable"},
    ),
    "GU08": Row(
        ("webbplats", "verkkosivut", "website"), "O", (0, 200),
        {"https://exempel.fi": "https://exempel.fi", "exempel.fi": "https://exempel.fi"}, {"webben": "url.unreadable"},
    ),
    "GU09": Row(
        ("kontaktperson", "yhteyshenkilö", "contact person"), "R", (2, 120),
        {"Förnamn Efternamn, sekreterare": {"name": "Förnamn Efternamn", "role": "sekreterare"}},
        {"A": "person.unreadable"},
    ),
    "GU10": Row(
        ("skriva under", "allekirjoittaa", "signs"), "R", (1, 2),
        {"Två, ordförande och kassör": {"count": 2, "roles": "ordförande och kassör"},
         "1 ordföranden": {"count": 1, "roles": "ordföranden"}},
        {"fem": "signatories.unreadable"},
    ),
    "GU11": Row(
        ("konto", "tilille", "account"), "O", (2, 34),
        {"FI21 1234 5600 0007 85": {"kind": "iban", "number": "FI2112345600000785"},
         "bankgiro 5050-1055": {"kind": "bankgiro", "number": "5050-1055"},
         "plusgiro 28 65 43-4": {"kind": "plusgiro", "number": "286543-4"}},
        {"FI21 1234 5600 0007 86": "account.check", "bankgiro 5050-1056": "account.check"},
    ),
    "GU12": Row(
        ("medlemmar", "jäsentä", "members"), "O", (0, 1_000_000),
        {"85": 85, "0": 0, "1000000": 1_000_000}, {"-1": "integer.unreadable", "1000001": "integer.range"},
    ),
    "GU13": Row(
        ("stadgar", "säännöt", "rules"), "R", (0, 3),
        {"Stadgar ja, styrelse ja, revisor på gång": {"rules": "yes", "board": "yes", "auditor": "underway"},
         "stadgar ja 2011, styrelse ja, revisor nej": {"rules": "yes", "board": "yes", "auditor": "no", "year": 2011}},
        {"kanske": "triad.unreadable"},
    ),
    "GU14": Row(
        ("regelbundet", "säännöllisesti", "regularly"), "R", (20, 600),
        {"Öppen träff varje onsdag för daglediga": "Öppen träff varje onsdag för daglediga"},
        {"Träffar": "text.short", long(601): "text.long"},
    ),
    "GU15": Row(
        ("anställda", "palkattua", "paid staff"), "R", (0, 100_000),
        {"1,5 anställda, 20 frivilliga": {"paid": 1.5, "volunteers": 20}}, {"några": "staff.unreadable"},
    ),
    "GU16": Row(
        ("egna pengar", "omaa rahaa", "money of your own"), "R", (0, 10_000_000),
        {"Medlemsavgifter 2026, 1 700": [{"source": "Medlemsavgifter", "sum": 1700, "note": "2026"}], "nej": []},
        {"Fond 10 000 001": "money.large"},
    ),
    "GU17": Row(
        ("språk", "kielellä", "language"), "R", (1, 1),
        {"Svenska": "sv", "suomi": "fi", "engelska": "en"}, {"norska": "language.unreadable"},
    ),
    "GU18": Row(
        ("bilagor", "liitteet", "attachments"), "O", (0, 6),
        {"Stadgar, verksamhetsplan, budget": ["rules", "plan", "budget"],
         "bokslut, verksamhetsberättelse, revision": ["accounts", "annual-report", "audit"]},
        {"Hund": "ticks.unknown"},
    ),
    "FP01": Row(
        ("idén", "idean", "idea"), "R", (3, 80), {"Onsdagsköket": "Onsdagsköket"},
        {"Kö": "text.short", long(81): "text.long"},
    ),
    "FP02": Row(
        ("behov", "tarpeen", "need"), "R", (40, 1500), {long(40): long(40), long(1500): long(1500)},
        {"kort": "text.short", long(1501): "text.long"},
    ),
    "FP03": Row(
        ("göra", "tehdä", "do"), "R", (40, 2000), {long(2000): long(2000)},
        {"kort": "text.short", long(2001): "text.long"},
    ),
    "FP04": Row(
        ("utmaning", "haaste", "challenge"), "R", (1, 3),
        {"Ensamhet": ["exclusion/loneliness"], "något annat: buller": ["något annat: buller"]},
        {"ensamhet, segregation, mobbning, buller": "topics.many"},
    ),
    "FP05": Row(
        ("annorlunda", "toisin", "different"), "R", (1, 5),
        {"40 äldre har sällskap varje vecka": ["40 äldre har sällskap varje vecka"]},
        {"kort": "texts.item", long(201): "texts.item"},
    ),
    "FP06": Row(
        ("mäter", "mittaatte", "measure"), "R", (1, 5), {"antal besök varje månad": ["antal besök varje månad"]}, {},
    ),
    "FP07": Row(
        ("kostar", "maksaa", "cost"), "R", (0, 10_000_000),
        {"Lön 12 000\nHyra 6 000": [{"what": "Lön", "sum": 12000}, {"what": "Hyra", "sum": 6000}]},
        {"dyrt": "costs.row", "Hyra -5": "money.negative"},
    ),
    "FP08": Row(
        ("börjar", "alkaa", "start"), "R", (1, 60),
        {"1.1.2027-31.12.2028": {"start": "2027-01-01", "end": "2028-12-31", "dates": []},
         "1.1.2027-31.12.2028, 15.3.2027, 1.9.2027, 1.12.2027": {
             "start": "2027-01-01", "end": "2028-12-31", "dates": ["15.3.2027", "1.9.2027", "1.12.2027"]}},
        {"31.12.2028-1.1.2027": "period.order", "snart": "period.unreadable"},
    ),
    "FP09": Row(
        ("behövs", "osaamista", "skills"), "R", (0, 600),
        {"Delvis. Vi behöver en kurs": {"choice": "partly", "text": "Vi behöver en kurs"}},
        {"kanske ibland": "choice.unreadable", f"ja, {long(601)}": "text.long"},
    ),
    "FP10": Row(
        ("personal", "henkilöstö", "staff"), "R", (0, 600),
        {"Ja": {"choice": "yes", "text": ""}, "Nej": {"choice": "no", "text": ""}}, {"zzz": "choice.unreadable"},
    ),
    "FP11": Row(
        ("annat håll", "muualta", "elsewhere"), "R", (0, 10_000_000),
        {"STEA 5 000, sökt": [{"source": "STEA", "sum": 5000, "note": "sökt"}], "nej": []},
        {"Fond 10 000 001": "money.large"},
    ),
    "FP12": Row(
        ("per år", "vuodessa", "a year"), "R", (0, 10_000_000),
        {"2027: 12 000 €": [{"year": 2027, "sum": 12000}]},
        {"tolvtusen + lite till": "money.unreadable", "-5": "money.negative"},
    ),
    "FP13": Row(
        ("hur länge", "kuinka kauan", "how long"), "R", (1, 60), {"24": 24, "två år": 24},
        {"0": "months.range", "61": "months.range"},
    ),
    "FP14": Row(
        ("med andra", "muiden kanssa", "with others"), "C", (0, 10),
        {"Vasa församling (lånar ut köket)": ["Vasa församling (lånar ut köket)"], "nej": []}, {},
    ),
    "FP15": Row(
        ("staden", "kaupunki", "city"), "O", (0, 9),
        {"Lokal, kunskap, en gemensam kväll, någon i arbetsgruppen": [
            "premises", "knowledge", "joint-evening", "working-group"]},
        {"rymdskepp": "ticks.unknown"},
    ),
    "FP16": Row(("utmaningar", "haasteesta", "challenges"), "O", (0, 6), {"Utanförskap": ["exclusion"]}, {}),
    "FP17": Row(
        ("språk", "kielellä", "language"), "C", (1, 10),
        {"Ordföranden, svenska, 8 minuter, skärm": {
            "who": "Ordföranden", "language": "sv", "minutes": [{"what": "", "minutes": 8}], "needs": "skärm"}},
        {},
    ),
}  # fmt: skip
REMARKS = [
    ("GU07", "050 000 0000", "phone.country"),
    ("FP06", "alla är nöjda", "measures.vague"),
    ("FP11", "STEA", "funding.sum"),
    ("FP14", "Vasa församling", "partners.consent"),
    ("FP17", "Ordföranden, finska, 12 minuter", "pitch.long"),
]
"""What is taken and remarked on: a country that was not typed, a measure without number or time, and so on."""
EVERY = pytest.mark.parametrize("name", ROWS)


def reading(name: str, text: str, **known: Json) -> Reading:
    field = VASA.fields_by_id[name]
    return read(field, text, Language.SV, pack=VASA, known={**KNOWN, **known}, year=YEAR)


def test_the_paper_has_eighteen_basics_and_seventeen_questions_of_the_proposal() -> None:
    basics, proposal = [f"GU{number:02}" for number in range(1, 19)], [f"FP{number:02}" for number in range(1, 18)]
    assert list(ROWS) == [*basics, *proposal]
    assert set(ROWS) <= set(VASA.fields_by_id)


@EVERY
def test_it_is_asked_in_three_languages_with_what_helps_to_answer_it(name: str) -> None:
    field, row = VASA.fields_by_id[name], ROWS[name]
    asked = dict(zip(Language, row.asks, strict=True))
    missing = [code for code in Language if asked[code].casefold() not in field.question[code].casefold()]
    assert (missing, field.need, field.limits) == ([], row.need, row.limits)
    for texts in (field.label, field.why, field.help, field.example):
        assert all(texts[code].strip() for code in Language), name


@EVERY
def test_the_examples_of_the_paper_are_understood(name: str) -> None:
    assert {text: getattr(reading(name, text), "value", None) for text in ROWS[name].taken} == ROWS[name].taken


@EVERY
def test_what_cannot_be_taken_is_answered_with_its_reason(name: str) -> None:
    found = {text: getattr(reading(name, text), "code", "") for text in ROWS[name].refused}
    assert found == ROWS[name].refused


@pytest.mark.parametrize(("name", "text", "code"), REMARKS)
def test_what_is_odd_is_taken_and_remarked_on(name: str, text: str, code: str) -> None:
    taken = reading(name, text)
    assert not isinstance(taken, Unclear)
    assert code in [one.code for one in taken.remarks]


def test_a_swedish_address_has_three_and_two_digits() -> None:
    swedish = {"GU02": {"number": "802000-0009", "country": "SE"}}
    taken = reading("GU05", "Storgatan 2, 831 30 Östersund", **swedish)
    assert getattr(taken, "value", None) == "Storgatan 2, 831 30 Östersund"


def test_own_numbers_are_asked_of_finnish_associations_alone() -> None:
    by_country: dict[str, list[Field]] = {}
    for field in VASA.fields:
        by_country.setdefault(field.country, []).append(field)
    assert [field.id for field in by_country["FI"]] == ["GU03"]
