"""Fitting to the vectors of texts: what their numbers say for topics, doors and errands (`model/meanings.py`).

The numbers are centred and brought to one spread for fitting; what is stored takes vectors as they are.
"""

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from knowledge.needs.encoder.encoder import Encoder, Vectors
from knowledge.needs.learn.corpora import Row
from knowledge.needs.learn.fit import choices, fit, sharing_of
from knowledge.needs.model.meanings import ELSEWHERE, written

STRENGTH = 0.003
"""How closely topics and doors follow the vectors. At 0.02 no figure of the mixed shares moves by more than 0.01."""
INNER = 128
"""So many numbers lie between a vector and the errands; twice as many change no figure by more than chance."""
HELD_BACK = 1.0
"""How much the weights of the two layers are held back; three times as much does the same a little slower."""
ROUNDS = 12
"""So often, in tries over all texts, are the errands learned; fifteen with twice the numbers did the same, more was not
tried."""
TOGETHER = 256
"""So many rows lie between two corrections, as the library has it: the more, the smoother and the fewer are they."""
PACE = 1e-3
"""The size of a correction in parts of a weight, the custom of the library; no other was tried."""


def vectors_of(rows: Sequence[Row], encoder: Encoder) -> Vectors:
    """Return the vector of each row, (rows, 384). Takes minutes."""
    return np.array([encoder.encode(row.text).vector for row in rows], np.float32)


def fit_meanings(rows: Sequence[Row], vectors: Vectors) -> tuple[dict[str, Any], bytes]:
    """Return the names of the lanes and errands, for the head of the file, and the tables of their weights."""
    middle, spread = vectors.mean(axis=0), vectors.std(axis=0) + np.float32(1e-6)
    even = (vectors - middle) / spread
    heads = [fit(name, even, targets, sharing_of(name), STRENGTH) for name, targets in choices(rows).items()]
    weights = np.vstack([head.weights for head in heads]) / spread
    bias = np.concatenate([head.bias for head in heads]) - weights @ middle
    lanes = [f"{head.name}:{label}" for head in heads for label in head.labels]
    layers = _errands(rows, even)
    inner = layers.coefs_[0].T / spread
    tables = {
        "weights": weights,
        "bias": bias,
        "inner": inner,
        "inner_bias": layers.intercepts_[0] - inner @ middle,
        "outer": layers.coefs_[1].T,
        "outer_bias": layers.intercepts_[1],
    }
    return {"meant": lanes, "errands": [str(errand) for errand in layers.classes_]}, written(tables)


def errands(rows: Sequence[Row]) -> list[str]:
    """Return what each text is: a need, distress, or of what is none its door."""
    return [row.kind if row.kind != "out_of_scope" else row.door or ELSEWHERE for row in rows]


def _errands(rows: Sequence[Row], even: Vectors) -> MLPClassifier:
    layers = MLPClassifier(
        INNER, alpha=HELD_BACK, batch_size=min(TOGETHER, len(rows)), learning_rate_init=PACE, max_iter=ROUNDS,
        random_state=1,
    )  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return layers.fit(even, errands(rows))
