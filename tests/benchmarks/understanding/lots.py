"""The matcher of Lots as it is asked in the benchmark: by the whole way that a typed text goes."""

from collections.abc import Sequence

from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Pack
from knowledge.needs.encoder.encoder import Vectors
from knowledge.needs.learn.build import learn
from knowledge.needs.learn.corpora import Row, entries
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.model.linear import OFFICES
from knowledge.needs.model.load import lexicon_of
from knowledge.needs.understand import Understanding, understand
from tests.benchmarks.understanding.asked import DOOR, SCOPE
from tests.benchmarks.understanding.tried import Said

LISTS = ("vasa", "ostersund")
OF_OFFICES = "vaxjo"
"""The municipality whose pack knows every door that was labelled."""


def learned_anew(rows: Sequence[Row], vectors: Vectors) -> Lexicon:
    """Learn from these texts alone, as `python -m knowledge.needs.learn` does from all."""
    return lexicon_of(learn(rows, entries(), vectors=vectors))


def answers(rows: Sequence[Row], lexicon: Lexicon) -> list[Said]:
    """Return what is said of each text."""
    packs = load_packs([*LISTS, OF_OFFICES])
    return [_answer(row.text, packs, lexicon) for row in rows]


def topics(text: str, pack: Pack, lexicon: Lexicon) -> list[str]:
    """Return the topics that somebody is shown, best first: who is asked whether it is an idea says yes."""
    return [item.id for item in _said_to_be_an_idea(text, pack, lexicon).topics]


def _answer(text: str, packs: dict[str, Pack], lexicon: Lexicon) -> Said:
    seen = understand(text, packs[LISTS[0]], lexicon)
    offices = _said_to_be_an_idea(text, packs[OF_OFFICES], lexicon).offices
    return {
        **{name: topics(text, packs[name], lexicon) for name in LISTS},
        OFFICES: [item.id for item in offices],
        SCOPE: [seen.kind],
        DOOR: [seen.door] if seen.door else [],
    }


def _said_to_be_an_idea(text: str, pack: Pack, lexicon: Lexicon) -> Understanding:
    seen = understand(text, pack, lexicon)
    return understand(text, pack, lexicon, idea=True) if seen.kind == "unclear" else seen
