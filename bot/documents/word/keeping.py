"""What stays together on a page of Word: a short answer whole, a note with the words that it is about.

The styles say the rest: headings and questions stay with what follows, and no line of a paragraph stands alone.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bot.documents.layout import BESIDE_YEARS, SHORT, WHOLE_TABLE
from bot.documents.word.element_order import put

HEADINGS, REMARKS = ("Heading2",), ("Remark",)
"""The ids of styles."""
_PARAGRAPH = qn("w:p")


def keep_together(body: Any) -> None:
    """Mark what must not be parted from what follows it."""
    for answer in _answers(body):
        is_short = _is_short(answer)
        for one, following in pairwise(answer):
            if is_short or getattr(following, "style", "") in REMARKS:
                _keep_with_next(one)
        for one in answer if is_short else ():
            for row in list(one.iter(qn("w:tr")))[:-1]:
                _keep_with_next(row)


def _is_short(answer: Sequence[Any]) -> bool:
    """Tell whether an answer fills a few lines, and its tables less than a third of a page."""
    signs = sum(len(_words(each)) for each in answer if each.tag == _PARAGRAPH)
    return signs <= SHORT and sum(_lines(row) for each in answer for row in each.iter(qn("w:tr"))) <= WHOLE_TABLE


def _lines(row: Any) -> int:
    """Return about how many lines a row of a table has."""
    return max(1 + len(_words(cell)) // BESIDE_YEARS for cell in row.iter(qn("w:tc")))


def _words(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def keep_the_end(body: Any, sections: int) -> None:
    """Mark the last sections and what follows them, so that no page has the end alone; none marks nothing."""
    children = [element for element in body if element.tag in (_PARAGRAPH, qn("w:tbl"))]
    heads = [place for place, one in enumerate(children) if one.tag == _PARAGRAPH and one.style in HEADINGS]
    for element in children[heads[-sections] : -1] if sections else ():
        _keep_with_next(element, whole=True)


def _answers(body: Any) -> Iterator[Sequence[Any]]:
    """Yield what stands between headings: paragraphs and tables."""
    answer: list[Any] = []
    for element in body:
        if element.tag == _PARAGRAPH and element.style in HEADINGS:
            yield answer
            answer = []
        elif element.tag in (_PARAGRAPH, qn("w:tbl")):
            answer.append(element)
    yield answer


def _keep_with_next(element: Any, *, whole: bool = False) -> None:
    """Mark a paragraph, those of a row, or those of a table's last row or of all its rows."""
    last = list(element.iter(qn("w:tr")))[-1] if element.tag == qn("w:tbl") and not whole else element
    for paragraph in last.iter(_PARAGRAPH):
        properties = paragraph.get_or_add_pPr()
        for name in ("w:keepNext", "w:keepLines"):
            put(properties, OxmlElement(name))
