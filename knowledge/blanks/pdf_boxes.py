"""The boxes of a PDF form (AcroForm): their names, what they take, and how much has room in them."""

import io
from collections.abc import Iterator
from typing import Any

from knowledge.blanks.blank import BoxKind, FormBox

LETTER_WIDTH, LINE_HEIGHT = 0.5, 1.3
"""In sizes of the font: a letter of a Western text in Helvetica on average, and from one line to the next."""
USUAL_SIZE = 10.0
"""In points: taken where a form leaves the size of the letters to the reader."""
_MULTILINE, _RADIO, _PUSH = 1 << 12, 1 << 15, 1 << 16
"""Flags of fields (ISO 32000-1, tables 226 and 228)."""


def pdf_boxes(content: bytes) -> dict[str, FormBox]:
    """Return the boxes by their names. Raise `ValueError` for what is no PDF form that can be filled."""
    from pypdf import PdfReader  # forms are rare: most starts need no reader of them
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise ValueError("the file is locked; save it without a password")
        fields = reader.get_fields() or {}
        widgets = dict(_widgets(reader))
        fonts = _fonts(reader)
    except (PyPdfError, OSError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"it cannot be read as a PDF: {error}") from error
    boxes = {name: _box(field, widgets.get(name, {}), fonts) for name, field in fields.items()}
    return {name: box for name, box in boxes.items() if box is not None}


def _widgets(reader: Any) -> Iterator[tuple[str, Any]]:
    """Yield the first place of each field on a page by its full name."""
    met = set()
    for page in reader.pages:
        for reference in page.get("/Annots", ()):
            widget = reference.get_object()
            name = full_name(widget)
            if widget.get("/Subtype") == "/Widget" and name and name not in met:
                met.add(name)
                yield name, widget


def full_name(widget: Any) -> str:
    """Return the name of the field that a widget shows: those of its parents before its own."""
    parts: list[str] = []
    one: Any = widget
    while one is not None:
        if "/T" in one:
            parts.insert(0, str(one["/T"]))
        one = one["/Parent"].get_object() if "/Parent" in one else None
    return ".".join(parts)


def _box(field: Any, widget: Any, fonts: dict[str, Any]) -> FormBox | None:
    flags = int(_inherited(widget, "/Ff") or field.get("/Ff") or 0)
    match field.get("/FT"):
        case "/Btn" if flags & _PUSH:
            return None
        case "/Btn":
            states = tuple(str(state).removeprefix("/") for state in field.get("/_States_", ()) if state != "/Off")
            if flags & _RADIO:
                return FormBox(BoxKind.CHOICE, states, has_buttons=True)
            return FormBox(BoxKind.TICK, states)
        case "/Ch":
            return FormBox(BoxKind.CHOICE, tuple(map(_option, field.get("/Opt", ()))))
        case "/Tx":
            return _text_box(widget, flags, fonts)
    return None


def _option(option: Any) -> str:
    """Return how an option is called on the page; it may have a code before its words."""
    return str(option[1] if isinstance(option, list) else option)


def _text_box(widget: Any, flags: int, fonts: dict[str, Any]) -> FormBox:
    name, size = _letters(str(_inherited(widget, "/DA") or ""))
    longest = int(_inherited(widget, "/MaxLen") or 0)
    left, bottom, right, top = map(float, widget.get("/Rect", (0, 0, 0, 0)))
    line = int(abs(right - left) / (LETTER_WIDTH * size))
    lines = max(1, int(abs(top - bottom) / (LINE_HEIGHT * size))) if flags & _MULTILINE else 1
    room = line * lines
    most = min(number for number in (longest or room, room or longest))
    is_plain = fonts.get(name, {}).get("/Subtype") != "/Type0"
    return FormBox(BoxKind.TEXT, (), most, line if lines > 1 else 0, is_plain)


def _letters(appearance: str) -> tuple[str, float]:
    """Return the font and the size that a default appearance such as "/Helv 11 Tf 0 g" names."""
    parts = appearance.split()
    at = parts.index("Tf") if "Tf" in parts else 0
    try:
        return parts[at - 2], float(parts[at - 1]) or USUAL_SIZE
    except (IndexError, ValueError):
        return "", USUAL_SIZE


def _inherited(widget: Any, key: str) -> Any:
    """Return what a widget or a parent of it says."""
    one: Any = widget
    while one is not None:
        if key in one:
            return one[key]
        one = one["/Parent"].get_object() if "/Parent" in one else None
    return None


def _fonts(reader: Any) -> dict[str, Any]:
    form = reader.trailer["/Root"].get("/AcroForm", {})
    fonts = form.get_object().get("/DR", {}).get("/Font", {}) if form else {}
    return {str(name): font.get_object() for name, font in fonts.items()}
