"""Whether words can be shown to people who have nothing to do with the matter: nobody is named, nobody can be reached.

Stricter than the guard, for nothing is lost by it: such words are only not kept to learn from. Where words must be
shown to others all the same, what names somebody is left out of them.
"""

import re
from collections.abc import Collection, Iterator

from knowledge.guard.guard import seen
from knowledge.guard.words import first_name, small_name

LEFT_OUT = "[…]"
"""What stands in the place of a name, an address or a number that is not shown."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"@|\bwww\.|://", re.IGNORECASE)
_WHOLE_ADDRESS = re.compile(
    r"[^\s@]{0,64}@\S+|[a-z][a-z+.-]{0,20}://\S+|\bwww\.\S+"
    r"|\b[\w-]{1,63}\.(?:fi|se|ax|nu|eu|com|net|org|info|me)\b(?:/\S*)?",
    re.IGNORECASE,
)
"""The parts are as long as they may be (RFC 5321, a mailbox; RFC 1035, a label), so that no text takes long to read."""
_NUMBER = re.compile(r"(?:\d[ ./()-]{0,2}){6}")
"""Six digits or more: telephones, accounts, members. A year and a sum of money have fewer."""
_WHOLE_NUMBER = re.compile(r"\+?(?:\d[ ./()-]{0,2}){5,}\d")
_MONEY = re.compile(r"\W{0,2}(?:€|eur|kr|sek|mk\b|£|\$|pound|dollar)", re.IGNORECASE)
"""What stands behind a large sum, which is shown: an office must know it."""
_LAST_NAME = re.compile(r"(?:[ -][A-ZÅÄÖ][^\W\d_]+)+")


def is_nameless(text: str) -> bool:
    """Tell whether a text holds no first name that is known, no address, no long number and nothing for the guard."""
    if _ADDRESS.search(text) or _NUMBER.search(text) or seen(text):
        return False
    return not any(_names_somebody(word) for word in _WORD.findall(text))


def without_names(text: str, known: Collection[str] = ()) -> str:
    """Return a text with a mark in the place of everything that names somebody or by which somebody is reached.

    `known` are names that must not be shown either, whatever they look like.
    """
    shown, until = [], 0
    for start, end in sorted(_spans(text, known)):
        if start >= until:
            shown += [text[until:start], LEFT_OUT]
        until = max(until, end)
    return "".join((*shown, text[until:]))


def _spans(text: str, known: Collection[str]) -> Iterator[tuple[int, int]]:
    yield from ((one.start, one.end) for one in seen(text))
    yield from (one.span() for one in _WHOLE_ADDRESS.finditer(text))
    yield from (one.span() for one in _WHOLE_NUMBER.finditer(text) if not _MONEY.match(text, one.end()))
    for word in _WORD.finditer(text):
        if _names_somebody(word[0]):
            last = _LAST_NAME.match(text, word.end())
            yield word.start(), last.end() if last else word.end()
    for name in filter(str.strip, known):
        yield from (one.span() for one in re.finditer(re.escape(name.strip()), text, re.IGNORECASE))


def _names_somebody(word: str) -> bool:
    capital = word[0].isupper() and not word.isupper()
    return first_name(word) if capital else small_name(word.lower())
