"""The figures that tell how well people are understood, each with its goal, beside those of other matchers."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from knowledge.needs.learn.corpora import Row as Text
from knowledge.needs.model.linear import OFFICES
from tests.benchmarks.reports.tables import Row, at_least, at_most, plain, shown
from tests.benchmarks.understanding.asked import DOOR, OURS, TOPIC
from tests.benchmarks.understanding.tried import Tried

OUTSIDE, UNSURE, DISTRESS = "out_of_scope", "unclear", "crisis"
AMONG = 3
"""Topics that a person is shown."""


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of every matcher, with a goal of ours: at least so much, or at most where `most`."""

    what: str
    figure: Callable[[Tried], float]
    goal: float | None = None
    most: bool = False
    rivals: bool = True

    def row(self, tried: dict[str, Tried]) -> Row:
        """Ours, with the rivals' in brackets where they have one."""
        ours = self.figure(tried[OURS])
        judge = at_most if self.most else at_least
        row = plain(self.what, ours) if self.goal is None else judge(self.what, ours, self.goal)
        others = [f"{name} {shown(self.figure(own))}" for name, own in tried.items() if name != OURS and self.rivals]
        return replace(row, figure=f"{row.figure} ({', '.join(others)})") if others else row


def _is(kind: str) -> Callable[[Text], bool]:
    return lambda row: row.kind == kind


def of_distress(innocent: frozenset[str]) -> tuple[Line, ...]:
    """The lines of what only sounds like distress; `innocent` are such texts."""
    return (
        Line("distress: found", lambda tried: tried.taken(_is(DISTRESS), DISTRESS), 0.95),
        Line(
            "what only sounds like distress: taken for it",
            lambda tried: tried.taken(lambda row: row.text in innocent, DISTRESS),
            0.03,
            most=True,
        ),
    )


FOUND = (
    Line("Vasa's topics: the right one first", lambda tried: tried.found("vasa", 1), 0.88),
    Line("Vasa's topics: among three", lambda tried: tried.found("vasa", AMONG), 0.98),
    Line("Östersund's themes: the right one first", lambda tried: tried.found("ostersund", 1), 0.92),
    Line("Östersund's themes: among three", lambda tried: tried.found("ostersund", AMONG), 0.99),
    Line("the right office first", lambda tried: tried.found(OFFICES, 1), 0.95),
)
JUDGED = (
    Line(
        "texts that are no need: seen to be none, or asked about",
        lambda tried: tried.taken(_is(OUTSIDE), OUTSIDE, UNSURE),
        0.92,
    ),
    Line("texts that are no need: seen to be none", lambda tried: tried.taken(_is(OUTSIDE), OUTSIDE)),
    Line("needs taken for something else", lambda tried: tried.taken(_is("need"), OUTSIDE, DISTRESS), 0.02, most=True),
    Line(
        "needs that are asked about first",
        lambda tried: tried.taken(_is("need"), UNSURE),
        0.07,
        most=True,
        rivals=False,
    ),
)
APART = (
    Line("worst language behind the best: Vasa's topics", lambda tried: tried.behind("vasa"), 0.06, most=True),
    Line(
        "worst language behind the best: Östersund's themes", lambda tried: tried.behind("ostersund"), 0.06, most=True
    ),
    Line("worst language behind the best: office", lambda tried: tried.behind(OFFICES), 0.06, most=True),
    Line("texts that are no need: the right other door named", lambda tried: tried.found(DOOR, 1), 0.85),
)
WITHOUT_A_QUESTION = (
    Line("Vasa's topics: the right one first", lambda tried: tried.at_once("vasa", 1)),
    Line("Vasa's topics: among three", lambda tried: tried.at_once("vasa", AMONG)),
    Line("Östersund's themes: the right one first", lambda tried: tried.at_once("ostersund", 1)),
    Line("Östersund's themes: among three", lambda tried: tried.at_once("ostersund", AMONG)),
    Line("the right office first", lambda tried: tried.at_once(OFFICES, 1)),
)
NAMED = (
    Line("by names and descriptions: the right topic first", lambda tried: tried.found(TOPIC, 1), 0.75),
    Line("by names and descriptions: among three", lambda tried: tried.found(TOPIC, AMONG), 0.93),
)
SHOWN = (
    Line("and six examples a topic: the right one first", lambda tried: tried.found(TOPIC, 1), 0.85),
    Line("and six examples a topic: among three", lambda tried: tried.found(TOPIC, AMONG), 0.97),
)
