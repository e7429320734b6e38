"""What stays together on a page of Word: a short answer whole, a note with the words that it is about.

The styles say the rest: headings and questions stay with what follows, and no line of a paragraph stands alone.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bot.documents.layout import SHORT

HEADINGS, REMARKS = ("Heading2",), ("Remark",)
"""The ids of styles."""
_PARAGRAPH = qn("w:p")


def keep_together(body: Any) -> None:
    """Mark what must not be parted from what follows it."""
    for answer in _answers(body):
        is_short = sum(len(text.text or "") for each in answer for text in each.iter(qn("w:t"))) <= SHORT
        for one, following in pairwise(answer):
            if is_short or getattr(following, "style", "") in REMARKS:
                _keep_with_next(one)


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


def _keep_with_next(element: Any) -> None:
    """Mark a paragraph, or those of a table's last row."""
    last = element if element.tag == _PARAGRAPH else list(element.iter(qn("w:tr")))[-1]
    for paragraph in last.iter(_PARAGRAPH):
        properties = paragraph.get_or_add_pPr()
        for name in ("w:keepNext", "w:keepLines"):
            if properties.find(qn(name)) is None:
                properties.insert_element_before(OxmlElement(name), *_AFTER)


_AFTER = (
    "w:pageBreakBefore",
    "w:framePr",
    "w:widowControl",
    "w:numPr",
    "w:pBdr",
    "w:shd",
    "w:tabs",
    "w:spacing",
    "w:ind",
    "w:jc",
    "w:rPr",
)
"""What stands after them in the properties of a paragraph (ECMA-376, CT_PPr)."""
