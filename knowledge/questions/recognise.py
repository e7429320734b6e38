"""Whether a text asks about the municipality, the call or Lots itself, and about what.

A need may end in a question mark and an answer may too: only the form of a question together with the words of a
topic, and little else, make a question. Pure: a text in, an `Asked` or None out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from rapidfuzz.distance import OSA

from knowledge.language import Language
from knowledge.questions.book import Book, Part, Pattern, Shelf, Term, books
from knowledge.remembered import remembered, remembered_sentence, until_forgotten
from knowledge.tokens import words_of

SENTENCE = re.compile(r"[^.?!;\n]+[?!]*|[.;\n]+", re.UNICODE)
PIECE = re.compile(r",|\s(?=(?:och|samt|men|sen|ja|sekä|mutta|and|but)\s)", re.IGNORECASE)
EARLY = 4
"""A question word stands among so many first words, those that only lead in left aside."""
LONGEST_QUESTION = 24
"""In words: a longer sentence tells something; it does not only ask. Chosen by hand."""
SHORTEST_SLIP, LETTERS_PER_SLIP = 6, 6
"""In letters: shorter words are one slip away from too many others, and one more is forgiven for so many more."""
GENERAL = 2
"""A pattern of so many elements is made of words that many things are asked with."""
ABOUT_LOTS = frozenset(
    {"lots", "human", "read", "privacy", "delete", "cost", "next", "progress", "withdraw", "contact", "examples"}
    | {"offices"}
)
"""What one asks of whoever listens: beside a need such a question is part of how it is told."""
LONGEST_TERM = 12
"""In words: what somebody asks the meaning of; an institution's full name may be so long, a longer text is told."""
WORDS_KEPT = 4096
"""So many words of a language are kept with what they may begin, a megabyte: those of some thirty texts."""
NARROW = 2
"""A narrow pattern counts for so many words more than a wide one that fits too."""
CLEAR = 1
"""So few words beside the topic's own leave no doubt of what is asked."""
BESIDE_OURS = 2
"""So many other words may stand in a question that names the call or the municipality."""


@dataclass(frozen=True)
class Asked:
    """What a text asks: its topics in order, the language of the question, and the text around the questions.

    `clear` tells that the text is nothing but such questions; only then may it be taken away from an answer.
    """

    topics: tuple[str, ...]
    language: Language
    rest: str = ""
    clear: bool = False


class Found(NamedTuple):
    """A topic found in one piece of a text: how much speaks for it, how many words say something else."""

    topic: str
    language: Language
    spoken: int
    other: int


@remembered
def asked(text: str, language: Language | None = None) -> Asked | None:
    """Return what a text asks, or None if it asks nothing that a pack answers. `language` is the chat's own."""
    found: list[Found] = []
    rest: list[str] = []
    for sentence in SENTENCE.findall(text):
        questions, left = _of_sentence(sentence.strip(), language)
        found += questions
        rest += left
    if not found:
        return None
    told = " ".join(" ".join(rest).split())
    around = told if _tells(told) else ""
    if around:
        found = [item for item in found if not item.other and item.topic not in ABOUT_LOTS]
    if not found:
        return None
    clear = not around and all(item.other <= CLEAR for item in found)
    return Asked(tuple(dict.fromkeys(item.topic for item in found)), found[0].language, around, clear)


def has_form(text: str) -> bool:
    """Tell whether a text has the form of a question in any language."""
    words = [word.folded for word in words_of(text)]
    return text.rstrip().endswith("?") or any(_opens(words, book) for book in books().values())


@remembered
def asked_word(text: str) -> tuple[str, ...]:
    """Return the folded words whose meaning a text asks for ("vad menas med ..."), none if it asks for no meaning."""
    words = [word.folded for word in words_of(text)]
    for book in books().values():
        if book.openers.isdisjoint(words[:2]) or book.meaning.isdisjoint(words):
            continue
        other = tuple(word for word in words if not _says_nothing(word, book) and word not in book.meaning)
        if 0 < len(other) <= LONGEST_TERM:
            return other
    return ()


def asks_for_money(text: str) -> bool:
    """Tell whether money for the association's own activity is asked for, in any wording."""
    sentences = [[word.folded for word in words_of(sentence)] for sentence in SENTENCE.findall(text)]
    return any(_in_grants(words, book) for words in sentences for book in books().values())


def _in_grants(words: Sequence[str], book: Book) -> bool:
    heard = _heard(words, book.of_money)
    return any(_spoken(pattern, heard) is not None for pattern in book.of_money.with_any(heard))


@remembered
def concerns_us(text: str) -> bool:
    """Tell whether a text has the form of a question about the municipality or the call, whatever it asks."""
    if not has_form(text):
        return False
    content = sum(1 for _ in islice(_content(text), CLEAR + 1))
    return content <= CLEAR and any(_is_about_us(word, book) for word in _folded(text) for book in books().values())


@remembered_sentence
def _of_sentence(sentence: str, language: Language | None) -> tuple[list[Found], list[str]]:
    """The questions of a sentence, and what is said beside them: its pieces by themselves first, else the whole."""
    words = _folded(sentence)
    whole_only = bool(words) and any(words[0] in book.conditions for book in books().values())
    pieces = [] if whole_only else [piece.strip() for piece in PIECE.split(sentence) if piece.strip()]
    by_piece = [_of_words(_folded(piece), piece, language) for piece in pieces] if len(pieces) > 1 else []
    if any(by_piece):
        pairs = list(zip(pieces, by_piece, strict=True))
        return [item for _, item in pairs if item], [piece for piece, item in pairs if not item]
    whole = _of_words(words, sentence, language)
    return ([whole], []) if whole else ([], [sentence])


def _folded(text: str) -> tuple[str, ...]:
    return tuple([word.folded for word in words_of(text)])


def _of_words(words: Sequence[str], piece: str, language: Language | None) -> Found | None:
    if not 0 < len(words) <= LONGEST_QUESTION:
        return None
    first = [language] if language else []
    order = dict.fromkeys([*first, *Language])
    found = [item for item in (_in_language(words, code, mark=piece.endswith("?")) for code in order) if item]
    return max(found, key=lambda item: item.spoken - item.other, default=None)


def _in_language(words: Sequence[str], language: Language, *, mark: bool) -> Found | None:
    book = books()[language]
    form = mark or _opens(words, book)
    shelf = book.shelves[form]
    found = _heard(words, shelf)
    best: Found | None = None
    for pattern in shelf.with_any(found):
        spoken = _spoken(pattern, found)
        if spoken is None:
            continue
        beside = [word for place, word in enumerate(words) if place not in spoken and not _is_small(word, book)]
        other = sum(not _is_about_us(word, book) for word in beside)
        item = Found(pattern.topic, language, len(spoken) + NARROW * pattern.narrow, other)
        ours = any(_is_about_us(words[place], book) for place in spoken)
        allowed = not beside if pattern.alone else other <= _allowed(pattern, form=form, ours=ours)
        if allowed and (best is None or item.spoken - item.other > best.spoken - best.other):
            best = item
    return best


def _heard(words: Sequence[str], shelf: Shelf) -> dict[Term, range]:
    """The terms of a shelf that stand among words, with their places."""
    heard: dict[Term, range] = {}
    for start, word in enumerate(words):
        for term in _begun_by(word, shelf):
            if term not in heard and _goes_on(words, start, term):
                heard[term] = range(start, start + len(term))
    return heard


@until_forgotten(WORDS_KEPT)
def _begun_by(word: str, shelf: Shelf) -> tuple[Term, ...]:
    """The terms of a shelf that a word may begin."""
    return tuple(term for key in (word[0], "") for term in shelf.terms.get(key, ()) if _is(word, term[0]))


def _goes_on(words: Sequence[str], start: int, term: Term) -> bool:
    """Tell whether the words after the first are those of a term."""
    if start + len(term) > len(words):
        return False
    return all(_is(words[start + step], term[step]) for step in range(1, len(term)))


def _allowed(pattern: Pattern, *, form: bool, ours: bool) -> int:
    """How many other words a question may hold: none where two general words ask it, two where it names our things."""
    if not form:
        return 0
    return BESIDE_OURS if ours else int(len(pattern.elements) != GENERAL)


def _opens(words: Sequence[str], book: Book) -> bool:
    """Tell whether words begin as a question does, or announce one."""
    start = next((place for place, word in enumerate(words) if word not in book.lead), 0)
    early = words[start : start + EARLY]
    if any(_is_opener(words, start + place, book) for place in range(len(early[:2]))):
        return True
    if early and early[0] in book.verbs:
        return True
    if any(_asks(word, ending) for word in early[:2] for ending in book.endings):
        return True
    said = f" {' '.join(words)} "
    return any(phrase in said for phrase in book.asking)


def _is_opener(words: Sequence[str], place: int, book: Book) -> bool:
    """Tell whether a word opens a question, and not "anybody": "kuka vain", "vem som helst"."""
    return words[place] in book.openers and book.anybody.isdisjoint(words[place + 1 : place + 3])


def _asks(word: str, ending: str) -> bool:
    return len(word) > len(ending) + 1 and word.endswith(ending) and word[-len(ending) - 1] != ending[0]


def _spoken(pattern: Pattern, found: Mapping[Term, range]) -> frozenset[int] | None:
    """The places of the words that speak for a pattern, None unless every element is there."""
    spoken: set[int] = set()
    for element in pattern.elements:
        heard = {place for term in element for place in found.get(term, ())}
        if not heard:
            return None
        spoken |= heard
    return frozenset(spoken)


@until_forgotten(1024)
def _is(word: str, part: Part) -> bool:
    """Tell whether a word is meant by a part: as it is written, or one slip of the pen away."""
    if part.fits(word):
        return True
    letters = part.letters
    if part.before or len(letters) < SHORTEST_SLIP or len(word) < SHORTEST_SLIP or word[0] != letters[0]:
        return False
    slips = len(letters) // LETTERS_PER_SLIP
    lengths = (len(letters), len(letters) - 1, len(letters) + 1) if part.after else (len(word),)
    return any(OSA.distance(word[:length], letters, score_cutoff=slips) <= slips for length in lengths)


def _is_small(word: str, book: Book) -> bool:
    return word.isdigit() or any(word in plain for plain in book.small)


def _is_about_us(word: str, book: Book) -> bool:
    return any(part.fits(word) for part in book.about)


def _says_nothing(word: str, book: Book) -> bool:
    return _is_small(word, book) or _is_about_us(word, book)


def _tells(text: str) -> bool:
    """Tell whether words around the questions say something of their own."""
    return any(_content(text))


def _content(text: str) -> Iterator[str]:
    for word in words_of(text):
        if not any(_says_nothing(word.folded, book) for book in books().values()):
            yield word.folded
