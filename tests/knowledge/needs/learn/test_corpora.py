"""The corpora themselves: what they are, that their README tells it, and that nothing is tried on what was learned."""

import json
import re
from pathlib import Path

from knowledge.needs.learn.corpora import CORPORA, entries, files, fingerprint, rows, stopwords
from knowledge.needs.model.file_format import decode
from knowledge.needs.model.load import LEARNED
from knowledge.needs.other_doors import EVERYWHERE

README = (CORPORA / "README.md").read_text(encoding="utf-8")


def _texts(file: Path) -> list[str]:
    return [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def test_every_language_and_kind_is_there() -> None:
    assert {row.kind for row in rows()} == {"need", "out_of_scope", "crisis"}
    assert {row.language for row in rows()} == {"sv", "fi", "en"}


def test_the_readme_counts_the_rows_of_every_file() -> None:
    told: dict[str, int] = {}
    for section in README.split("\n## ")[1:]:
        folder = section.partition("/\n")[0]
        told |= {f"{folder}/{name}": int(count) for name, count in re.findall(r"^\| (\S+) \| (\d+) \|", section, re.M)}
    assert told == {f"{file.parent.name}/{file.stem}": len(_texts(file)) for file in files()}
    assert f"{sum(told.values()):,} labelled texts in {len(told)} files".replace(",", " ") in README


def test_no_need_that_the_matcher_is_tried_on_was_learned() -> None:
    tried = [text for name in ("dev", "blind") for text in _texts(Path(__file__).parents[1] / f"{name}.jsonl")]
    long = {text.lower() for text in tried if len(text) > 20}
    assert long & {row.text.lower() for row in rows()} == set()


def test_what_is_no_need_belongs_to_doors_that_are_told_everywhere() -> None:
    assert {row.door for row in rows() if row.kind == "out_of_scope"} == {"", *EVERYWHERE}
    assert {row.door for row in rows() if row.kind != "out_of_scope"} == {""}


def test_every_concept_is_written_in_three_languages() -> None:
    written: dict[str, set[str]] = {}
    for concept, language, _ in entries():
        written.setdefault(concept, set()).add(language)
    assert {concept: found for concept, found in written.items() if found != {"sv", "fi", "en"}} == {}


def test_small_words_are_folded() -> None:
    assert {"och", "ar", "etta", "the"} <= set(stopwords())


def test_the_learned_file_was_learned_from_these_corpora_and_this_vocabulary() -> None:
    """If this fails, learn anew: `pip install -e '.[learn]' && python -m knowledge.needs.learn`."""
    head, *_ = decode(LEARNED.read_bytes())
    assert head["learned_from"] == fingerprint()
