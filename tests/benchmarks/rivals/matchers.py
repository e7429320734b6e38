"""Other ways to match a text: likeness of letters, rare words, learning from letters, learning from vectors alone.

Each is given the texts that Lots learns from, with what the packs say of their topics and offices, and tells the same
of the texts that it is asked: topics, office, whether it is a need, and which door takes it. None has a question.
"""

import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler, normalize

from knowledge.needs.encoder.encoder import Vectors
from knowledge.needs.learn.corpora import Row
from tests.benchmarks.understanding.asked import wanted
from tests.benchmarks.understanding.tried import Said

Matcher = Callable[[Sequence[Row], Sequence[Row], Sequence[str]], list[Said]]
"""From texts to learn from, texts that are asked and what is to be told of them, to what is said of each."""
VectorsOf = Callable[[Sequence[Row]], Vectors]
MOST = 3
"""Labels that a matcher may name, as many as Lots does."""
NEAREST = 60
"""So many of the nearest texts are looked through for labels: some have no label of a kind."""
COMPARED = 3000
"""Likeness of letters is reckoned to so many texts at most: each costs 20 µs, and more of them help little."""
SATURATION, OF_LENGTH = 1.2, 0.75
"""The two numbers of BM25, as its authors and every search engine have them."""
OF_LETTERS, OF_VECTORS = 8.0, 0.003
"""How closely logistic regression follows letters, and vectors: these as closely as Lots does (`learn/meanings.py`)."""
STEPS = 120
"""Of the solver, as for Lots."""


def fuzzy(scorer: Callable[..., float]) -> Matcher:
    """Take the labels of the texts that rapidfuzz finds most alike."""

    def match(learned: Sequence[Row], asked: Sequence[Row], tasks: Sequence[str]) -> list[Said]:
        known = learned[:: -(-len(learned) // COMPARED)]
        alike = process.cdist(_texts(asked), _texts(known), scorer=scorer, dtype=np.float32)
        return [_of_nearest(scores, known, tasks) for scores in alike]

    return match


def bm25(learned: Sequence[Row], asked: Sequence[Row], tasks: Sequence[str]) -> list[Said]:
    """Take the labels of the texts that share the rarest words."""
    counter = CountVectorizer(analyzer=_words)
    counts = counter.fit_transform(_texts(learned)).astype(np.float64).tocoo()
    lengths, texts_with = np.bincount(counts.row, counts.data), np.bincount(counts.col)
    rarity = np.log(1 + (len(learned) - texts_with + 0.5) / (texts_with + 0.5))
    held = SATURATION * (1 - OF_LENGTH + OF_LENGTH * lengths / lengths.mean())
    counts.data *= (SATURATION + 1) / (counts.data + held[counts.row]) * rarity[counts.col]
    weights = counts.T.tocsr()
    questions = (counter.transform(_texts(asked)) > 0).astype(np.float64)
    return [_of_nearest((question @ weights).toarray().ravel(), learned, tasks) for question in questions]


def tfidf(learned: Sequence[Row], asked: Sequence[Row], tasks: Sequence[str]) -> list[Said]:
    """Learn from pieces of words, weighed by TF-IDF, with logistic regression."""
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, min_df=3)
    known = vectorizer.fit_transform(_texts(learned))
    return _regressed(known, vectorizer.transform(_texts(asked)), learned, tasks, OF_LETTERS)


def encoder_alone(vectors: VectorsOf) -> Matcher:
    """Learn from the vectors of the sentence encoder with logistic regression, and from nothing else."""

    def match(learned: Sequence[Row], asked: Sequence[Row], tasks: Sequence[str]) -> list[Said]:
        even = StandardScaler().fit(vectors(learned))
        known, questions = even.transform(vectors(learned)), even.transform(vectors(asked))
        return _regressed(known, questions, learned, tasks, OF_VECTORS)

    return match


def encoder_near(vectors: VectorsOf) -> Matcher:
    """Take the label whose texts' vectors have their middle nearest: for so few texts that nothing can be learned."""

    def match(learned: Sequence[Row], asked: Sequence[Row], tasks: Sequence[str]) -> list[Said]:
        known, questions = vectors(learned), vectors(asked)
        centre = known.mean(axis=0)
        return _by_task({task: _nearest_middles(known - centre, questions - centre, learned, task) for task in tasks})

    return match


def _nearest_middles(known: Vectors, questions: Vectors, learned: Sequence[Row], task: str) -> list[list[str]]:
    first = np.array([(wanted(row, task) or [""])[0] for row in learned])
    labels = sorted({*first} - {""})
    middles = normalize(np.stack([normalize(known[first == label]).mean(axis=0) for label in labels]))
    return _best(normalize(questions) @ middles.T, labels)


def _regressed(known: Any, questions: Any, learned: Sequence[Row], tasks: Sequence[str], strength: float) -> list[Said]:
    """Fit each task by itself to the first label of each text that has one."""
    said: dict[str, list[list[str]]] = {}
    for task in tasks:
        picks = [place for place, row in enumerate(learned) if wanted(row, task)]
        model = LogisticRegression(C=strength, max_iter=STEPS)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            model.fit(known[picks], [wanted(learned[place], task)[0] for place in picks])
        said[task] = _best(model.predict_proba(questions), model.classes_)
    return _by_task(said)


def _best(scores: NDArray[Any], labels: Sequence[str]) -> list[list[str]]:
    return [[str(labels[place]) for place in order[:MOST]] for order in np.argsort(-scores, axis=1)]


def _by_task(said: Mapping[str, Sequence[Sequence[str]]]) -> list[Said]:
    return [dict(zip(said, own, strict=True)) for own in zip(*said.values(), strict=True)]


def _of_nearest(scores: NDArray[Any], known: Sequence[Row], tasks: Sequence[str]) -> Said:
    near = [known[place] for place in np.argsort(-scores, kind="stable")[:NEAREST] if scores[place] > 0]
    return {task: _labels(near, task) or [""] for task in tasks}


def _labels(near: Sequence[Row], task: str) -> list[str]:
    found = [wanted(row, task)[0] for row in near if wanted(row, task)]
    return list(dict.fromkeys(found))[:MOST]


def _texts(rows: Sequence[Row]) -> list[str]:
    return [row.text for row in rows]


def _words(text: str) -> list[str]:
    return text.casefold().split()
