"""The parts of what somebody typed: lines, items of a list, words without the marks at their ends."""

import re

from knowledge.normalising import visible

_QUOTED = 60
"""In characters: so much of what was typed is said back in a question, one line and a half on a phone."""

_MARK = r"[•*·▪●◦‣○■➢✓✔]+\s*|[-–—]+(?=\s|[^\W\d_])\s*"
BULLET = re.compile(rf"^\s*(?:{_MARK}|[0-9]{{1,2}}[.)]\s+(?=\S))+")
"""What stands before an item of a list: a mark, a dash that is no minus, or a number with a dot."""

_UNNUMBERED = re.compile(rf"^\s*(?:{_MARK})+")
OUTER = " \t.,:;=–—-"


def quoted(text: str) -> str:
    """Return text as one line, cut to what a question says back."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1].rstrip() + "…"


def cleaned(text: str) -> str:
    """Return text as every reader sees it; line breaks and tabs stay, outer space goes."""
    return visible(text).strip()


def one_line(text: str) -> str:
    """Return text with every run of white space as one space."""
    return " ".join(text.split())


def pieces(text: str, separators: str = r"[\n;]", *, numbered: bool = True) -> list[str]:
    """Return the parts of a list as somebody types it, without bullets, numbering and empty parts.

    Where a number with a dot may be a day, the list is not `numbered`.
    """
    parts = ((BULLET if numbered else _UNNUMBERED).sub("", part) for part in re.split(separators, text))
    return [one_line(part) for part in parts if part.strip(" \t.,;:-–—•*·")]


def trimmed(words: str) -> str:
    """Return words on one line without marks at the ends; brackets stay where they are closed."""
    line = re.sub(r"\(\s*\)|\[\s*\]", " ", one_line(words))
    line = re.sub(r"[\s,]+,", ",", re.sub(r"[:=]\s*(?=[(\[])", " ", one_line(line).strip(OUTER)))
    line = one_line(line)
    while line[-1:] in ("(", "[") or (line[-1:] == ")" and line.count(")") > line.count("(")):
        line = line[:-1].strip(OUTER)
    while line[:1] in (")", "]") or (line[:1] == "(" and line.count("(") > line.count(")")):
        line = line[1:].strip(OUTER)
    return line
