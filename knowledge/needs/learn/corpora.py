"""The labelled needs and the written vocabulary, as the training tool reads them.

What each corpus is stands in `knowledge/needs/corpora/README.md`; evaluation data of `tests/` is never read here.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from knowledge.guard.words import FIRST_NAMES
from knowledge.tokens import fold

NEEDS = Path(__file__).parents[1]
CORPORA = NEEDS / "corpora"
WORDS = NEEDS / "words"
VOCABULARY = WORDS / "vocabulary"
STOPWORDS, PLACES, GREETINGS = WORDS / "stopwords.yaml", WORDS / "places.yaml", WORDS / "greetings.yaml"

ASKED = frozenset(
    {"sv.4", "fi.4", "en.3", "sv.newcomer", "fi.learner", "en.refuge", "sv.elder", "fi.farm", "en.briton"}
)
"""The batches that the benchmarks ask: three old authors and, of the hands, two kinds in each language. The encoder was
tuned without them, so that figures on them are honest; the matcher that is shipped learns them with all others."""


@dataclass(frozen=True)
class Row:
    """A labelled text, with its labels by list. An empty list says that nothing of it fits.

    `door` is where a text that is no need belongs, such as a complaint's; empty where it belongs to none that is known.
    `batch`, such as sv.4, tells its author from others.
    """

    text: str
    language: str
    kind: str
    labels: dict[str, list[str]]
    door: str = ""
    batch: str = ""


def files() -> list[Path]:
    """Return the files of the corpora, such as `vasa/sv.1.jsonl`, by folder and name."""
    return sorted(CORPORA.glob("*/*.jsonl"))


def fingerprint() -> str:
    """Return what tells these corpora and this written vocabulary from any other: a SHA-256 in hexadecimal digits.

    First names are left out: the guard's list of them grows by itself, and what it adds waits for the next learning.
    """
    digest = hashlib.sha256()
    for file in (*files(), *_vocabulary(), STOPWORDS, PLACES, GREETINGS):
        digest.update(f"{file.relative_to(NEEDS).as_posix()}\n".encode())
        digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _vocabulary() -> list[Path]:
    return sorted(VOCABULARY.glob("*.yaml"))


def rows() -> list[Row]:
    """Return every labelled text once, from all corpora."""
    every = (row for file in files() for row in _rows_of(file))
    return list({row.text: row for row in every}.values())


def _rows_of(file: Path) -> Iterator[Row]:
    language = file.name.split(".")[0]
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            raw = json.loads(line)
            labels = {name: value for name, value in raw.items() if isinstance(value, list)}
            yield Row(raw["text"], language, _kind(raw, labels), labels, raw.get("door", ""), file.stem)


def _kind(raw: dict[str, object], labels: dict[str, list[str]]) -> str:
    if raw.get("crisis"):
        return "crisis"
    return "need" if any(labels.values()) else "out_of_scope"


def entries() -> list[tuple[str, str, str]]:
    """Return the written vocabulary as triples of concept, language and entry."""
    triples = []
    for file in _vocabulary():
        for concept, wordings in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            for language, wording in wordings.items():
                triples += [(concept, language, entry.strip()) for entry in wording.split(",") if entry.strip()]
    return list(dict.fromkeys(triples))


def stopwords() -> list[str]:
    """Return the folded small words that are no evidence by themselves."""
    written = yaml.safe_load(STOPWORDS.read_text(encoding="utf-8"))
    return sorted({fold(word) for words in written.values() for word in words.split()})


def ignored() -> dict[str, list[str]]:
    """Return the folded words that say nothing of a need: places, first names, greetings and courtesies."""
    polite = yaml.safe_load(GREETINGS.read_text(encoding="utf-8"))
    places = yaml.safe_load(PLACES.read_text(encoding="utf-8"))
    written = {**polite, "places": " ".join(places.values()), "names": " ".join(FIRST_NAMES)}
    return {kind: sorted({fold(word) for word in words.split()}) for kind, words in written.items()}
