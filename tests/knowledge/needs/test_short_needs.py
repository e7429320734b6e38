"""Needs as tired people type them: short, with a place, a greeting, slips of the shift key, or letters from a Mac."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.understand import Understanding, understand

PACKS = load_packs()
LEXICON = load_lexicon()


def about(text: str, pack: str = "vasa") -> Understanding:
    return understand(text, PACKS[pack], LEXICON)


def first(text: str, pack: str = "vasa") -> tuple[str, str]:
    seen = about(text, pack)
    return seen.kind, seen.topics[0].id if seen.topics else ""


SHORT = {
    "Äldre sitter ensamma i Gerby": "exclusion/loneliness",
    "äldre är ensamma": "exclusion/loneliness",
    "Ensamma äldre i Gerby": "exclusion/loneliness",
    "Lonely pensioners": "exclusion/loneliness",
    "Yksinäisiä vanhuksia": "exclusion/loneliness",
    "The bus was cut last year and they feel alone": "exclusion/loneliness",
    "Mummot on yksin": "exclusion/loneliness",
    "ungdomar mår dåligt": "resilience/youth-mental-health",
    "Nuoret voi huonosti": "resilience/youth-mental-health",
    "Barn rör sig för lite": "physical/everyday-exercise",
    "Lapset eivät liiku": "physical/everyday-exercise",
    "Kids don't move": "physical/everyday-exercise",
    "ingen ramp till biblioteket": "inequality/accessibility",
    "Kerhotaloon ei pääse pyörätuolilla": "inequality/accessibility",
    "segregation": "inequality/segregation",
}


@pytest.mark.parametrize(("text", "topic"), SHORT.items())
def test_a_short_need_is_a_need(text: str, topic: str) -> None:
    assert first(text) == ("need", topic)


VILLAGES = ("Gerby", "Araby", "Tölby", "Öjaby", "Näsby", "Brunnsvik", "Hästholmen", "Kråknäs")
NEEDS = {
    "ensamma pensionärer sitter hemma": "sv",
    "ungdomarna har inget att göra": "sv",
    "barnen rör sig för lite": "sv",
    "vanhukset ovat yksinäisiä": "fi",
    "nuorilla on ahdistusta": "fi",
    "pyörätuolilla ei pääse sisään": "fi",
    "pensioners are lonely": "en",
    "teenagers have nothing to do": "en",
    "old people are scammed online": "en",
}
GREETINGS = ("", "Hej! ", "Hei, ", "Moi ", "Hello, ", "God morgon. ")
ENDS = ("", ".", "!!", " ...", ", mvh Anna", ". Kiitos!", " thanks")
SHAPES = (str, str.upper, str.lower, str.capitalize, lambda text: unicodedata.normalize("NFD", text))


def _at(place: str, language: str) -> str:
    if language == "fi":
        return f"{place}ssä" if place.endswith("y") else f"{place}issa"
    return f"i {place}" if language == "sv" else f"in {place}"


@settings(max_examples=60, deadline=None)
@given(
    need=st.sampled_from(sorted(NEEDS)),
    place=st.sampled_from(("", *VILLAGES)),
    greeting=st.sampled_from(GREETINGS),
    end=st.sampled_from(ENDS),
    shape=st.sampled_from(SHAPES),
)
def test_a_need_stays_itself_however_it_is_dressed(
    need: str, place: str, greeting: str, end: str, shape: object
) -> None:
    where = f" {_at(place, NEEDS[need])}" if place else ""
    assert callable(shape)
    seen, plain = about(shape(greeting + need + where + end)), about(need)
    assert (seen.kind, seen.topics[0].id) == ("need", plain.topics[0].id)
    told = " ".join(words for topic in (*seen.topics, *seen.offices) for words in topic.because).lower()
    assert not any(word in told for word in (place.lower() or "§", "hej", "moi", "anna", "kiitos", "thanks"))


@pytest.mark.parametrize(
    ("text", "pack"),
    [
        ("Vårt hus i Araby vill söka föreningsbidrag för hemlösa", "vaxjo"),
        ("I Hammarkullen har hemlösa ingenstans att sova", "goteborg"),
        ("Ristinummella on paljon yksinäisiä", "vasa"),
        ("12 ensamma äldre på Hammarögatan 7", "vasa"),
    ],
)
def test_a_place_or_a_number_is_never_evidence(text: str, pack: str) -> None:
    seen = about(text, pack)
    told = " ".join(words for item in (*seen.topics, *seen.offices) for words in item.because)
    assert told
    assert not any(word in told for word in ("Araby", "Hammarkullen", "Ristinummella", "12", "Hammarögatan", "7"))


def test_words_from_a_mac_are_read_as_others_and_told_whole() -> None:
    seen = about(unicodedata.normalize("NFD", "yksinäisiä vanhuksia kylällä"))
    assert seen == about("yksinäisiä vanhuksia kylällä")
    assert seen.topics[0].because == ("yksinäisiä vanhuksia kylällä",)


@pytest.mark.parametrize(
    "text",
    [
        "Vi har en ny ordförande",
        "Sjukhuset är för dyrt",
        "Kaffet är slut",
        "Vår kassör fyller år",
        "Kahvinkeitin on rikki",
        "Rahastonhoitajallamme on synttärit",
        "The coffee machine is broken",
        "Our treasurer has a birthday",
    ],
)
def test_news_and_grumbling_are_no_challenge(text: str) -> None:
    seen = about(text)
    assert (seen.kind in ("out_of_scope", "unclear"), seen.topics) == (True, ())


@pytest.mark.parametrize(
    "text",
    [
        "We need money for a new kitchen",
        "Vi behöver pengar till nya fotbollströjor",
        "Vi behöver pengar till en ny gräsklippare",
        "Tarvitsemme rahaa uuteen ruohonleikkuriin",
        "A grant for a fridge in our clubhouse",
    ],
)
def test_money_for_things_is_a_need_without_a_topic(text: str) -> None:
    seen = about(text)
    assert (seen.kind, seen.topics, seen.offices[0].id) == ("need", (), "culture-leisure")


RULES = {
    "sv": (
        "Stadgar för Föreningen Ankaret. Föreningens ändamål är att främja samvaro bland medlemmarna. Styrelsen "
        "har fem ledamöter. Namnet tecknas av ordföranden ensam. Medlem betalar en årlig avgift. Årsmötet hålls i "
        "april och kallelsen sänds tio dagar före. Revisorn granskar räkenskaperna. Om föreningen upplöses skänks "
        "tillgångarna bort enligt mötets beslut."
    ),
    "fi": (
        "Yhdistyksen nimi on Ankkuri ja kotipaikka Vaasa. Tarkoituksena on edistää jäsenten yhteistoimintaa. "
        "Hallituksessa on viisi jäsentä. Nimen kirjoittaa puheenjohtaja yksin tai kaksi hallituksen jäsentä "
        "yhdessä. Jäsen maksaa vuosimaksun. Vuosikokous pidetään huhtikuussa, ja kutsu lähetetään kymmenen päivää "
        "ennen. Tilintarkastaja tarkastaa tilit. Jos yhdistys puretaan, varat luovutetaan kokouksen päätöksen "
        "mukaan."
    ),
    "en": (
        "Rules of the Anchor Association. The purpose is to bring members together. The board has five members. "
        "The chair signs alone or two members of the board together. A member pays a yearly fee. The annual "
        "meeting is held in April and notice is sent ten days before. The auditor checks the accounts. If the "
        "association is dissolved its assets are given away as the meeting decides. Changes need two thirds of "
        "the votes."
    ),
}


@pytest.mark.parametrize("text", RULES.values(), ids=RULES)
def test_a_pasted_page_without_a_need_is_asked_about(text: str) -> None:
    seen = about(text)
    assert (seen.kind, seen.topics, seen.offices) == ("unclear", (), ())


@pytest.mark.covers("D15")
@pytest.mark.parametrize(
    "text",
    [
        "Haluamme ottaa kotihoidon asiakkaat hoitaaksemme",
        "Yhdistys haluaa huolehtia kotisairaanhoidosta Närpiössä",
        "Vi vill ta över hälsocentralens mottagning",
        "Kan vi få köra ambulanserna",
        "We want to run the home care service",
        "Doctors have too long queues",
    ],
)
def test_care_is_the_countys(text: str) -> None:
    here, elsewhere = about(text), about(text, "vaxjo")
    assert (here.kind, here.door, here.topics) == ("out_of_scope", "own-help", ())
    assert (elsewhere.kind in ("out_of_scope", "unclear"), elsewhere.door) == (True, "own-help")


@pytest.mark.parametrize("text", ["vad är klockan", "Gatlyktan är släckt", "Bussen var sen i dag", "Juna oli täynnä"])
def test_what_is_not_care_is_not_sent_to_the_county(text: str) -> None:
    seen = about(text)
    assert (seen.kind, seen.door == "own-help") == ("out_of_scope", False)


@pytest.mark.covers("X6")
def test_people_without_a_roof_are_no_victims_of_violence() -> None:
    assert first("Hemlösa fryser om nätterna", "vaxjo") == ("need", "exclusion")
    assert first("Skyddat boende åt kvinnor som blir slagna", "vaxjo") == ("need", "shelter")


def test_an_idea_that_the_person_vouches_for_is_read_as_one() -> None:
    page = RULES["sv"] + " Vi vill också göra något för ensamma äldre."
    assert understand(page, PACKS["vasa"], LEXICON, idea=True).kind == "need"
    assert understand("jag vill dö", PACKS["vasa"], LEXICON, idea=True).kind == "crisis"
