"""Numbers in words as figures: "tolv tusen", "kaksikymmentäneljä", "en och en halv", "twelve thousand five hundred".

Finnish ones are read as they are spoken, too: "kakskyt", "viis tonnia". Only what has no figure is looked at, a line or
a part of one that is surely money, and only what is a number beyond doubt: "two or three" and "a couple of hundred"
stay words.
"""

import re
from collections.abc import Iterable, Iterator

from knowledge.answers.reading.vocabulary import NUMBERS, found, heard

_DIGITS = {
    "sv": ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"),
    "fi": ("yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan", "yhdeksän"),
    "en": ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
}
_SPOKEN = {
    "yks": 1, "kaks": 2, "viis": 5, "kuus": 6, "seittemän": 7, "seittemä": 7, "kaheksan": 8, "yheksän": 9,
    "kymmenen": 10, "kymmene": 10, "kymppi": 10, "kolkyt": 30, "nelkyt": 40, "nolla": 0,
}  # fmt: skip
"""How Finns say small numbers among friends, each word with its digit or its tens."""

_TEENS = {
    "sv": "tio elva tolv tretton fjorton femton sexton sjutton arton nitton",
    "en": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
}
_TENS = {
    "sv": "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_TIMES = {
    **dict.fromkeys(("hundra", "sata", "sataa", "satanen", "hundred"), 100),
    **dict.fromkeys(("tusen", "tuhat", "tuhatta", "tonni", "tonnia", "tonnin", "thousand"), 1_000),
    **dict.fromkeys(("miljon", "miljoner", "miljoona", "miljoonaa", "million"), 1_000_000),
}
"""What multiplies the number before it."""

_ROUGH = heard(
    "par, pari, couple, några, muutama*, few, several, halv*, puoli*, half, eller, tai, or, till, to, noll, dussin*"
)
"""Words that leave open how much is meant."""

_MANY = "|".join(sorted(_TIMES, key=len, reverse=True))
_A_HALF_MORE = re.compile(
    r"(?<!\w)(?:(?P<n>[^\W\d_]+)\s(?:och|ja|and)\s(?:(?:en|ett|a)\s)?(?:halv|halvt|puoli|puol|puolen|half)"
    r"|(?P<one>puolitoista|puoltoista|puoltoist|puolentoista|halvannan|halvannat)"
    rf"|(?P<half>puoli|puol|en\shalv|ett\shalvt|half\sa)(?=\s(?:{_MANY})(?!\w)))(?:\s(?P<times>{_MANY}))?(?!\w)",
    re.IGNORECASE,
)
_HALF_A_YEAR = re.compile(
    r"(?<!\w)(?:ett halvt år|halvår|puoli vuotta|puol vuotta|puolen vuoden|half a year)(?!\w)", re.IGNORECASE
)
_SURELY_MONEY = re.compile(r"(?<!\w)(?:tonni[an]?|(?:[^\W\d_]+\s)(?:€|euro\w*|kronor|kruunua))(?!\w)", re.IGNORECASE)
"""What a part of a line must say for a number in words to be a sum beside others in figures."""


def _small() -> Iterator[tuple[str, int]]:
    """Yield every word below a hundred with its number."""
    for language, digits in _DIGITS.items():
        yield from zip(digits, range(1, 10), strict=True)
        if language == "fi":
            continue
        yield from zip(_TEENS[language].split(), range(10, 20), strict=True)
        yield from zip(_TENS[language].split(), range(20, 100, 10), strict=True)
    yield "en", 1
    yield from _SPOKEN.items()
    for digit, number in (*zip(_DIGITS["fi"], range(1, 10), strict=True), *_SPOKEN.items()):
        if 0 < number < 10:
            yield from ((f"{digit}toista", 10 + number), (f"{digit}toist", 10 + number))
            yield from ((f"{digit}kymmentä", 10 * number), (f"{digit}kyt", 10 * number))


_SMALL = dict(_small())
_NAMED = {name: number for number, names in NUMBERS.items() for name in names} | _SMALL
"""The same with the forms that count something, "kolmen vuoden"."""

_PIECES = "|".join(sorted((*_SMALL, *_TIMES), key=len, reverse=True))
_PIECE = re.compile(_PIECES)
_WORD = rf"(?:{_PIECES})+"
_RUN = re.compile(rf"(?<![\w-]){_WORD}(?:(?:[ -]| and | och ){_WORD})*(?![\w-])", re.IGNORECASE)


def in_figures(text: str) -> str:
    """Return a text with the numbers of each line in figures, where the line has none and leaves nothing open."""
    return "\n".join(_beside_figures(line) if re.search(r"\d", line) else _line(line) for line in text.split("\n"))


def _beside_figures(line: str) -> str:
    """A line that has figures, in which parts between commas may be sums in words: "tonni bensat, palkka 12 000"."""
    parts = line.split(",")
    return ",".join(_line(part) if _is_a_sum_in_words(part) else part for part in parts) if len(parts) > 1 else line


def _is_a_sum_in_words(part: str) -> bool:
    return not re.search(r"\d", part) and _SURELY_MONEY.search(part) is not None


def _line(line: str) -> str:
    line = _HALF_A_YEAR.sub("0,5 år", _A_HALF_MORE.sub(_with_half, line))
    return line if found(_ROUGH, line) else _RUN.sub(_figures, line)


def _with_half(match: re.Match[str]) -> str:
    whole = 0 if match["half"] else 1 if match["one"] else _NAMED.get(match["n"].casefold())
    if whole is None:
        return match[0]
    return str((2 * whole + 1) * _TIMES[match["times"].casefold()] // 2) if match["times"] else f"{whole},5"


def _figures(match: re.Match[str]) -> str:
    pieces = _PIECE.findall(match[0].casefold())
    number = _number(pieces)
    # One alone is mostly an article, "en hyra".
    return match[0] if number is None or pieces in (["en"], ["ett"], ["one"], ["yksi"], ["yks"]) else str(number)


def _number(pieces: Iterable[str]) -> int | None:
    """Return what pieces come to, None if they are no single number: "tio två", "trettio tjugo"."""
    total, current = 0, 0
    for piece in pieces:
        times = _TIMES.get(piece)
        if times is None:
            small = _SMALL[piece]
            if not _follows(current, small):
                return None
            current += small
        elif times == 100:
            if current > 9:
                return None
            current = max(1, current) * times
        else:
            if total and total % (times * 1_000):
                return None
            total, current = total + max(1, current) * times, 0
    return total + current


def _follows(current: int, small: int) -> bool:
    """Tell whether a number below a hundred may follow what was said before: a digit after tens, tens after 100."""
    if small < 10:
        return current % 10 == 0 and current % 100 != 10
    return current % 100 == 0
