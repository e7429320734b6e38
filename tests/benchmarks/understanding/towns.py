"""Two invented towns that nothing was learned for, understood by what their packs say: without examples, and with six.

Their needs were written before any score was seen; what is known of them stands in tests/knowledge/needs/towns.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Pack
from knowledge.needs.learn.corpora import Row
from knowledge.needs.model.lexicon import Lexicon
from tests.benchmarks.rivals.matchers import Matcher
from tests.benchmarks.understanding.asked import OURS, SHORT, TOPIC, written
from tests.benchmarks.understanding.lots import topics
from tests.benchmarks.understanding.tried import Said, Tried

FOLDER = Path(__file__).parents[2] / "knowledge" / "needs" / "towns"


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality with the needs that are tried in it. Its examples stand in its pack."""

    pack: Pack
    asked: list[Row]

    def without_examples(self) -> "Town":
        """The same town, known by names and descriptions alone."""
        return replace(self, pack=replace(self.pack, needs=()))

    def learned(self) -> list[Row]:
        """What may be learned for it: its words, and its examples."""
        shown = [Row(need.text, need.language, "need", {TOPIC: list(need.topics)}) for need in self.pack.needs]
        return [*written(self.pack, TOPIC), *shown]


def towns(*, short: bool) -> list[Town]:
    """Return both."""
    packs = load_packs(sorted(FOLDER.glob("*/")))
    return [Town(pack, _needs(name)[:: SHORT if short else 1]) for name, pack in packs.items()]


def tried_in(found: Sequence[Town], lexicon: Lexicon, rivals: Mapping[str, Matcher]) -> dict[str, Tried]:
    """Return what each matcher said of the needs of all towns."""
    rows = [row for town in found for row in town.asked]
    said: dict[str, list[Said]] = {
        OURS: [{TOPIC: topics(row.text, town.pack, lexicon)} for town in found for row in town.asked]
    }
    for name, rival in rivals.items():
        said[name] = [one for town in found for one in rival(town.learned(), town.asked, [TOPIC])]
    return {name: Tried(rows, own) for name, own in said.items()}


def _needs(town: str) -> list[Row]:
    lines = (FOLDER / town / "needs.jsonl").read_text(encoding="utf-8").splitlines()
    return [Row(raw["text"], raw["lang"], "need", {TOPIC: raw[town]}) for raw in map(json.loads, lines)]
