"""How well Lots understands what people type, beside other ways to match: authors, and towns, never learned from.

The matcher learns anew without some authors and is then asked what they wrote, and what `dev.jsonl` and `blind.jsonl`
hold; rivals learn from the same texts. What is asked stands in `understanding/asked.py`, every figure with its goal in
`understanding/goals.py`, what it costs in `understanding/costs.py`.
"""

from collections import Counter
from itertools import accumulate, pairwise

from rapidfuzz import fuzz

from knowledge.municipality.load import load_packs
from knowledge.needs.encoder.load import load_encoder
from knowledge.needs.learn.corpora import Row as Text
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.model.linear import OFFICES
from tests.benchmarks.reports.tables import Table
from tests.benchmarks.rivals.matchers import Matcher, bm25, encoder_alone, encoder_near, fuzzy, tfidf
from tests.benchmarks.understanding.asked import AUTHORS, BLIND, DEV, DOOR, OURS, SCOPE, Texts, texts, written
from tests.benchmarks.understanding.costs import costs
from tests.benchmarks.understanding.goals import (
    APART,
    FOUND,
    JUDGED,
    NAMED,
    SHOWN,
    WITHOUT_A_QUESTION,
    of_distress,
)
from tests.benchmarks.understanding.kept_vectors import KeptVectors
from tests.benchmarks.understanding.lots import LISTS, OF_OFFICES, answers, learned_anew
from tests.benchmarks.understanding.progress import tell
from tests.benchmarks.understanding.towns import towns, tried_in
from tests.benchmarks.understanding.tried import Tried

TASKS = (*LISTS, OFFICES, SCOPE, DOOR)
BRACKETS = "in brackets rapidfuzz's WRatio and token_set_ratio, BM25, TF-IDF and the tuned encoder, each alone"
LEARNED = "Everybody learned from the same texts, none of them by these authors. "
QUESTION = "Who is asked whether a text is an idea says yes, and what is then shown counts. "
FLATTER = "Hands of one session are on both sides, and limits were set by looking at authors left out: it flatters. "
OF_TOWNS = "One session wrote the towns and the general topics that Lots knows, so these figures flatter."

AllTried = dict[str, dict[str, Tried]]
"""What was said, by corpus and matcher."""


def measure(*, short: bool, big: bool) -> list[Table]:
    """Learn anew, ask everybody, and return the tables."""
    given, vectors = texts(short=short), KeptVectors(load_encoder())
    known = vectors(given.learned)
    tell(f"Lots learns anew from {len(given.learned)} texts")
    lexicon = learned_anew(given.learned, known)
    tried = _tried(given, lexicon, vectors)
    return [*_people(given, tried), *_towns(lexicon, vectors, short=short), *costs(short=short)]


def _tried(given: Texts, lexicon: Lexicon, vectors: KeptVectors) -> AllTried:
    """Ask every matcher everything."""
    asked = [row for own in given.asked.values() for row in own]
    tell(f"Lots is asked {len(asked)} texts")
    said = {OURS: answers(asked, lexicon)}
    learned = [*_written(), *given.learned]
    for name, rival in _rivals(vectors).items():
        tell(f"{name} learns and is asked")
        said[name] = rival(learned, asked, TASKS)
    ends = pairwise(accumulate(map(len, given.asked.values()), initial=0))
    places = dict(zip(given.asked, ends, strict=True))
    return {
        corpus: {name: Tried(given.asked[corpus], own[first:last]) for name, own in said.items()}
        for corpus, (first, last) in places.items()
    }


def _rivals(vectors: KeptVectors) -> dict[str, Matcher]:
    return {
        "WRatio": fuzzy(fuzz.WRatio),
        "token set": fuzzy(fuzz.token_set_ratio),
        "BM25": bm25,
        "TF-IDF": tfidf,
        "encoder": encoder_alone(vectors),
    }


def _written() -> list[Text]:
    """What the packs themselves say of topics and offices."""
    packs = load_packs([*LISTS, OF_OFFICES])
    return [*(row for name in LISTS for row in written(packs[name], name)), *written(packs[OF_OFFICES], OFFICES)]


def _people(given: Texts, tried: AllTried) -> list[Table]:
    front = tuple(line.row(tried[AUTHORS]) for line in (*FOUND, *JUDGED, *of_distress(given.innocent), *APART))
    of_authors = f"{LEARNED}{QUESTION}{FLATTER}{_counted(given.asked[AUTHORS])}"
    at_once = tuple(line.row(tried[AUTHORS]) for line in WITHOUT_A_QUESTION)
    return [
        Table(f"Understanding people whom nothing was learned from ({BRACKETS})", front, of_authors),
        Table("The same, where whoever is asked counts as missed", at_once, of_authors, front=False),
        *(_corpus(name, given, tried[name]) for name in (BLIND, DEV)),
    ]


def _corpus(name: str, given: Texts, tried: dict[str, Tried]) -> Table:
    rows = tuple(line.row(tried) for line in (*FOUND, *JUDGED))
    return Table(f"Understanding {name}.jsonl ({BRACKETS})", rows, f"{QUESTION}{_counted(given.asked[name])}", False)


def _counted(asked: list[Text]) -> str:
    kinds = Counter(row.kind for row in asked)
    return f"{kinds['need']} needs, {kinds['out_of_scope']} texts that are none, {kinds['crisis']} of distress."


def _towns(lexicon: Lexicon, vectors: KeptVectors, *, short: bool) -> list[Table]:
    tell("two towns that nobody trained Lots for")
    found, rivals = towns(short=short), {**_rivals(vectors), "encoder": encoder_near(vectors)}
    named = tried_in([town.without_examples() for town in found], lexicon, rivals)
    shown = tried_in(found, lexicon, rivals)
    rows = (*(line.row(named) for line in NAMED), *(line.row(shown) for line in SHOWN))
    title = f"Understanding two towns that nothing was learned for ({BRACKETS})"
    return [Table(title, rows, f"{sum(len(town.asked) for town in found)} needs, twelve topics a town. {OF_TOWNS}")]
