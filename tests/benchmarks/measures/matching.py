"""The matcher beside rivals, on needs that nothing here has learned from: accuracy and time in one run.

Two corpora: `dev.jsonl`, whose style the authors of the packs' needs had seen, and `blind.jsonl`, by an author who had
seen none of them. The figures of the latter are the honest ones. Rivals read the same packs: rapidfuzz and BM25 the
catalogue's words and the packs' needs, TF-IDF with logistic regression the packs' needs.
"""

import json
import math
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Pack
from knowledge.needs.learn.corpora import Row as Needs
from knowledge.needs.learn.corpora import rows
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.understand import understand
from tests.benchmarks.reports.tables import Row, Table, at_least, at_most, percentile

CORPORA = ("dev", "blind")
LISTS = {"vasa": ("vasa", 0.75, 0.92), "ostersund": ("ostersund", 0.85, 0.97), "office": ("vaxjo", 0.88, 0.0)}
NEEDS = Path(__file__).parents[2] / "knowledge" / "needs"
MOST_EXAMPLES = 3000
"""Fuzzy rivals compare with every example; more would only make them slower."""

Rank = Callable[[str], Sequence[str]]
Labelled = Mapping[str, Any]


def measure(*, short: bool, big: bool) -> list[Table]:
    """The tables: ours and each rival on each corpus and list, then our speed."""
    needs = [row for row in rows() if row.kind == "need"]
    tables = [_table(corpus, needs, short=short) for corpus in CORPORA]
    return [*tables, _scope(), _speed()]


def _table(corpus: str, needs: Sequence[Needs], *, short: bool) -> Table:
    asked = _read(corpus)
    found = [row for name in LISTS for row in _rows(name, asked, needs, short=short)]
    return Table(
        f"Matching, {corpus}", tuple(found), f"{len(asked)} labelled needs, none of them learned from.", front=False
    )


def _rows(name: str, asked: Sequence[Labelled], needs: Sequence[Needs], *, short: bool) -> list[Row]:
    _, first_goal, three_goal = LISTS[name]
    wanted = [row for row in asked if row[name]]
    (first, three), taken = _score(_ours(name), wanted, name)
    listed = [at_least(f"{name}: Lots, first", first, first_goal)]
    listed += [at_least(f"{name}: Lots, in three", three, three_goal)] if three_goal else []
    listed += [Row(f"{name}: Lots, time a need", f"{taken:.2f} ms")]
    for rival, rank in _rivals(name, needs, short=short).items():
        (first, three), taken = _score(rank, wanted, name)
        listed.append(Row(f"{name}: {rival}", f"first {first:.2f}, in three {three:.2f}, {taken:.2f} ms"))
    return listed


def _ours(name: str) -> Rank:
    pack, lexicon = _pack(name), load_lexicon()

    def rank(text: str) -> Sequence[str]:
        seen = understand(text, pack, lexicon)
        return [item.id for item in (seen.offices if name == "office" else seen.topics)]

    return rank


def _rivals(name: str, needs: Sequence[Needs], *, short: bool) -> dict[str, Rank]:
    examples = [(row.text, (row.labels[name] or [""])[0]) for row in needs if row.labels.get(name)]
    few = examples[:: max(1, len(examples) // (MOST_EXAMPLES // (4 if short else 1)))]
    words = [*_own_words(name), *few]
    return {
        "rapidfuzz WRatio": _fuzzy(words, fuzz.WRatio),
        "rapidfuzz token_set_ratio": _fuzzy(words, fuzz.token_set_ratio),
        "BM25": _bm25([*_own_words(name), *examples]),
        "TF-IDF and logistic regression": _linear(examples),
    }


def _fuzzy(words: Sequence[tuple[str, str]], scorer: Callable[..., float]) -> Rank:
    texts, labels = [text for text, _ in words], [label for _, label in words]

    def rank(text: str) -> Sequence[str]:
        hits = process.extract(text, texts, scorer=scorer, limit=15)
        return list(dict.fromkeys(labels[index] for _, _, index in hits))

    return rank


def _bm25(words: Sequence[tuple[str, str]]) -> Rank:
    texts = [Counter(text.casefold().split()) for text, _ in words]
    postings: dict[str, list[int]] = defaultdict(list)
    for number, counted in enumerate(texts):
        for word in counted:
            postings[word].append(number)
    mean = sum(map(Counter.total, texts)) / len(texts)

    def rank(text: str) -> Sequence[str]:
        scores: dict[int, float] = defaultdict(float)
        for word in set(text.casefold().split()):
            rarity = math.log(1 + (len(texts) - len(postings[word]) + 0.5) / (len(postings[word]) + 0.5))
            for number in postings[word]:
                count, size = texts[number][word], texts[number].total()
                scores[number] += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * size / mean))
        best = sorted(scores, key=lambda number: -scores[number])[:15]
        return list(dict.fromkeys(words[number][1] for number in best))

    return rank


def _linear(examples: Sequence[tuple[str, str]]) -> Rank:
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, min_df=2)
    model = LogisticRegression(max_iter=200, C=8)
    model.fit(vectors.fit_transform([text for text, _ in examples]), [label for _, label in examples])

    def rank(text: str) -> Sequence[str]:
        shares = model.predict_proba(vectors.transform([text]))[0]
        return [str(label) for _, label in sorted(zip(shares, model.classes_, strict=True), reverse=True)]

    return rank


def _score(rank: Rank, wanted: Sequence[Labelled], name: str) -> tuple[tuple[float, float], float]:
    began = time.perf_counter()
    ranked = [list(rank(row["text"]))[:3] for row in wanted]
    taken = (time.perf_counter() - began) * 1000 / len(wanted)
    first = sum(bool(found) and found[0] in row[name] for found, row in zip(ranked, wanted, strict=True))
    three = sum(any(item in row[name] for item in found) for found, row in zip(ranked, wanted, strict=True))
    return (first / len(wanted), three / len(wanted)), taken


def _scope() -> Table:
    pack, lexicon = _pack("vasa"), load_lexicon()
    listed: list[Row] = []
    for corpus in CORPORA:
        asked = _read(corpus)
        kinds = [(any(row[name] for name in LISTS), understand(row["text"], pack, lexicon).kind) for row in asked]
        outside = [kind != "need" for inside, kind in kinds if not inside]
        rejected = [kind != "need" for inside, kind in kinds if inside]
        listed.append(at_least(f"{corpus}: out of scope caught", sum(outside) / len(outside), 0.85))
        listed.append(at_most(f"{corpus}: needs rejected", sum(rejected) / len(rejected), 0.03))
    return Table("Scope", tuple(listed), front=False)


def _speed() -> Table:
    packs, lexicon = load_packs(), load_lexicon()
    long = [f"{row['text']} " * 6 for row in _read("blind")]
    times = []
    for text in long:
        for pack in packs.values():
            began = time.perf_counter()
            understand(text[:300], pack, lexicon)
            times.append((time.perf_counter() - began) * 1000)
    rows_ = (
        at_most("300 characters, median", percentile(times, 0.5), 2, "ms"),
        at_most("300 characters, 99th percentile", percentile(times, 0.99), 10, "ms"),
    )
    return Table("Matching speed", rows_)


def _pack(name: str) -> Pack:
    return load_packs([LISTS[name][0]])[LISTS[name][0]]


def _own_words(name: str) -> list[tuple[str, str]]:
    pack = _pack(name)
    if name == "office":
        return [
            (text, office.id) for office in pack.offices for text in (*office.name.values(), *office.takes.values())
        ]
    return [
        (text, topic.id)
        for topic in pack.catalogue.topics.values()
        for text in (*topic.name.values(), *topic.short.values())
    ]


def _read(corpus: str) -> list[Labelled]:
    lines = (NEEDS / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
