"""Fitting: one softmax a list of labels, where a text with two acceptable labels teaches both.

Weights come back centred over the labels of a head, so that a word's weight says how much more it speaks for one
label than for the others.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from knowledge.needs.encoder.encoder import Vectors
from knowledge.needs.learn.corpora import Row
from knowledge.needs.model.linear import FITS, OFFICES

BEST_FIRST = (1.0, 0.25, 0.1)  # parts of a text for topics
EVENLY = (1.0, 0.6, 0.4)  # parts of a text for doors
"""How much of a text the best, the second and the third acceptable label get, before they are brought to one.

Doors share a need more evenly than topics do. Both were set on an author not learned from, before 2026-11-29, and not
tried anew.
"""

STRENGTH = 5.0
"""How closely the texts are followed; the greater, the less are weights held back. Half asks about 18 more of 348
texts that are no need, sees 10 fewer to be none and loses 7 of 1114 doors; twice sees 11 more and loses 4 of 932
leaves. How this was tried stands in docs/matching.md under "The numbers"."""
EVENNESS = 0.5
"""How far rare labels are lifted to the common ones: nought not at all, one entirely. At 0 the door is right
for 23 of 1114 needs more, and 12 of 348 texts that are no need are no longer seen to be none; at 1 it is 40 doors fewer
and 12 texts more. It stands between, as a new author will not write as often of what the corpora are full of."""
STEPS = 120
"""After so many steps of the solver it stops. Half as many change no figure by more than five needs of 932."""


def choices(rows: Sequence[Row]) -> dict[str, list[list[str]]]:
    """Return the acceptable labels of each row by head: the lists of topics, the doors, and whether a list fits."""
    lists = sorted({name for row in rows for name in row.labels})
    own = {name: [row.labels[name] for row in rows] for name in lists}
    return own | {f"{FITS}{name}": [_fits(row, name) for row in rows] for name in lists if name != OFFICES}


def sharing_of(name: str) -> Sequence[float]:
    """Return how a text is shared among the acceptable labels of a head, best first."""
    return EVENLY if name == OFFICES else BEST_FIRST


def _fits(row: Row, name: str) -> list[str]:
    if row.kind != "need":
        return []
    return ["yes" if row.labels[name] else "no"]


@dataclass(frozen=True)
class Head:
    """The weights of one head: a row of columns and a bias for each label."""

    name: str
    labels: tuple[str, ...]
    weights: np.ndarray
    bias: np.ndarray


def fit(
    name: str,
    matrix: sparse.csr_matrix | Vectors,
    targets: Sequence[Sequence[str]],
    sharing: Sequence[float] = BEST_FIRST,
    strength: float = STRENGTH,
) -> Head:
    """Fit a head to the acceptable labels of each text, best first; texts without a label are left out.

    Rare labels are lifted (`EVENNESS`). The greater the `strength`, the less are weights held back.
    """
    labels = sorted({label for own in targets for label in own})
    picks, answers, parts = [], [], []
    for index, own in enumerate(targets):
        total = sum(sharing[: len(own)])
        for label, part in zip(own, sharing, strict=False):
            picks.append(index)
            answers.append(label)
            parts.append(part / total)
    learner = LogisticRegression(C=strength, max_iter=STEPS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        learner.fit(matrix[picks], answers, sample_weight=_lifted(answers, parts))
    return _head(name, labels, learner)


def _lifted(answers: Sequence[str], parts: Sequence[float]) -> list[float]:
    mass: dict[str, float] = {}
    for answer, part in zip(answers, parts, strict=True):
        mass[answer] = mass.get(answer, 0.0) + part
    mean = sum(mass.values()) / len(mass)
    return [part * (mean / mass[answer]) ** EVENNESS for answer, part in zip(answers, parts, strict=True)]


def _head(name: str, labels: list[str], learner: LogisticRegression) -> Head:
    weights, bias = learner.coef_, learner.intercept_
    if len(labels) == 2:
        weights, bias = np.vstack([-weights / 2, weights / 2]), np.array([-bias[0] / 2, bias[0] / 2])
    return Head(name, tuple(labels), weights - weights.mean(axis=0), bias - bias.mean())
