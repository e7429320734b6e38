"""Words that say nothing of what a need is about: numbers, greetings, headers of mail, names of places and people.

"Ensamma äldre i Gerby" and "Hej! 12 ensamma äldre, mvh Maria" are the same need. An ignored word keeps its place in the
text and loses its letters, so that nothing counts it, no concept rests on it and it is never shown as evidence.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.needs.words.concepts import Found
from knowledge.needs.words.forwarded_mail import header_spans
from knowledge.remembered import until_forgotten
from knowledge.tokens import Word

SHORTEST_NAME = 3
"""In letters: the shortest names of places that may be bent. 2 or 4 change nothing for the needs of the corpora."""
PLACES_KEPT = 512
"""So many words are remembered as places or none: those of some twenty needs."""
BENT = frozenset(
    (
        *("s", "bo", "bor", "borna", "bon"),
        *("n", "an", "en", "in", "on", "un", "yn", "hin", "han", "hun", "iin", "seen", "a", "ta"),
        *("ssa", "sta", "lla", "lta", "lle", "ssaki", "issa", "ista", "lainen", "laiset", "laisia", "laisten"),
    )
)
"""What may follow the name of a place: Swedish "Gerbybor", Finnish "Gerbyssä", folded."""
BEFORE_PLACES = frozenset(("i", "pa", "fran", "vid", "kring", "utanfor", "runt", "in", "at", "near", "from", "around"))
FINNISH_WHERE = ("ssa", "sta", "lla", "lta", "lle")
PLACE_ENDS = (
    *("by", "byn", "holm", "holmen", "holma", "nas", "naset", "vik", "viken", "berg", "berga", "sund", "torp", "torpa"),
    *("stad", "koping", "hult", "fors", "forsen", "sjo", "sjon", "lund", "backen", "bole", "hamn", "mark", "strom"),
    *("gatan", "vagen", "grand", "stigen", "esplanaden", "nummi", "numme", "niemi", "nieme", "lahti", "lahde", "jarvi"),
    *("jarve", "koski", "koske", "maki", "mae", "saari", "saare", "katu", "kadu", "kyla"),
)
"""How names of villages and streets end, folded."""
OPENING = " \t\"'”’«»()[]>*•–-"
"""What may stand between the end of a sentence and the first word of the next: a quote, a dash of a list."""
SIGNED = 3
"""So many words at most follow the word that signs a text: "mvh Anna Berg". Needs of the corpora are seldom signed:
1 or 6 words change nothing for them."""


@dataclass(frozen=True)
class IgnoredWords:
    """The folded words that are ignored: places, people's names, courtesies; and greetings where a text begins.

    `following` are the words that belong to a greeting only after it: "god kväll alla". What little stands after a
    word of `signing` is a name.
    """

    places: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    greetings: frozenset[str] = frozenset()
    following: frozenset[str] = frozenset()
    courtesies: frozenset[str] = frozenset()
    signing: frozenset[str] = frozenset()

    def holds(self, word: Word, text: str) -> bool:
        """Tell whether a word is ignored wherever it stands. Names are so with a capital letter: "Bo", not "bo"."""
        if word.folded in self.names:
            return text[word.start].isupper() and text[word.end - 1].islower()
        return word.folded.isdigit() or word.folded in self.courtesies or _is_place(word.folded, self.places)


@until_forgotten(PLACES_KEPT)
def _is_place(word: str, places: frozenset[str]) -> bool:
    ends = range(len(word), SHORTEST_NAME - 1, -1)
    return any(word[:end] in places and (end == len(word) or word[end:] in BENT) for end in ends)


def ignored_words(written: Mapping[str, Iterable[str]]) -> IgnoredWords:
    """Return the ignored words from their lists, by kind."""
    return IgnoredWords(**{kind: frozenset(words) for kind, words in written.items()})


def without_ignored(text: str, words: Sequence[Word], ignored: IgnoredWords) -> tuple[Word, ...]:
    """Return the words of a text, the ignored ones without letters."""
    begun, signed = _greeting(words, ignored), _signature(words, ignored)
    alone = (place for place, word in enumerate(words) if ignored.holds(word, text))
    return without(words, {*alone, *range(begun), *range(signed, len(words)), *_headers(text, words)})


def without(words: Sequence[Word], places: Container[int]) -> tuple[Word, ...]:
    """Return the words, those at some places without letters."""
    return tuple(word._replace(folded="") if place in places else word for place, word in enumerate(words))


def _headers(text: str, words: Sequence[Word]) -> Iterator[int]:
    """Yield the places of the words that mail programs wrote."""
    starts = [word.start for word in words]
    for start, end in header_spans(text):
        yield from range(bisect_left(starts, start), bisect_left(starts, end))


def _greeting(words: Sequence[Word], ignored: IgnoredWords) -> int:
    """Return how many words at the beginning are a greeting."""
    if not words or words[0].folded not in ignored.greetings:
        return 0
    belongs = ignored.greetings | ignored.following
    return next((place for place, word in enumerate(words) if word.folded not in belongs), len(words))


def _signature(words: Sequence[Word], ignored: IgnoredWords) -> int:
    """Return the place from which a text is signed."""
    last = range(max(0, len(words) - SIGNED - 1), len(words))
    return next((place for place in last if words[place].folded in ignored.signing), len(words))


def unknown_names(text: str, words: Sequence[Word], found: Sequence[Found], known: Container[str]) -> frozenset[int]:
    """Return the places of words that nobody knows and that stand as names of places do.

    They begin with a capital letter where no sentence begins, in a text that has small ones, or follow "i", "in" ...,
    or end as villages do. A word that a concept rests on must do two of these.
    """
    unknown = [place for place, word in enumerate(words) if word.folded and f"w {word.folded}" not in known]
    if not unknown:
        return frozenset()
    meant = {place for item in found for place in range(item.first, item.last)}
    shouted = text.isupper()
    signs = {place: _signs_of_a_name(text, words, place, shouted=shouted) for place in unknown}
    return frozenset(place for place, count in signs.items() if count > (place in meant))


def _signs_of_a_name(text: str, words: Sequence[Word], place: int, *, shouted: bool) -> int:
    word = words[place].folded
    capital = text[words[place].start].isupper() and not shouted and not _begins_sentence(text, words[place])
    bent = word.endswith(FINNISH_WHERE)
    where = bent or (place > 0 and words[place - 1].folded in BEFORE_PLACES)
    name = word[: -len(FINNISH_WHERE[0])].removesuffix("i") if bent else word
    return capital + where + name.endswith(PLACE_ENDS)


def _begins_sentence(text: str, word: Word) -> bool:
    """Tell whether a word is the first of a sentence or a line, where a capital letter says nothing."""
    before = text[: word.start].rstrip(OPENING)
    return not before or before[-1] in ".!?:…\n"
