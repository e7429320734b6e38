"""Questions are told from needs, answers and messages of a case: measured on a table of our own in two halves.

The patterns were written with one half in view; the other half only measures. The needs of the packs measure too:
nobody wrote them to be told from questions.
"""

import json
from itertools import chain
from pathlib import Path

import pytest

from knowledge.language import Language
from knowledge.municipality.load import SHIPPED
from knowledge.needs.learn.corpora import CORPORA
from knowledge.questions.book import books, topics
from knowledge.questions.recognise import asked, asked_word, concerns_us

HERE = Path(__file__).parent
EVERY_NEED = 16
"""Each so many rows of the packs' needs are read: enough to notice a pattern that is too wide."""


def table(half: str, language: Language) -> list[tuple[str, str]]:
    """Return the rows of a half in a language: text and topic, an empty topic for what asks nothing."""
    lines = (HERE / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [(row["text"], row["topic"]) for row in rows if row["lang"] == language]


def heard(text: str, language: Language) -> str:
    """Return the first topic that a text asks about, empty if none."""
    found = asked(text, language)
    return found.topics[0] if found else ""


@pytest.mark.parametrize(("half", "right"), [("tune", 0.94), ("held", 0.82)])
@pytest.mark.parametrize("language", list(Language))
def test_questions_get_their_topic(language: Language, half: str, right: float) -> None:
    rows = [(text, topic) for text, topic in table(half, language) if topic]
    missed = [(text, topic, heard(text, language)) for text, topic in rows if heard(text, language) != topic]
    assert len(missed) <= (1 - right) * len(rows), missed


@pytest.mark.parametrize("language", list(Language))
def test_questions_are_told_from_the_rest_whatever_their_topic(language: Language) -> None:
    rows = [text for text, topic in table("held", language) if topic]
    missed = [text for text in rows if not heard(text, language)]
    assert len(missed) <= 0.07 * len(rows), missed


@pytest.mark.parametrize(("half", "wrong"), [("tune", 0.05), ("held", 0.04)])
@pytest.mark.parametrize("language", list(Language))
def test_needs_answers_and_messages_are_no_questions(language: Language, half: str, wrong: float) -> None:
    rows = [text for text, topic in table(half, language) if not topic]
    taken = [text for text in rows if heard(text, language)]
    assert len(taken) <= wrong * len(rows), taken


def test_the_table_is_large_enough_and_its_halves_share_nothing() -> None:
    for language in Language:
        both = [*table("tune", language), *table("held", language)]
        assert (sum(bool(topic) for _, topic in both) >= 60, sum(not topic for _, topic in both) >= 60) == (True, True)
        assert not {text for text, _ in table("tune", language)} & {text for text, _ in table("held", language)}


def test_the_needs_of_the_packs_are_hardly_ever_taken_for_questions_alone() -> None:
    files = [path for pack in sorted(SHIPPED.iterdir()) for path in sorted((CORPORA / pack.name).glob("*.jsonl"))]
    lines = list(chain.from_iterable(path.read_text(encoding="utf-8").splitlines() for path in files))[::EVERY_NEED]
    found = [asked(json.loads(line)["text"]) for line in lines]
    assert sum(item is not None and not item.rest for item in found) / len(found) < 0.01


def test_every_language_knows_the_same_topics() -> None:
    assert [{item.topic for item in book.patterns} for book in books().values()] == [set(topics())] * len(Language)


@pytest.mark.parametrize(
    ("text", "topics_asked", "rest", "clear"),
    [
        ("Vi vill ordna läger för barn, när är sista dag?", ("dates",), "Vi vill ordna läger för barn", False),
        ("Hur mycket pengar kan man få och vem bestämmer?", ("amount", "decision"), "", True),
        ("Om vi missar sista dagen, vad händer då?", ("late",), "", True),
        ("Kuka päättää? Paljonko rahaa saa?", ("decision", "amount"), "", True),
        ("när ä sista ansökingsdag", ("dates",), "", True),
        ("hej hej, kan man skriva på finska??", ("language",), "", True),
    ],
)
def test_what_is_said_beside_a_question_is_kept(
    text: str, topics_asked: tuple[str, ...], rest: str, *, clear: bool
) -> None:
    found = asked(text)
    assert found is not None
    assert (found.topics, found.rest, found.clear) == (topics_asked, rest, clear)


@pytest.mark.parametrize(
    "text",
    [
        "När öppnar biblioteket?",
        "Hur mycket kostar en busskort?",
        "Vem tar hand om mormor?",
        "Milloin uimahalli menee kiinni?",
        "Where can I buy stamps?",
        "",
        "???",
    ],
)
def test_questions_about_other_things_are_none_of_ours(text: str) -> None:
    assert asked(text) is None


def test_the_meaning_of_a_word_is_asked() -> None:
    assert asked_word("Vad menas med utanförskap?") == ("utanforskap",)
    assert asked_word("Mitä resilienssi tarkoittaa?") == ("resilienssi",)
    assert asked_word("Många äldre är ensamma") == ()


def test_a_question_without_a_known_topic_still_concerns_the_municipality() -> None:
    assert concerns_us("Varför frågar kommunen det?")
    assert not concerns_us("Varför är gatlyktan på Storgatan trasig?")
    assert not concerns_us("Kommunen är bra")
