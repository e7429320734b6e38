"""What the matchers learn from and what they are asked: texts by other authors than those who were learned from.

Some authors are left out whole, with everything that their batches wrote in any folder: three of the old ones and, of
the hands, two kinds in each language. `dev.jsonl` and `blind.jsonl` are never learned from at all. All figures flatter
a little: one session wrote all hands of a language, and the numbers in the code were chosen by what they do to texts
like these.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.municipality.pack import Pack
from knowledge.needs.learn.corpora import ASKED, CORPORA, Row, rows
from knowledge.needs.model.linear import OFFICES

OLD = frozenset({"sv.4", "fi.4", "en.3"})
HANDS = ASKED - OLD
EACH = 3
"""Of the needs of the old authors one in so many is asked, so that they do not outweigh the hands."""
SHORT = 20
"""In a short run one text in so many is learned from, and one asked."""
NEVER_LEARNED = Path(__file__).parents[2] / "knowledge" / "needs"
AUTHORS, DEV, BLIND = "authors left out", "dev", "blind"
SCOPE, DOOR, TOPIC = "scope", "door", "topic"
"""What is told of a text beside topics and offices of lists; the last is a topic of a town without a list."""
OURS = "Lots"


@dataclass(frozen=True, slots=True)
class Texts:
    """What is learned from, what is asked by corpus, and the texts among it that sound like distress and are none."""

    learned: list[Row]
    asked: dict[str, list[Row]]
    innocent: frozenset[str]


def texts(*, short: bool) -> Texts:
    """Return everything that the matchers are given."""
    every = rows()
    asked = {AUTHORS: _left_out(every), DEV: _never_learned(DEV), BLIND: _never_learned(BLIND)}
    told = {row.text for own in asked.values() for row in own}  # somebody else may have said "ok" as well
    learned = [row for row in every if row.batch not in ASKED and row.text not in told]
    if short:
        learned, asked = learned[::SHORT], {name: own[::SHORT] for name, own in asked.items()}
    return Texts(learned, asked, frozenset(_near_distress()))


def wanted(row: Row, task: str) -> list[str]:
    """Return the acceptable labels of a text, best first; none where it was not labelled for this."""
    if task == SCOPE:
        return [row.kind]
    if task == DOOR:
        return [row.door] if row.door else []
    return row.labels.get(task, [])


def written(pack: Pack, task: str) -> list[Row]:
    """Return what a pack itself says of its topics or offices, as texts to learn from."""
    if task == OFFICES:
        said = [(office.id, words) for office in pack.offices for words in (office.name, office.takes)]
    else:
        topics = pack.catalogue.topics.values()
        said = [(topic.id, words) for topic in topics for words in (topic.name, topic.short, topic.description)]
    return [Row(text, one, "need", {task: [label]}) for label, words in said for one, text in words.items() if text]


def _left_out(every: Sequence[Row]) -> list[Row]:
    old = [row for row in every if row.batch in OLD]
    needs = [row for row in old if row.kind == "need"][::EACH]
    return [*needs, *(row for row in old if row.kind != "need"), *(row for row in every if row.batch in HANDS)]


def _never_learned(name: str) -> list[Row]:
    return [_row(json.loads(line)) for line in _lines(NEVER_LEARNED / f"{name}.jsonl")]


def _row(raw: dict[str, object]) -> Row:
    labels = {name: value for name, value in raw.items() if isinstance(value, list)}
    return Row(str(raw["text"]), str(raw["lang"]), "need" if any(labels.values()) else "out_of_scope", labels)


def _near_distress() -> list[str]:
    found = [json.loads(line) for file in sorted(CORPORA.glob("crisis/*.jsonl")) for line in _lines(file)]
    return [raw["text"] for raw in found if not raw["crisis"]]


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
