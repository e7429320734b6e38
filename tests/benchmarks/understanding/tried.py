"""What a matcher said of the texts it was asked, and the shares that it got right."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.language import Language
from knowledge.needs.learn.corpora import Row
from tests.benchmarks.understanding.asked import SCOPE, wanted

Said = Mapping[str, Sequence[str]]
"""Of one text: labels best first by what they are labels of, such as `vasa`, `office`, `scope`, `door`."""


@dataclass(frozen=True, slots=True)
class Tried:
    """Some texts, and what one matcher said of each."""

    rows: Sequence[Row]
    said: Sequence[Said]

    def found(self, task: str, most: int, language: str = "") -> float:
        """Of the texts labelled for this, the share that has an acceptable label among so many."""
        own = [(row, said) for row, said in self._pairs() if wanted(row, task) and language in ("", row.language)]
        return share(bool({*said[task][:most]} & {*wanted(row, task)}) for row, said in own)

    def at_once(self, task: str, most: int) -> float:
        """The same, but whoever was asked whether the text is an idea counts as missed."""
        own = [(row, said) for row, said in self._pairs() if wanted(row, task)]
        return share(
            said[SCOPE][0] == "need" and bool({*said[task][:most]} & {*wanted(row, task)}) for row, said in own
        )

    def taken(self, which: Callable[[Row], bool], *kinds: str) -> float:
        """Of some texts, the share that was taken for one of these kinds."""
        return share(said[SCOPE][0] in kinds for row, said in self._pairs() if which(row))

    def behind(self, task: str) -> float:
        """By how much the worst language lies behind the best, first labels counted."""
        shares = [self.found(task, 1, language) for language in Language]
        return max(shares) - min(shares)

    def _pairs(self) -> Iterator[tuple[Row, Said]]:
        return zip(self.rows, self.said, strict=True)


def share(hits: Iterable[bool]) -> float:
    """The share of hits; of nothing it is not a number."""
    listed = list(hits)
    return sum(listed) / len(listed) if listed else float("nan")
