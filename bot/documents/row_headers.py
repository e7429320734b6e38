"""Gives rows of tables their heads in the tags of a PDF, so that an answer or a sum is read with what it is of.

Typst can say it too, but only behind a switch that its Python package does not have; so it is written into the finished
file: the first cell of each row becomes its head (ISO 32000-1, 14.8.5.7: Scope).
"""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

_TABLE, _HEAD, _CELL = "/Table", "/TH", "/TD"


MANY_COLUMNS = 3
"""Columns: under so many heads a sum is found by that of its row as well."""


def with_row_headers(content: bytes, *, is_sheet: bool) -> bytes:
    """Return a tagged PDF whose tables say which cell heads a row.

    On a data sheet they are those without heads of columns, whose first cells are labels; elsewhere those with heads of
    many columns, for what somebody pasted has no heads that we know of.
    """
    reader = PdfReader(io.BytesIO(content))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header  # pypdf would call every file one of 1999, which had no tags
    tree = writer.root_object.get("/StructTreeRoot")
    if tree is not None:
        for table in _tagged(tree.get_object(), _TABLE):
            _head_the_rows(table, is_sheet=is_sheet)
    saved = io.BytesIO()
    writer.write(saved)
    return saved.getvalue()


def _head_the_rows(table: Any, *, is_sheet: bool) -> None:
    rows = list(_tagged(table, "/TR"))
    heads = max((sum(1 for _ in _tagged(row, _HEAD)) for row in rows), default=0)
    if heads if is_sheet else heads < MANY_COLUMNS:
        return
    for row in rows:
        first = next(_tagged(row, _CELL), None)
        if first is not None:
            first[NameObject("/S")] = NameObject(_HEAD)
            scope = {NameObject("/O"): NameObject(_TABLE), NameObject("/Scope"): NameObject("/Row")}
            first[NameObject("/A")] = ArrayObject([DictionaryObject(scope)])


def _tagged(element: Any, kind: str) -> Iterator[Any]:
    """Yield the elements of a kind below one, but not those that stand inside another of them."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        one = kid.get_object()
        if isinstance(one, dict) and one.get("/S") == kind:
            yield one
        elif isinstance(one, dict):
            yield from _tagged(one, kind)
