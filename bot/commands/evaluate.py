"""`lots evaluate` without a corpus: what a pack's own words and examples tell of its topics, in plain sentences.

Whoever writes a pack reads here how well the topics are told apart, which of them lie too close, and whether more
example needs would help.
"""

from collections.abc import Iterator
from itertools import pairwise

from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Pack
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.topic_profiles import learned_list
from knowledge.needs.understand import understand
from knowledge.needs.unlearned.telling_apart import Step, ToldApart, told_apart

ENOUGH = 6
"""Examples a topic, two in each language: with so many the figures begin to tell something."""
WORTH = 0.02
"""The share of needs that a doubling of the examples must win, or they are said to help no more: of 72 needs one or two
would be chance."""
FLATTERED = (
    "Who writes a pack writes its examples too: of needs by others expect the right topic first for ten to twenty in a "
    "hundred fewer. `lots evaluate --pack ID CORPUS.jsonl` tries those."
)
"""In the two invented towns of the tests it is 0.93 and 0.92 of examples, 0.87 and 0.80 of needs by other voices."""
LISTED = 10
"""Pairs of topics at most, the worst first: more than a person mends before looking again."""


def own_topics(pack_id: str) -> str:
    """Return what is to be said of a pack's topics. Raise `PackError` for a pack that cannot be used."""
    pack, lexicon = next(iter(load_packs([pack_id]).values())), load_lexicon()
    if not pack.catalogue.topics:
        return f"{pack.id} has no topics: needs are only told which office they belong to."
    own = learned_list(pack, lexicon.model)
    return "\n".join(_learned(pack, lexicon) if own else _sentences(told_apart(pack, lexicon)))


def _learned(pack: Pack, lexicon: Lexicon) -> Iterator[str]:
    """Say how many everyday needs of a pack are understood whose topics were learned from labelled needs."""
    needs = [need for need in pack.needs if need.topics]
    found = [[item.id for item in understand(need.text, pack, lexicon).topics] for need in needs]
    first = sum(bool(set(need.topics) & set(own[:1])) for need, own in zip(needs, found, strict=True))
    three = sum(bool(set(need.topics) & set(own[:3])) for need, own in zip(needs, found, strict=True))
    yield f"Needs of others were labelled with the topics of {pack.id}, so its examples are only tried, not used."
    yield f"Of {len(needs)} examples the right topic comes first for {first} and among three for {three}."


def _sentences(told: ToldApart) -> Iterator[str]:
    examples = sum(told.examples.values())
    yield f"{len(told.examples)} topics, {examples} example needs."
    yield from _of_descriptions(told)
    if examples:
        yield from _of_examples(told, examples)
    yield from _too_close(told)
    yield from _of_more(told)


def _of_descriptions(told: ToldApart) -> Iterator[str]:
    if told.bare:
        yield (
            f"Without a description: {', '.join(told.bare)}. A sentence about whom and what a topic is for helps more "
            "than anything else; write it as `description` in each wording."
        )


def _of_examples(told: ToldApart, examples: int) -> Iterator[str]:
    yield (
        f"Each example was tried as if it were not there: the right topic comes first for {told.first} of {examples} "
        f"({told.first / examples:.0%}) and among three for {told.in_three} ({told.in_three / examples:.0%})."
    )
    yield FLATTERED


def _too_close(told: ToldApart) -> Iterator[str]:
    taken = [item for item in told.taken if item.count > 1 or (item.topic, item.other) in told.close]
    if taken or told.close:
        yield "Topics that lie too close. Say in the description of each what the other is not about, or make them one:"
    for item in taken[:LISTED]:
        of = told.examples[item.topic]
        yield f"  {item.topic} is taken for {item.other}: {item.count} of {of} examples"
    for first, second in told.close[:LISTED]:
        yield f"  {first} and {second}: their descriptions say nearly the same"
    if not (taken or told.close):
        yield "No two topics lie too close."


def _of_more(told: ToldApart) -> Iterator[str]:
    few = [topic for topic, count in told.examples.items() if count < ENOUGH]
    if len(told.curve) < 2:
        yield (
            f"Write {ENOUGH} example needs a topic into examples.yaml, two in each language and each as another person "
            "would put it: then Lots understands more, and this command tells more."
        )
        return
    shares = ", ".join(f"{step.first:.0%} with {step.examples}" for step in told.curve)
    yield f"So many examples have their topic first, by the number of other examples a topic: {shares}."
    yield _worth_of_more(told.curve)
    if few:
        yield f"Fewer than {ENOUGH} examples have: {', '.join(few)}."


def _worth_of_more(curve: tuple[Step, ...]) -> str:
    before, last = list(pairwise(curve))[-1]
    won = last.first - before.first
    if won < WORTH:
        return "More examples of this kind would hardly help; other people's words and clearer descriptions may."
    return (
        f"Going from {before.examples} to {last.examples} won {won * 100:.0f} needs in a hundred; twice as many as now "
        "may win as many again."
    )
