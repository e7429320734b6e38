"""Choosing: options by number, value or words; yes and no; languages; who signs; the pitch."""

import pytest

from knowledge.language import Language
from tests.knowledge.answers.fields import code, reading, remarks, shown, value

ALL = ["rules", "plan", "budget", "accounts", "annual-report", "audit"]


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("1, 3", ["rules", "budget"]),
        ("1 3", ["rules", "budget"]),
        ("stadgar och budget", ["rules", "budget"]),
        ("alla", ALL),
        ("inga", []),
    ],
)
def test_ticks(text: str, chosen: list[str]) -> None:
    assert value("GU18", text) == chosen


def test_an_unknown_tick_is_named_with_the_list() -> None:
    assert reading("GU18", "flygplan").values["part"] == "flygplan"  # type: ignore[union-attr]
    assert code("GU18", "budget, flygplan") == "ticks.unknown"
    assert code("GU18", "7") == "ticks.unknown"


@pytest.mark.covers("V5")
def test_topics_are_chosen_and_own_words_stay() -> None:
    assert value("topics", "ensamhet") == ["exclusion/loneliness"]
    assert value("topics", "yksinäisyys", language=Language.FI) == ["exclusion/loneliness"]
    assert value("topics", "exclusion/loneliness\ncykelvägar") == ["exclusion/loneliness", "cykelvägar"]
    assert remarks("topics", "cykelvägar") == ["topics.own"]
    assert code("topics", "1 2 3 4") == "topics.many"


def test_a_yes_takes_the_topics_of_the_need() -> None:
    known = {"topics": ["exclusion/loneliness"]}
    assert value("topics", "ja", known=known) == ["exclusion/loneliness"]


@pytest.mark.covers("V2")
def test_a_goal_of_the_city_or_own_words() -> None:
    assert value("goal", "1") == ["resilience"]
    assert value("goal", "Minska ensamheten i byarna") == "Minska ensamheten i byarna"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("svenska", "sv"),
        ("suomi", "fi"),
        ("ruotsi", "sv"),
        ("3", "en"),
        ("English", "en"),
        ("EN", "en"),
        ("suomi (fi)", "fi"),
        ("på engelska", "en"),
    ],
)
def test_a_language(text: str, language: str) -> None:
    assert value("language", text) == language


@pytest.mark.parametrize(
    "text",
    [
        "svenska eller finska", "tyska", "9", "99999", "en osaa sanoa", "en välitä", "en ungdom talar", "en av oss",
        "en puhu englantia", "ej engelska", "vad som helst utom engelska", "anything but English", "muu kuin englanti",
    ],
)  # fmt: skip
def test_what_is_not_one_language(text: str) -> None:
    assert code("language", text) == "language.unreadable"


@pytest.mark.covers("V13")
@pytest.mark.parametrize(
    ("text", "choice", "rest"),
    [
        ("Ja", "yes", ""),
        ("Delvis, vi saknar kassör.", "partly", "vi saknar kassör."),
        ("Kyllä, meillä on", "yes", "meillä on"),
        ("No", "no", ""),
        ("2", "partly", ""),
    ],
)
def test_a_choice_and_more_words(text: str, choice: str, rest: str) -> None:
    assert value("FP09", text) == {"choice": choice, "text": rest}


@pytest.mark.parametrize(
    ("text", "choice", "rest"),
    [
        ("Inte riktigt", "no", "Inte riktigt"),
        ("Ei vielä", "no", "Ei vielä"),
        ("No one can", "no", "No one can"),
        ("Ja, delvis. Vi saknar kassör", "partly", "Ja, delvis. Vi saknar kassör"),
        ("2. vi saknar kassör", "partly", "vi saknar kassör"),
    ],
)
def test_a_yes_or_no_inside_a_sentence_stays_in_it(text: str, choice: str, rest: str) -> None:
    assert value("FP09", text) == {"choice": choice, "text": rest}


@pytest.mark.parametrize("text", ["Ja och nej", "nej, delvis", "2 personer kan", "3 av oss"])
def test_two_choices_at_once_and_a_count_are_none(text: str) -> None:
    assert code("FP09", text) == "choice.unreadable"


@pytest.mark.covers("V5")
@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Ensamhet och vardagsmotion", ["exclusion/loneliness", "physical/everyday-exercise"]),
        ("arkiliikunta", ["physical/everyday-exercise"]),
        ("meningsfull aktivitet", ["exclusion/meaningful-activity"]),
        ("ensamheten", ["exclusion/loneliness"]),
        ("barn och unga", ["barn och unga"]),
        ("psykisk ohälsa", ["psykisk ohälsa"]),
        ("segregering", ["segregering"]),
        ("Ensamhet\tcykelvägar", ["exclusion/loneliness", "cykelvägar"]),
    ],
)
def test_half_a_name_never_becomes_another(text: str, topics: list[str]) -> None:
    assert value("topics", text) == topics


def test_a_goal_in_a_sentence_of_its_own_stays_in_own_words() -> None:
    assert value("goal", "Minskat utanförskap bland unga i byarna") == "Minskat utanförskap bland unga i byarna"


def test_an_attachment_that_is_denied_is_not_ticked() -> None:
    assert value("GU18", "stadgar och budget, inte bokslut") == ["rules", "budget"]


def test_a_choice_that_is_none() -> None:
    assert code("FP09", "Vi kan mycket") == "choice.unreadable"
    assert code("FP09", "Ja " + "x" * 601) == "text.long"


@pytest.mark.covers("V27")
@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Stadgar ja, styrelse ja, revisor på gång", ("yes", "yes", "underway")),
        ("Säännöt ja hallitus kyllä, tilintarkastaja ei", ("yes", "yes", "no")),
        ("Vi har stadgar och styrelse men ingen revisor", ("yes", "yes", "no")),
        ("rules yes; board yes; auditor not yet", ("yes", "yes", "underway")),
        ("ja, nej, på gång", ("yes", "no", "underway")),
        ("ja", ("yes", "yes", "yes")),
    ],
)
def test_rules_board_and_auditor(text: str, states: tuple[str, ...]) -> None:
    assert value("triad", text) == dict(zip(("rules", "board", "auditor"), states, strict=True))


@pytest.mark.covers("V27")
@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("stadgar ja styrelse nej revisor ja", ("yes", "no", "yes")),
        ("Vi har stadgar, styrelse och revisor", ("yes", "yes", "yes")),
        ("Stadgar, styrelse och revisor finns", ("yes", "yes", "yes")),
        ("Stadgar finns, styrelse finns inte, revisor inte än", ("yes", "no", "underway")),
        ("Stadgar och styrelse finns, utan revisor", ("yes", "yes", "no")),
        ("Styrelse ja, revisor ja, stadgar nej", ("no", "yes", "yes")),
        ("Meillä on säännöt, hallitus ja tilintarkastaja", ("yes", "yes", "yes")),
        ("Stadgar\tja\nStyrelse\tja\nRevisor\tnej", ("yes", "yes", "no")),
        ("säännöt on, hallitus on, tarkastaja ei", ("yes", "yes", "no")),
        ("Stadgar och styrelse finns, revisor väljs i vår", ("yes", "yes", "underway")),
        ("Stadgar ja, styrelse ja, revisor kommer att väljas", ("yes", "yes", "underway")),
        ("säännöt on, tarkastaja on, hallitus valitaan keväällä", ("yes", "underway", "yes")),
        ("rules yes, board yes, auditor will be elected in spring", ("yes", "yes", "underway")),
    ],
)
def test_a_no_belongs_to_the_word_beside_it(text: str, states: tuple[str, ...]) -> None:
    assert value("triad", text) == dict(zip(("rules", "board", "auditor"), states, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Stadgar 2019, styrelse, revisor nej",
        "stadgar och styrelse nej, revisor ja",
        "stadgar, styrelse, revisor",
        "stadgar ja, styrelse ja, revisor väljs varje år",
        "stadgar ja, styrelse ja, revisor byts ut",
        "stadgar ja, styrelse ja, revisor ja, stadgar nej",
        "säännöt, hallitus, tilintarkastaja ei",
    ],
)
def test_a_no_that_could_belong_to_two_words_is_asked_about(text: str) -> None:
    assert code("triad", text) == "triad.unreadable"


@pytest.mark.covers("V27")
def test_the_year_of_the_rules_is_kept() -> None:
    expected = {"rules": "yes", "board": "yes", "auditor": "no", "year": 2019}
    assert value("triad", "Stadgar 2019, styrelse ja, revisor nej") == expected
    assert shown("triad", "Stadgar (2019) ja, styrelse ja, revisor nej").splitlines()[0] == "Stadgar: ja (2019)"


@pytest.mark.parametrize("text", ["vet inte", "stadgar ja", "1"])
def test_less_than_three_answers_is_not_enough(text: str) -> None:
    assert code("triad", text) == "triad.unreadable"


@pytest.mark.parametrize(
    ("text", "count", "roles"),
    [
        ("Två, ordförande och kassör", 2, "ordförande och kassör"),
        ("puheenjohtaja ja sihteeri", 2, "puheenjohtaja ja sihteeri"),
        ("ordföranden", 1, "ordföranden"),
        ("2", 2, ""),
    ],
)
def test_who_signs(text: str, count: int, roles: str) -> None:
    assert value("signatories", text) == {"count": count, "roles": roles}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Firman tecknas av ordföranden och kassören var för sig", 1),
        ("puheenjohtaja ja varapuheenjohtaja kumpikin yksin", 1),
        ("each alone: chair and treasurer", 1),
        ("ordföranden eller kassören", 1),
        ("ordföranden tillsammans med kassören", 2),
        ("två, ordföranden och en styrelsemedlem", 2),
        ("puheenjohtaja yksin tai sihteeri ja rahastonhoitaja yhdessä", None),
        ("ordföranden ensam eller två styrelsemedlemmar tillsammans", None),
        ("ordföranden, sekreteraren och kassören tillsammans", None),
        ("tre styrelsemedlemmar", None),
        ("ordföranden får inte teckna ensam", None),
        ("ordföranden och vid förhinder viceordföranden", None),
        ("puheenjohtaja, tai kaksi hallituksen jäsentä yhdessä", None),
    ],
)
def test_how_many_sign_is_never_guessed_from_the_words(text: str, count: int | None) -> None:
    assert value("signatories", text)["count"] == count
    assert text.removeprefix("två, ") in shown("signatories", text)


def test_who_signs_wants_roles_and_no_names() -> None:
    assert remarks("signatories", "2") == ["signatories.roles"]
    assert code("signatories", "Förnamn") == "signatories.unreadable"
    assert code("signatories", "ordförande, sekreterare") == "signatories.unreadable"


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
