"""Own distress and violence now, beside sentences on the same subjects that are no distress, in three languages.

`own.*.txt` must be caught, `others.*.txt` must not: what an association writes of people it helps, of its own
tiredness, words for stopping. Misspelt, colloquial and inflected, as people write. The `more` tables were written after
the patterns, to see how well they reach.
"""

import json
from pathlib import Path

import pytest

from knowledge.distress.recognise import NEVER, folded, suspect, told
from knowledge.language import Language
from knowledge.needs.crisis import in_distress
from knowledge.needs.model.load import load_lexicon

HERE = Path(__file__).parent
LEXICON = load_lexicon()


def table(way: str) -> list[str]:
    return [line for file in sorted(HERE.glob(f"{way}.*.txt")) for line in file.read_text().splitlines()]


@pytest.mark.covers("R1")
@pytest.mark.parametrize("text", table("own"))
def test_own_distress_is_seen(text: str) -> None:
    assert in_distress(text, LEXICON) is not None


@pytest.mark.covers("R1")
@pytest.mark.parametrize("text", table("others"))
def test_work_against_it_and_tiredness_are_no_distress(text: str) -> None:
    assert in_distress(text, LEXICON) is None


@pytest.mark.parametrize(
    "text", ["sluta", "stop", "lopeta", "lopeta muistutukset", "inga fler påminnelser", "stop the reminders", "avsluta"]
)
def test_words_for_stopping_are_no_distress(text: str) -> None:
    assert (told(text), suspect(text)) == (None, NEVER)


@pytest.mark.parametrize(
    "text", ["förlåt, jag menade i Böle", "oj förlåt, jag skrev fel", "sorry, I meant Friday", "anteeksi, tarkoitin 30"]
)
def test_who_puts_something_right_is_in_no_distress(text: str) -> None:
    assert in_distress(text, LEXICON) is None


@pytest.mark.parametrize(
    "text", ["förlåt, jag menade att göra slut på allt", "I meant it when I said goodbye", "jag menade 12, jag vill dö"]
)
def test_distress_beside_such_words_is_still_seen(text: str) -> None:
    assert in_distress(text, LEXICON) is not None


def test_plain_words_tell_the_language() -> None:
    assert [told(text) for text in ("jag vill dö", "haluan kuolla", "I want to die")] == list(Language)


def test_case_accents_and_drawn_out_letters_make_no_difference() -> None:
    assert folded("Jag VILL dööööö, nu!") == "jag vill do , nu"
    assert [told(text) for text in ("jag vill do", "JAAAG VILL DÖ", "en halua elaa")] == [
        Language.SV,
        Language.SV,
        Language.FI,
    ]


def test_one_sentence_among_others_is_enough() -> None:
    need = "Vi vill ha en träffpunkt i byn för alla som är ensamma."
    assert told(f"{need} Jag orkar inte leva längre. {need}") is Language.SV
    assert told(f"{need} {need}") is None


def test_needs_of_associations_are_hardly_ever_taken_for_distress() -> None:
    rows = [json.loads(line) for line in (HERE.parent / "needs" / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    needs = [row["text"] for row in rows if not row.get("crisis")]
    taken = [text for text in needs if told(text)]
    assert len(taken) <= len(needs) / 1000, taken
