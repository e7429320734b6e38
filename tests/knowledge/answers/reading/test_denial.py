"""Sentences that say none, in every list; and that one does not know."""

import pytest

from knowledge.answers.reading.denial import postpones, says_none, says_unknown
from tests.knowledge.answers.fields import code, value

FUNDING = [
    "Ei muuta rahoitusta", "Ingen annan finansiering", "No other funding", "Inte sökt än", "none so far",
    "Vi har ingen annan finansiering.", "Meillä ei ole muuta rahoitusta", "Annan finansiering saknas",
    "Not at the moment",
    "Andra pengar: nej", "Nej, inga andra bidrag", "Ei vielä haettu", "We don't have any other funding", "Inte just nu",
    "Ei avustuksia", "We have not applied yet", "INGEN ANNAN FINANSIERING", "- inga", "Rahoitusta ei ole haettu",
    "ei oo", "ei oo haettu mitään", "ei olla saatu",
    "Noll", "nolla", "N/A", "nil", "Zero", "We don't get any", "we haven't applied anywhere",
]  # fmt: skip
PARTNERS = [
    "Inga medhjälpare", "Ei kumppaneita", "No partners", "Vi har inga samarbetspartner än",
    "Ei yhteistyökumppaneita vielä",
    "Vi gör det helt själva", "teemme sen itse", "we do it ourselves", "no partners yet", "Nej tack", "Bara vi",
    "på egen hand", "omin voimin", "on our own", "vi jobbar ensamma", "kukaan ei ole mukana", "nolla",
]  # fmt: skip


@pytest.mark.parametrize("text", FUNDING)
def test_no_other_money(text: str) -> None:
    assert value("FP11", text) == value("GU16", text) == []


@pytest.mark.parametrize("text", PARTNERS)
def test_no_partners(text: str) -> None:
    assert value("FP14", text) == []


def test_no_attachments_and_nothing_from_the_city() -> None:
    texts = ("Inga bilagor klara", "Ei liitteitä", "No attachments yet", "Inget än", "ei mitään")
    assert [value("ticks", text) for text in texts] == [[]] * len(texts)


@pytest.mark.parametrize("text", ["ei maksa mitään", "ei oo kuluja", "Inga kostnader", "It costs nothing"])
def test_nothing_to_pay_is_a_row_with_nothing_and_the_end_of_a_list(text: str) -> None:
    assert value("costs", text) == [{"what": text, "sum": 0}]
    assert (code("costs", "nej"), code("costs", "0")) == ("costs.row", "costs.what")


@pytest.mark.parametrize("text", ["ei tarvita rahaa", "Vi behöver inga pengar", "no money needed", "nej"])
def test_no_money_wanted_is_nothing_for_every_year(text: str) -> None:
    assert value("yearly", text) == [{"year": None, "sum": 0}]


def test_no_goals_is_no_goal() -> None:
    assert [code("texts", text) for text in ("Inga mål än", "Ei tavoitteita", "No goals yet")] == ["texts.none"] * 3
    assert value("texts", "Ingen är ensam i byn") == ["Ingen är ensam i byn"]
    assert code("measures", "Inga mått än") == "measures.none"


def test_none_of_them_is_no_topic_and_no_goal_of_the_city() -> None:
    assert code("topics", "ingen av dem") == code("topics", "inte ensamhet") == "topics.none"
    assert code("goal", "inget av dem") == code("goal", "ei mikään näistä") == "goal.none"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("FP11", "Inga pengar utom medlemsavgifter", "funding.none"),
        ("FP11", "Nej, men vi söker", "funding.none"),
        ("FP11", "Inga bidrag\nSTEA 500", "funding.none"),
        ("FP14", "Inga utom församlingen", "partners.none"),
        ("FP11", "Lions 1 000 avslag", "funding.none"),
        ("FP11", "STEA 5000 inte beviljat", "funding.none"),
        ("FP11", "STEA hylätty 5000", "funding.none"),
        ("FP11", "STEA 300 ei myönnetty", "funding.none"),
        ("FP11", "Kulturfonden sa nej", "funding.none"),
        ("FP11", "Inte klart än: Kulturfonden 5000", "funding.none"),
        ("FP11", "no ei ihan", "funding.none"),
        ("FP11", "ei vielä, mutta haetaan STEAlta 5 000", "funding.none"),
        ("FP11", "Bara staden", "funding.none"),
        ("FP11", "Endast Vasa stad", "funding.none"),
        ("FP11", "only the city", "funding.none"),
        ("FP11", "Vain kaupungilta", "funding.none"),
        ("FP14", "vi letar", "partners.none"),
        ("FP14", "etsimme vielä", "partners.none"),
        ("FP14", "och", "partners.unreadable"),
        ("FP16", "andra", "goal.none"),
        ("GU18", "alla utom budget", "ticks.unknown"),
        ("GU18", "inte budget", "ticks.unknown"),
        ("GU17", "inte svenska", "language.unreadable"),
    ],
)
def test_half_a_no_is_asked_about(name: str, text: str, expected: str) -> None:
    assert code(name, text) == expected


def test_a_name_may_begin_as_a_no() -> None:
    assert value("FP14", "Utan gränser rf") == ["Utan gränser rf"]
    assert value("FP14", "No Fear Club") == ["No Fear Club"]
    assert value("FP11", "Utan gränser 500") == [{"source": "Utan gränser", "sum": 500, "note": ""}]
    assert says_none("En stiftelse i Vasa") is None


UNKNOWN = [
    "vet inte", "Vet inte än.", "vi vet inte", "en tiedä", "emme tiedä vielä", "I don't know", "not sure yet",
    "en muista", "minns inte", "en tiiä", "emmä tiiä viel", "no ei tiietä", "ei osata vielä sanoa", "ei hajuakaan",
    "ei oo päätetty viel", "myöhemmin", "Vastaan tähän myöhemmin.", "palataan tähän", "katsotaan", "senare",
    "ei väliä", "ihan sama", "det spelar ingen roll", "whatever", "vi återkommer",
    "fyller i det senare", "vi får se", "inte bestämt än", "later", "we will come back to this", "TBD",
]  # fmt: skip


@pytest.mark.parametrize("text", UNKNOWN)
def test_not_to_know_is_no_answer(text: str) -> None:
    assert says_unknown(text)
    free = ("FP01", "FP04", "FP11", "FP14", "FP16", "GU09")
    assert {code(name, text) for name in free} == {"text.unknown"}


def test_other_sentences_are_not_taken_for_it() -> None:
    told = ("vet inte vem som leder", "Onsdagsköket", "nej", "emme tiedä kuka johtaa", "katsotaan elokuvia yhdessä")
    planned = ("myöhemmin keväällä", "auki joka päivä", "senare skolstart", "we come back stronger", "later life café")
    assert not any(map(says_unknown, (*told, *planned)))


def test_a_word_between_partners_is_none() -> None:
    assert value("FP14", "Röda Korset\noch\nMarthaförbundet") == ["Röda Korset", "Marthaförbundet"]


PUT_OFF = [
    "kommer senare", "Det kommer senare.", "VI ÅTERKOMMER", "återkommer med svar", "svarar sen", "fylls i senare",
    "vi fyller i det senare", "inte bestämt än", "ej beslutat", "det är inte bestämt ännu", "tbd", "bestäms senare",
    "tulee myöhemmin", "vastaan myöhemmin", "palataan asiaan", "ei ole vielä päätetty", "päätetään myöhemmin",
    "later", "I'll do it later", "we’ll get back to you on this", "to be decided", "TBC", "not decided yet",
    "will be added later", "to follow",
]  # fmt: skip
NOT_PUT_OFF = [
    "Senare på kvällen", "Kafé efteråt", "vi träffas och äter sedan", "bestämt", "Kommunen bestäms av valet",
    "Matlagning först, bio sen", "inte", "i morgon kväll", "Vi kommer", "Vi beslutar om hyran senare",
    "Myöhemmin keväällä", "ensin ruoka, sitten kahvi", "päätetty", "hallitus päättää",
    "later in the spring", "decided", "the board decides", "Tomorrow's children", "lunch, then a talk later", "",
]  # fmt: skip


@pytest.mark.parametrize("text", PUT_OFF)
def test_an_answer_that_comes_another_time_is_not_known_yet(text: str) -> None:
    assert postpones(text)
    assert {code(name, text) for name in ("FP01", "FP04", "FP11", "FP14", "FP16", "GU09")} == {"text.unknown"}


@pytest.mark.parametrize("text", NOT_PUT_OFF)
def test_what_names_anything_is_an_answer(text: str) -> None:
    assert not postpones(text)
