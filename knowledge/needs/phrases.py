"""Which of a person's words stand together: from words that speak for something to phrases that one can read.

"Gymnasiet" alone says little, "hoppat av gymnasiet" tells why it is shown, and "frukost" is not "utan frukost".
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from knowledge.needs.reading import Reading
from knowledge.needs.words.negation import LACK

LONGEST = 4
"""Words at most in a phrase: more would be the person's sentence once more, and no reason."""
LINKS = " -'’"
"""What may stand between the words of one phrase."""
COMPANY = 0.1
"""A word by itself takes a neighbour along whose share is at least this part of its own. Of 346 needs 212 show longer
phrases so; at 0 it is 261, with words of another thing ("clinic in plastic"), at 0.3 it is 110."""
APART = frozenset(
    (
        *("och", "o", "a", "samt", "eller", "men", "sa", "att", "som", "nar", "om", "for"),
        *("ja", "seka", "tai", "vai", "mutta", "etta", "joka", "jotka", "jota", "kun", "ku", "jos"),
        *("and", "or", "but", "that", "who", "which", "whose", "when", "if", "because"),
    )
)
"""Small words that no phrase reaches over: after them another thing begins."""
Span = tuple[int, int]
"""The places of the first word of a phrase and of the word after it."""


def phrases(reading: Reading, seeds: Sequence[int], told: Mapping[int, float]) -> list[str]:
    """Return the phrases that some words stand in, as they were typed, those that speak most first.

    `told` are the words that may stand at the edge of a phrase, with how much each speaks; `seeds` are some of them.
    """
    joined = sorted(_joined(reading, seeds), key=lambda span: -max(told[p] for p in seeds if span[0] <= p < span[1]))
    spans = [_trimmed(told, *span) for span in joined]
    for number, span in enumerate(spans):
        taken = {place for other in spans if other != span for place in range(*other)}
        spans[number] = _with_lack(reading, _with_company(reading, told, span, taken), taken)
    return [reading.text[reading.words[first].start : reading.words[last - 1].end] for first, last in spans]


def _joined(reading: Reading, seeds: Sequence[int]) -> list[Span]:
    """Join seeds that stand in one concept or side by side, or with one small word between."""
    spans = [(seed, _end_of_concept(reading, seed)) for seed in seeds]
    joined: list[Span] = []
    for first, last in sorted(spans):
        if joined and _one_breath(reading, joined[-1][0], joined[-1][1], first, last):
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        elif not joined or first >= joined[-1][1]:
            joined.append((first, last))
    return joined


def _one_breath(reading: Reading, start: int, end: int, first: int, last: int) -> bool:
    """Tell whether two spans make one short phrase: no more than a word apart, and no sign between."""
    if first > end + 1 or max(last, end) - start > LONGEST or first < end:
        return first < end and max(last, end) - start <= LONGEST
    gap = reading.text[reading.words[end - 1].end : reading.words[first].start]
    return all(sign.isalnum() or sign in LINKS for sign in gap) and not reading.denied.intersection(range(start, last))


def _end_of_concept(reading: Reading, place: int) -> int:
    ends = [found.last for found in reading.concepts if found.first == place and found.last - place <= LONGEST]
    return max(ends, default=place + 1)


def _trimmed(told: Collection[int], first: int, last: int) -> Span:
    """Leave small words at the edges of a phrase out."""
    while last - first > 1 and last - 1 not in told:
        last -= 1
    while last - first > 1 and first not in told:
        first += 1
    return first, last


def _with_company(reading: Reading, told: Mapping[int, float], span: Span, taken: Collection[int]) -> Span:
    """Let a word by itself take the neighbour along that speaks most for the same."""
    first, last = span
    if last - first > 1:
        return span
    near = [place for step in (-1, 1) for place in _neighbour(reading, told, first, step) if place not in taken]
    best = max(near, key=lambda place: told[place], default=first)
    return span if told[best] < COMPANY * told[first] else (min(first, best), max(last, best + 1))


def _neighbour(reading: Reading, told: Collection[int], place: int, step: int) -> Iterator[int]:
    """Yield the next word that may tell, if no sign and one small word at most stands between."""
    for near in (place + step, place + 2 * step):
        if not _side_by_side(reading, min(near, near - step)) or reading.words[near].folded in APART:
            return
        if near in told:
            yield near
            return


def _with_lack(reading: Reading, span: Span, taken: Collection[int]) -> Span:
    """Begin a phrase with the word before it that makes it a lack: "utan frukost", "no lift"."""
    first, last = span
    before = first - 1
    if last - first == LONGEST or before in taken or not _side_by_side(reading, before):
        return span
    if reading.words[before].folded in LACK[reading.language]:
        return before, last
    return span


def _side_by_side(reading: Reading, place: int) -> bool:
    """Tell whether a word and the next one are there with no sign between them."""
    if not 0 <= place < len(reading.words) - 1:
        return False
    gap = reading.text[reading.words[place].end : reading.words[place + 1].start]
    return gap in LINKS or not gap.strip(" ")
