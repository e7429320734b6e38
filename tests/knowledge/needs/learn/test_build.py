import json
from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="the extra `learn` is not installed")

from knowledge.needs.learn.build import learn
from knowledge.needs.learn.corpora import Row, entries, idle, rows
from knowledge.needs.model.load import lexicon_of
from knowledge.needs.reading import read

LABELS = {
    "ensam utan vänner": ("sv", ["exclusion/loneliness"], ["mental-health"], ["welfare"]),
    "lonely without friends": ("en", ["exclusion/loneliness"], ["mental-health"], ["welfare"]),
    "yksin ilman ystäviä": ("fi", ["exclusion/loneliness"], [], ["welfare"]),
    "promenad varje dag": ("sv", ["physical/everyday-exercise"], ["integration"], ["culture-leisure"]),
    "a walk every day": ("en", ["physical/everyday-exercise"], ["integration"], ["culture-leisure"]),
    "kävely joka päivä": ("fi", [], ["integration"], ["culture-leisure"]),
}
NEEDS = [
    Row(text, language, "need", {"vasa": vasa, "ostersund": ostersund, "office": office})
    for text, (language, vasa, ostersund, office) in LABELS.items()
]
NOTHING: dict[str, list[str] | None] = {"vasa": [], "ostersund": [], "office": []}
OTHERS = [Row("hej", "sv", "out_of_scope", NOTHING), Row("jag vill dö", "sv", "crisis", NOTHING)]


def test_what_is_taught_is_known() -> None:
    lexicon = lexicon_of(learn([*NEEDS, *OTHERS], [("lonely", "sv", "ensam"), ("exercise", "en", "walk")]))
    for row in (row for row in NEEDS if row.labels["vasa"]):
        shares = read(row.text, lexicon).shares(lexicon.model, "vasa")
        assert [max(shares, key=lambda label: shares[label])] == row.labels["vasa"]


def test_the_corpora_can_be_read() -> None:
    kinds = {row.kind for row in rows()}
    assert kinds == {"need", "out_of_scope", "crisis"}
    assert {row.language for row in rows()} == {"sv", "fi", "en"}


def test_evaluation_needs_are_not_in_the_corpora() -> None:
    file = Path(__file__).parents[1] / "dev.jsonl"
    unseen = {json.loads(line)["text"].lower() for line in file.read_text(encoding="utf-8").splitlines()}
    long = {text for text in unseen if len(text) > 20}
    assert long & {row.text.lower() for row in rows()} == set()


def test_every_concept_is_written_in_three_languages() -> None:
    written: dict[str, set[str]] = {}
    for concept, language, _ in entries():
        written.setdefault(concept, set()).add(language)
    assert {concept: found for concept, found in written.items() if found != {"sv", "fi", "en"}} == {}


def test_small_words_are_folded() -> None:
    assert {"och", "ar", "etta", "the"} <= set(idle())
