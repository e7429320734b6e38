"""How good the matcher is on labelled needs: shares of hits, confused pairs, and whether its scores can be trusted.

Pure: labelled rows and a way to understand a text in, a `Report` out. Labels as in the corpora beside the packs:
a hit is a suggestion that stands in the list of acceptable labels; an empty list of a need in scope is not counted.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.language import Language
from knowledge.needs.model.linear import OFFICES
from knowledge.needs.understand import Suggestion, Understanding

Row = Mapping[str, Any]
Understand = Callable[[str, Language | None], Understanding]
BINS = 5
"""So many steps of a fifth of a share: fewer than some twenty needs a step would say nothing."""


@dataclass(frozen=True, slots=True)
class Hits:
    """How many of `of` needs had an acceptable first suggestion, and one among the first three."""

    of: int
    first: int
    in_three: int


@dataclass(frozen=True, slots=True)
class Bin:
    """First suggestions with a score from `low`: how many, their mean score and the share of hits."""

    low: float
    count: int
    mean_score: float
    hit_share: float


@dataclass(frozen=True, slots=True)
class Report:
    """The figures. Keys of `hits` are list and language, the language "all" for every language together.

    `caught` and `rejected` are pairs of a number and its whole: texts out of scope that were seen to be so, and needs
    in scope that were not taken for needs; `asked_outside` and `asked` are those of each that were unclear. `confused`
    are the commonest pairs of wanted and given first labels.
    """

    hits: Mapping[tuple[str, str], Hits]
    caught: tuple[int, int]
    asked_outside: tuple[int, int]
    rejected: tuple[int, int]
    asked: tuple[int, int]
    languages: tuple[int, int]
    without_evidence: int
    confused: tuple[tuple[str, str, int], ...]
    calibration: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class _Tried:
    row: Row
    seen: Understanding

    def suggested(self, name: str) -> tuple[Suggestion, ...]:
        return self.seen.offices if name == OFFICES else self.seen.topics

    @property
    def in_scope(self) -> bool:
        return any(labels for labels in self.row.values() if isinstance(labels, list))


def evaluate(rows: Iterable[Row], understand: Understand, topics: str) -> Report:
    """Try every row. `topics` is the list that the pack's topics are labelled in, or that of the offices if none is."""
    tried = [_Tried(row, understand(row["text"], None)) for row in rows]
    inside = [item for item in tried if item.in_scope]
    outside = [item for item in tried if not item.in_scope and not item.row.get("crisis")]
    spoken = [item for item in tried if item.row.get("lang")]
    return Report(
        hits={key: hits for name in (topics, OFFICES) for key, hits in _hits(inside, name).items()},
        caught=(sum(item.seen.kind == "out_of_scope" for item in outside), len(outside)),
        asked_outside=_unclear(outside),
        rejected=(sum(item.seen.kind in ("out_of_scope", "crisis") for item in inside), len(inside)),
        asked=_unclear(inside),
        languages=(sum(item.seen.language == item.row["lang"] for item in spoken), len(spoken)),
        without_evidence=sum(not s.because for item in tried for s in (*item.seen.topics, *item.seen.offices)),
        confused=_confused(inside, topics),
        calibration=_calibration(inside, topics),
    )


def _unclear(tried: Sequence[_Tried]) -> tuple[int, int]:
    return sum(item.seen.kind == "unclear" for item in tried), len(tried)


def _hits(tried: Sequence[_Tried], name: str) -> dict[tuple[str, str], Hits]:
    groups: dict[tuple[str, str], list[_Tried]] = {}
    for item in tried:
        if item.row.get(name):
            groups.setdefault((name, "all"), []).append(item)
            groups.setdefault((name, item.row.get("lang", "?")), []).append(item)
    return {key: _count(own, name) for key, own in groups.items()}


def _count(tried: Sequence[_Tried], name: str) -> Hits:
    first = sum(_hit(item, name, 1) for item in tried)
    return Hits(len(tried), first, sum(_hit(item, name, 3) for item in tried))


def _hit(item: _Tried, name: str, most: int) -> bool:
    return any(suggestion.id in item.row[name] for suggestion in item.suggested(name)[:most])


def _confused(tried: Sequence[_Tried], name: str) -> tuple[tuple[str, str, int], ...]:
    wrong = [item for item in tried if item.row.get(name) and not _hit(item, name, 1)]
    pairs = Counter((item.row[name][0], _first(item, name)) for item in wrong)
    return tuple((wanted, given, count) for (wanted, given), count in pairs.most_common(10))


def _first(item: _Tried, name: str) -> str:
    suggested = item.suggested(name)
    return suggested[0].id if suggested else item.seen.kind


def _calibration(tried: Sequence[_Tried], name: str) -> tuple[Bin, ...]:
    scored = [
        (item.suggested(name)[0].score, _hit(item, name, 1))
        for item in tried
        if item.row.get(name) and item.suggested(name)
    ]
    bins = [[pair for pair in scored if min(int(pair[0] * BINS), BINS - 1) == number] for number in range(BINS)]
    return tuple(
        Bin(
            number / BINS,
            len(own),
            round(sum(s for s, _ in own) / len(own), 2),
            round(sum(h for _, h in own) / len(own), 2),
        )
        for number, own in enumerate(bins)
        if own
    )
