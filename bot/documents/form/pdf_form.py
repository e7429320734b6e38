"""Fills a PDF form: text, ticks, choices. It stays a form, so that people can go on in it.

What a field holds and what the page shows are two things in a PDF; both are written here. pypdf draws what stands in a
field, breaks no lines and draws no frame, so lines of a box with room for several are broken before they are drawn, and
the frame that a form asks for is drawn behind them.
"""

import io
import textwrap
from collections.abc import Mapping
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject, NumberObject, StreamObject, TextStringObject

from knowledge.blanks.blank import Blank, BoxKind, FormBox
from knowledge.blanks.pdf_boxes import full_name, inherited
from knowledge.papers.form_entries import PLAIN_LETTERS, Entry, words_of

_OPENS = 1 << 17
"""The bit, among the flags of a field, of a list that opens when it is pressed (ISO 32000-1, table 230)."""
_FILLS = {1: "g", 3: "rg", 4: "k"}
"""The operators that set a colour to fill with, by how many numbers it has; those for lines have capitals."""


def filled_pdf(blank: Blank, by_box: Mapping[str, Entry]) -> bytes:
    """Return the form with its boxes filled."""
    reader = PdfReader(io.BytesIO(blank.content))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    form: Any = writer.root_object["/AcroForm"].get_object()
    form.pop(NameObject("/XFA"), None)  # a second form inside the form, which readers would show instead
    drawn = {name: _drawn(blank, blank.boxes[name], entry) for name, entry in by_box.items()}
    for page in writer.pages:
        widgets = [reference.get_object() for reference in page.get("/Annots", ())]
        here = [(full_name(widget), widget) for widget in widgets if full_name(widget) in drawn]
        flags = [_made_ready(widget, blank.boxes[name]) for name, widget in here]
        if here:
            writer.update_page_form_field_values(page, {name: drawn[name] for name, _ in here}, auto_regenerate=False)
        for (name, widget), flag in zip(here, flags, strict=True):
            _field(widget)[NameObject("/Ff")] = flag
            _finish(widget, blank, blank.boxes[name], by_box[name])
    saved = io.BytesIO()
    writer.write(saved)
    return saved.getvalue()


def _drawn(blank: Blank, box: FormBox, entry: Entry) -> str:
    """Return what is drawn in a box: a state for a tick or a choice by buttons, lines for words."""
    if box.kind is BoxKind.TICK:
        return f"/{box.options[0]}" if box.options else "/Yes"
    text = words_of(blank, box, entry)
    if box.has_buttons:
        return f"/{box.state(text)}"
    if box.line:
        paragraphs = text.split("\n")
        text = "\n".join("\n".join(textwrap.wrap(line, box.line)) for line in paragraphs)
    if box.plain_letters:
        text = text.encode(PLAIN_LETTERS, "replace").decode(PLAIN_LETTERS)
    return text


def _field(widget: Any) -> Any:
    """Return the field that a widget shows, which may be the widget itself."""
    return widget if "/T" in widget else widget["/Parent"].get_object()


def _made_ready(widget: Any, box: FormBox) -> NumberObject:
    """Say at a widget or its field what pypdf looks for there alone, and return the flags that the field has.

    It knows the number of cells from the widget and the side from the field, whichever has them; of an open list, which
    it would draw whole and refuses with codes in it, only what is chosen is drawn, as of one that opens.
    """
    field = _field(widget)
    longest, side = inherited(widget, "/MaxLen"), inherited(widget, "/Q")
    if longest is not None:
        widget[NameObject("/MaxLen")] = longest
    if side is not None:
        field[NameObject("/Q")] = side
    flags = NumberObject(int(inherited(widget, "/Ff") or 0))
    if box.kind is BoxKind.CHOICE and not box.has_buttons:
        field[NameObject("/Ff")] = NumberObject(flags | _OPENS)
    return flags


def _finish(widget: Any, blank: Blank, box: FormBox, entry: Entry) -> None:
    """Let a field hold its answer as it is, without the line ends and question marks of the drawing, in its frame."""
    if box.kind is BoxKind.TICK or box.has_buttons:
        return
    holder, text = _field(widget), words_of(blank, box, entry)
    holder[NameObject("/V")] = TextStringObject(box.state(text))
    if box.kind is BoxKind.CHOICE:
        holder[NameObject("/I")] = ArrayObject([NumberObject(box.options.index(text))])
    _frame(widget)


def _frame(widget: Any) -> None:
    """Draw the ground and the frame that a widget asks for behind what is drawn in it (ISO 32000-1, 12.5.6.19)."""
    looks = widget.get("/MK", {})
    left, bottom, right, top = map(float, widget["/Rect"])
    width, height = abs(right - left), abs(top - bottom)
    line = float(widget.get("/BS", {}).get("/W", 1))
    ground, edge = _color(looks.get("/BG")), _color(looks.get("/BC")).upper()
    shown: Any = widget["/AP"]["/N"].get_object()
    parts = [f"{ground} 0 0 {width} {height} re f"] if ground else []
    if edge and line:
        parts.append(f"{edge} {line} w {line / 2} {line / 2} {width - line} {height - line} re S")
    if parts and isinstance(shown, StreamObject):
        shown.set_data(f"q {' '.join(parts)} Q\n".encode() + shown.get_data())


def _color(numbers: Any) -> str:
    parts = list(map(float, numbers or ()))
    return f"{' '.join(map(str, parts))} {_FILLS[len(parts)]}" if len(parts) in _FILLS else ""
