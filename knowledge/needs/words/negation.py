"""Which words a person named only to say that it is not about them.

"INTE idrott" and "ei liikuntaa" deny; "orkar inte" and "inga vänner" are the need itself. So only a noun of a
kind that people use to set aside (sport, money, culture ...) straight after a denying word is denied.
"""

from collections.abc import Sequence

from knowledge.language import Language
from knowledge.needs.words.concepts import Found
from knowledge.tokens import Word

DENYING = frozenset(("inte", "int", "ej", "icke", "not", "ei", "eika", "eivat", "emme"))
LACK = {
    Language.SV: frozenset(("inte", "int", "ej", "ingen", "inget", "inga", "aldrig", "utan", "saknar", "varken")),
    Language.FI: frozenset(("ei", "eivat", "eika", "emme", "en", "et", "ette", "ilman", "vailla")),
    Language.EN: frozenset(("no", "not", "never", "nobody", "without")),
}
"""Words that tell a lack of what follows: "ingen bostad", "ei ketaan", "no lift"."""
STEPS = frozenset(
    (
        *("om", "for", "ute", "efter", "bara", "det", "se", "any", "another", "about", "some", "just"),
        *("mitaan", "enaa", "lisaa", "kyse", "ole", "oo"),
    )
)
"""Small words that may stand between: "inte om idrott", "not about sport"."""
LACKING = frozenset(("finns", "far", "kan", "orkar", "hinner", "vagar", "har", "ole", "oo", "there"))
"""After these a denying word tells of a lack, not of a denial: "det finns inte idrott här"."""
NONE, BE = frozenset(("ei", "eivat", "eika")), frozenset(("ole", "oo"))
"""In Finnish "ei ole" tells of a lack as well: "salissa ei ole hissia"."""
THIS, MATTER, BUT = frozenset(("se", "tama", "taa")), "kyse", "vaan"
"""... unless it is said of "tama", or what is meant instead follows: "ei ole kyse rahasta", "ei ole urheilua vaan"."""
CONTRAST = 5
"""So many words at most stand between "ei ole" and "vaan". In the Finnish corpora 84 texts deny something by "ei" if
every "ei ole" denies, 59 if it is read as a lack so, and no need gets another topic first."""
FARTHEST = 3
"""A denied word is at most so many words after the denying one: "inte om just idrott". 1 or 5 change nothing for the
needs of the corpora, where little is denied."""
INSTEAD = (("i", "stallet", "for"), ("istallet", "for"), ("instead", "of"), ("rather", "than"))
TELLTALES = DENYING | {phrase[0] for phrase in INSTEAD}


def denied_words(words: Sequence[Word], found: Sequence[Found], deniable: frozenset[str]) -> frozenset[int]:
    """Return the places of the denied words: those of a deniable concept right after a denying word."""
    if TELLTALES.isdisjoint(word.folded for word in words):
        return frozenset()
    spans = {item.first: item.last for item in found if item.concept in deniable}
    denied: set[int] = set()
    for place in (place for place, word in enumerate(words) if word.folded in TELLTALES):
        first = _after_denial(words, place)
        if first in spans:
            denied.update(range(first, spans[first]))
    return frozenset(denied)


def _after_denial(words: Sequence[Word], place: int) -> int:
    """Return the place of what is denied if a denial begins here, else -1."""
    for phrase in INSTEAD:
        if tuple(word.folded for word in words[place : place + len(phrase)]) == phrase:
            return place + len(phrase)
    if words[place].folded not in DENYING or (place and words[place - 1].folded in LACKING) or _is_none(words, place):
        return -1
    after = place + 1
    while after < len(words) and after < place + FARTHEST and words[after].folded in STEPS:
        after += 1
    return after


def _is_none(words: Sequence[Word], place: int) -> bool:
    """Tell whether Finnish words say that there is none of something, not that something is not meant."""
    if words[place].folded not in NONE or (place and words[place - 1].folded in THIS):
        return False
    following = [word.folded for word in words[place + 1 : place + 2 + CONTRAST]]
    return not BE.isdisjoint(following[:1]) and MATTER not in following and BUT not in following
