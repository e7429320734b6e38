import json
from functools import cache
from pathlib import Path

import pytest

from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.needs.evaluate import Report, evaluate
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.understand import Understanding, understand

PACKS = load_packs()
LEXICON = load_lexicon()
DEV = [json.loads(line) for line in (Path(__file__).parent / "dev.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def _understood(text: str, pack: str, language: Language | None) -> Understanding:
    """Read each need once a pack: several tests look at all of them."""
    return understand(text, PACKS[pack], LEXICON, language)


def about(text: str, pack: str = "vasa", language: Language | None = None) -> Understanding:
    return _understood(text, pack, language)


def report(pack: str) -> Report:
    return evaluate(DEV, lambda text, language: about(text, pack, language), pack)


def test_unseen_needs_get_the_right_vasa_leaf() -> None:
    hits = report("vasa").hits["vasa", "all"]
    assert (hits.of, hits.first >= 0.75 * hits.of, hits.in_three >= 0.92 * hits.of) == (141, True, True)


def test_unseen_needs_get_the_right_ostersund_theme() -> None:
    hits = report("ostersund").hits["ostersund", "all"]
    assert (hits.of, hits.first >= 0.85 * hits.of, hits.in_three >= 0.97 * hits.of) == (92, True, True)


def test_unseen_needs_get_the_right_office() -> None:
    hits = report("vaxjo").hits["office", "all"]
    assert (hits.of, hits.first >= 0.88 * hits.of) == (158, True)


def test_what_is_no_need_is_caught_and_needs_are_not_rejected() -> None:
    found = report("vasa")
    assert found.caught[0] >= 0.85 * found.caught[1]
    assert found.rejected[0] <= 0.03 * found.rejected[1]


def test_the_language_of_a_need_is_heard() -> None:
    heard, of = report("vasa").languages
    assert heard >= 0.97 * of


@pytest.mark.parametrize("pack", sorted(PACKS))
def test_every_suggestion_shows_the_persons_own_words(pack: str) -> None:
    for row in DEV:
        seen = about(row["text"], pack)
        for suggestion in (*seen.topics, *seen.offices):
            assert suggestion.because
        for phrase in (phrase for item in (*seen.topics, *seen.offices) for phrase in item.because):
            assert phrase in row["text"]
            assert 1 <= len(phrase.replace("-", " ").split()) <= 4


@pytest.mark.parametrize(
    "text",
    [
        "jag orkar inte leva längre",
        "jag vill dö",
        "min man slår mig just nu",
        "en halua enää elää",
        "haluan kuolla",
        "mies hakkaa minua",
        "my husband is beating me right now",
        "I want to die",
        "I took all the pills",
    ],
)
def test_own_distress_is_a_crisis_and_gets_no_match(text: str) -> None:
    seen = about(text)
    assert (seen.kind, seen.topics, seen.offices) == ("crisis", (), ())


@pytest.mark.parametrize(
    "text",
    [
        "vi vill starta en samtalsgrupp för unga med självmordstankar",
        "Vår förening driver en stödlinje för kvinnor som blir slagna hemma",
        "Järjestämme vertaisryhmiä itsemurhan tehneiden läheisille",
        "We run a helpline for women who are beaten by their husbands",
    ],
)
def test_work_on_the_same_subject_is_a_need(text: str) -> None:
    assert about(text).kind == "need"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "👍",
        "...",
        "hej",
        "moi",
        "qwerty asdf",
        "2+2?",
        "vad är klockan",
        "vill ni köpa solpaneler",
        "haista vittu",
    ],
)
def test_what_is_no_need_gets_no_match(text: str) -> None:
    seen = about(text)
    assert (seen.kind, seen.topics, seen.offices) == ("out_of_scope", (), ())


def test_words_of_no_language_take_the_language_of_the_chat() -> None:
    assert [about("👍", language=language).language for language in (None, Language.EN)] == [Language.SV, Language.EN]


def test_a_denied_subject_is_no_evidence_and_weighs_less() -> None:
    plain, denied = about("idrott och kör för ensamma äldre"), about("INTE idrott utan kör för ensamma äldre")
    share = [
        next((topic.score for topic in seen.topics if topic.id == "physical/everyday-exercise"), 0.0)
        for seen in (plain, denied)
    ]
    assert share[1] <= share[0]
    assert not any("idrott" in phrase for topic in denied.topics for phrase in topic.because)


@pytest.mark.parametrize(
    "text", ["Vi söker bidrag till nya mål", "haemme avustusta palloihin", "we apply for a grant for balls"]
)
def test_a_plain_grant_is_heard(text: str) -> None:
    seen = about(text, "vaxjo")
    assert (seen.asks_money, seen.offices[0].id) == (True, "culture-leisure")


def test_a_grant_that_is_denied_is_not_asked_for() -> None:
    assert not about("Vi söker inte bidrag utan samarbete om ensamma äldre", "vaxjo").asks_money


def test_a_slip_of_the_pen_is_forgiven() -> None:
    assert about("samtalsgrupp för esnamma äldre").topics[0].id == "exclusion/loneliness"


@pytest.mark.covers("X6")
def test_a_topic_without_examples_borrows_from_learned_ones() -> None:
    assert about("Tak över huvudet åt kvinnor som flyr en man som slår", "vaxjo").topics[0].id == "shelter"


@pytest.mark.covers("X8")
def test_meetings_of_newcomers_lead_to_integration() -> None:
    seen = about("språkkafé för nyanlända mammor", "vaxjo")
    assert (seen.topics[0].id, seen.offices[0].id) == ("integration", "integration")


@pytest.mark.covers("G9")
def test_goteborg_hears_eu_citizens_in_hardship() -> None:
    assert about("Romska EU-migranter sover i bilar", "goteborg").topics[0].id.startswith("eu-migrants")


def test_a_pack_with_one_door_gives_that_door() -> None:
    assert [office.id for office in about("ensamma äldre i byn", "ostersund").offices] == ["civil-society-navigator"]
