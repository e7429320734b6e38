"""Fills a PDF form: text, ticks, choices. It stays a form, so that people can go on in it.

What a field holds and what the page shows are two things in a PDF; both are written here. pypdf draws what stands in a
field and breaks no lines, so lines of a box with room for several are broken before they are drawn.
"""

import io
import textwrap
from collections.abc import Mapping
from datetime import date
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from knowledge.blanks.blank import Blank, BoxKind, FormBox
from knowledge.blanks.pdf_boxes import full_name
from knowledge.papers.form_entries import DAY, PLAIN_LETTERS, Entry


def filled_pdf(blank: Blank, by_box: Mapping[str, Entry]) -> bytes:
    """Return the form with its boxes filled."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(blank.content)))
    form: Any = writer.root_object["/AcroForm"].get_object()
    form.pop(NameObject("/XFA"), None)  # a second form inside the form, which readers would show instead
    drawn = {name: _drawn(blank.boxes[name], entry) for name, entry in by_box.items()}
    for page in writer.pages:
        names = {full_name(widget.get_object()) for widget in page.get("/Annots", ())}
        here = {name: value for name, value in drawn.items() if name in names}
        if here:
            writer.update_page_form_field_values(page, here, auto_regenerate=False)
    _hold(writer, blank, by_box)
    saved = io.BytesIO()
    writer.write(saved)
    return saved.getvalue()


def _drawn(box: FormBox, entry: Entry) -> str:
    """Return what is drawn in a box: a state for a tick or a choice by buttons, lines for words."""
    if box.kind is BoxKind.TICK:
        return f"/{box.options[0]}" if box.options else "/Yes"
    text = _words(entry)
    if box.has_buttons:
        return f"/{text}"
    if box.line:
        paragraphs = text.split("\n")
        text = "\n".join("\n".join(textwrap.wrap(line, box.line)) for line in paragraphs)
    if box.plain_letters:
        text = text.encode(PLAIN_LETTERS, "replace").decode(PLAIN_LETTERS)
    return text


def _words(entry: Entry) -> str:
    return DAY.format(entry) if isinstance(entry, date) else str(entry)


def _hold(writer: Any, blank: Blank, by_box: Mapping[str, Entry]) -> None:
    """Let the text fields hold the answers as they are, without the line ends and question marks of the drawing."""
    for page in writer.pages:
        for reference in page.get("/Annots", ()):
            widget = reference.get_object()
            name = full_name(widget)
            if name in by_box and blank.boxes[name].kind is BoxKind.TEXT:
                holder = widget if "/V" in widget else widget["/Parent"].get_object()
                holder[NameObject("/V")] = TextStringObject(_words(by_box[name]))
