"""Gives the rows of a data sheet their heads in the tags of a PDF, so that an answer is read with what was asked.

Typst can say it too, but only behind a switch that its Python package does not have; so it is written into the finished
file: in a table without a head the first cell of each row becomes one (ISO 32000-1, 14.8.5.7: Scope).
"""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

_TABLE, _HEAD, _CELL = "/Table", "/TH", "/TD"


def with_row_headers(content: bytes) -> bytes:
    """Return a tagged PDF whose tables with columns of labels say which cell heads a row."""
    reader = PdfReader(io.BytesIO(content))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header  # pypdf would call every file one of 1999, which had no tags
    tree = writer.root_object.get("/StructTreeRoot")
    if tree is not None:
        for table in _tagged(tree.get_object(), _TABLE):
            _head_the_rows(table)
    saved = io.BytesIO()
    writer.write(saved)
    return saved.getvalue()


def _head_the_rows(table: Any) -> None:
    rows = list(_tagged(table, "/TR"))
    if any(True for row in rows for _ in _tagged(row, _HEAD)):
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
