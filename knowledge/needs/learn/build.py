"""From corpora to the file that the matcher reads: count, fit every head, round, write."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from knowledge.needs.encoder.encoder import Vectors
from knowledge.needs.learn.corpora import Row, ignored, stopwords
from knowledge.needs.learn.fit import Head, choices, fit, sharing_of
from knowledge.needs.learn.meanings import fit_meanings
from knowledge.needs.learn.vectors import MEANT, SPELLED, Counted, Space, count
from knowledge.needs.model.file_format import encode
from knowledge.needs.model.linear import OFFICES, ZERO
from knowledge.needs.model.meanings import ELSEWHERE
from knowledge.needs.words.concepts import Vocabulary, compile_vocabulary
from knowledge.needs.words.names_and_greetings import ignored_words
from knowledge.needs.words.spelling import Spellings, spellings_of
from knowledge.tokens import words_of

FEWEST = {"whole": 1, "piece": 3, "idea": 1}
"""In so many texts a feature must stand to be learned. Words of one text are worth an office in two hundred; pieces of
fewer texts nothing but room (docs/decisions/2026-11-29-learned-file.md)."""
DENIABLE = (
    *("sport_club", "exercise", "culture_arts", "grant_money", "plain_grant", "integration_words", "newcomers"),
    *("teens", "children", "elderly", "work_jobs", "accessibility", "digital_skill", "social_media", "addiction"),
    *("violence_home", "rural", "lonely", "animals_nature"),
)
"""Concepts that people name only to set them aside: "inte idrott", "not a grant"."""
FINENESS = 127
"""So many steps lead from nought to the greatest weight: all that a byte has on either side of `ZERO`."""
TOGETHER = 3
"""So many entries of the vocabulary make one short text of their language: two or three words, as a short need has."""


def learn(
    rows: Sequence[Row],
    entries: Sequence[tuple[str, str, str]],
    learned_from: str = "",
    vectors: Vectors | None = None,
) -> bytes:
    """Return the model of the rows and the written vocabulary, as it stands in its file.

    `vectors` are those of the rows, (rows, 384); without them the words alone are learned. `learned_from` is kept
    beside it, to tell later whether the corpora are still the same. The same rows give the same bytes on one machine;
    another may round a last digit otherwise.
    """
    vocabulary = compile_vocabulary(entries)
    known = {f"w {word.folded}": 1 for row in rows for word in words_of(row.text)}
    spellings = spellings_of(_spellings(entries, known))
    left_out = ignored_words(ignored())
    counted = [count(row.text, row.language, vocabulary, spellings, known, left_out) for row in rows]
    space = Space.of(counted, FEWEST)
    phrases = [count(text, language, vocabulary, {}, known, left_out) for text, language in glossary(entries)]
    heads = [*fit_heads(rows, counted, space), fit_language(rows, counted, entries, phrases, space)]
    meant, tables = fit_meanings(rows, vectors) if vectors is not None else ({}, b"")
    told = {"learned_from": learned_from, "topicless_door": topicless_door(rows), **meant}
    head = {**told, **_head(heads, space, vocabulary, spellings)}
    return encode(head, stored_weights(heads, space, _unit(heads, space)), tables)


def _spellings(entries: Sequence[tuple[str, str, str]], known: dict[str, int]) -> list[str]:
    """Return the words that a slip may have been meant to be: those of the corpora and of the vocabulary."""
    written = {part.folded for _, _, entry in entries for part in words_of(entry)}
    return sorted(written | {word[2:] for word in known})


def topicless_door(rows: Sequence[Row]) -> str:
    """Return the door whose needs most often fit no topic of any list: a grant for a team is no welfare challenge."""
    needs = [row for row in rows if row.kind == "need" and row.labels[OFFICES]]
    of = Counter(row.labels[OFFICES][0] for row in needs)
    bare = Counter(row.labels[OFFICES][0] for row in needs if sum(map(bool, row.labels.values())) == 1)
    return max(sorted(of), key=lambda door: bare[door] / of[door])


def fit_heads(rows: Sequence[Row], counted: Sequence[Counted], space: Space) -> list[Head]:
    """Fit the lists, the scope, whether a list fits at all, and the door of what is no need."""
    whole = space.matrix(counted, (*SPELLED, *MEANT))
    heads = [fit(name, whole, targets, sharing_of(name)) for name, targets in choices(rows).items()]
    heads.append(fit("scope", whole, [[row.kind] for row in rows]))
    heads.append(fit("door", whole, [[row.door or ELSEWHERE] if row.kind == "out_of_scope" else [] for row in rows]))
    return heads


def glossary(entries: Sequence[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """Return the vocabulary as short texts with their language: few words in a row, as people write them."""
    by_language: dict[str, list[str]] = {}
    for _, language, entry in entries:
        by_language.setdefault(language, []).append(entry.strip("~="))
    return [
        (" ".join(own[start : start + TOGETHER]), language)
        for language, own in by_language.items()
        for start in range(0, len(own), TOGETHER)
    ]


def fit_language(
    rows: Sequence[Row],
    counted: Sequence[Counted],
    entries: Sequence[tuple[str, str, str]],
    phrases: Sequence[Counted],
    space: Space,
) -> Head:
    """Fit the language to the spelling of the texts and of the vocabulary, never to what they mean."""
    spelled = space.matrix([*counted, *phrases], SPELLED)
    languages = [row.language for row in rows] + [language for _, language in glossary(entries)]
    return fit("language", spelled, [[language] for language in languages])


def _unit(heads: Sequence[Head], space: Space) -> float:
    greatest = max(float(np.abs(head.weights * space.emphasised()).max()) for head in heads)
    return max(greatest, float((space.worth**2).max())) / FINENESS


def stored_weights(heads: Sequence[Head], space: Space, unit: float) -> dict[str, list[int]]:
    """Return the row of each feature: each label's weight and last the squared worth, as unsigned whole numbers."""
    lanes = np.vstack([head.weights * space.emphasised() for head in heads] + [space.worth**2])
    rows = (np.rint(lanes / unit).astype(int) + ZERO).T.tolist()
    return dict(zip(space.columns, rows, strict=True))


def _head(heads: Sequence[Head], space: Space, vocabulary: Vocabulary, spellings: Spellings) -> dict[str, Any]:
    return {
        "lanes": [f"{head.name}:{label}" for head in heads for label in head.labels],
        "bias": [round(float(value), 4) for head in heads for value in head.bias],
        "unit": _unit(heads, space),
        "starts": vocabulary.starts,
        "inside": vocabulary.inside,
        "spellings": spellings,
        "deniable": list(DENIABLE),
        "stopwords": stopwords(),
        "ignored": ignored(),
    }
