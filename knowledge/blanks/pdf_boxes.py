"""The boxes of a PDF form (AcroForm): their names, what they take, and how much has room in them."""

import io
import re
from typing import Any

from knowledge.blanks.blank import BoxKind, FormBox

LETTER_WIDTH, LINE_HEIGHT = 0.5, 1.3
"""In sizes of the font: a letter of a Western text in Helvetica on average, and from one line to the next."""
USUAL_SIZE = 10.0
"""In points: taken where a form leaves the size of the letters to the reader."""
_DAY_SCRIPT = re.compile(r"AFDate_(?:Format|Keystroke)Ex\(\s*[\"']([dmy ./-]+)[\"']")
"""How readers of PDF are told to write a day: with the letters d, m and y."""
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
        widgets = _widgets(reader)
        fonts = _fonts(reader)
    except (PyPdfError, OSError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"it cannot be read as a PDF: {error}") from error
    boxes = {name: _box(field, widgets.get(name, []), fonts) for name, field in fields.items()}
    return {name: box for name, box in boxes.items() if box is not None}


def _widgets(reader: Any) -> dict[str, list[Any]]:
    """Return the places of each field on the pages by its full name."""
    places: dict[str, list[Any]] = {}
    for page in reader.pages:
        for reference in page.get("/Annots", ()):
            widget = reference.get_object()
            name = full_name(widget)
            if widget.get("/Subtype") == "/Widget" and name:
                places.setdefault(name, []).append(widget)
    return places


def full_name(widget: Any) -> str:
    """Return the name of the field that a widget shows: those of its parents before its own."""
    parts: list[str] = []
    one: Any = widget
    while one is not None:
        if "/T" in one:
            parts.insert(0, str(one["/T"]))
        one = one["/Parent"].get_object() if "/Parent" in one else None
    return ".".join(parts)


def _box(field: Any, widgets: list[Any], fonts: dict[str, Any]) -> FormBox | None:
    widget = widgets[0] if widgets else {}
    flags = int(inherited(widget, "/Ff") or field.get("/Ff") or 0)
    match field.get("/FT"):
        case "/Btn" if flags & _PUSH:
            return None
        case "/Btn":
            states = tuple(state for each in widgets for state in _states(each))
            if flags & _RADIO:
                named = tuple(map(str, field.get("/Opt", ()))) or states
                return FormBox(BoxKind.CHOICE, named, has_buttons=True, states=_unlike(named, states))
            return FormBox(BoxKind.TICK, states[:1])
        case "/Ch":
            offered = tuple(_option(option, 1) for option in field.get("/Opt", ()))
            codes = tuple(_option(option, 0) for option in field.get("/Opt", ()))
            return FormBox(BoxKind.CHOICE, offered, states=_unlike(offered, codes))
        case "/Tx":
            return _text_box(widget, flags, fonts)
    return None


def _unlike(words: tuple[str, ...], codes: tuple[str, ...]) -> tuple[str, ...]:
    return () if words == codes else codes


def _states(button: Any) -> list[str]:
    """Return the state of a button that is pressed; some files list the one of a button that is not as well."""
    shown = button.get("/AP", {}).get("/N", {})
    return [str(state).removeprefix("/") for state in shown if state != "/Off"]


def _option(option: Any, part: int) -> str:
    """Return a part of an option: its code, or its words on the page; it may have the words alone."""
    return str(option[part] if isinstance(option, list) else option)


def _day_pattern(widget: Any) -> str:
    """Return the pattern in which the form's own script writes a day, empty if it has none."""
    actions = inherited(widget, "/AA") or {}
    scripts = (str(one.get_object().get("/JS", "")) for one in actions.values())
    found = next(filter(None, map(_DAY_SCRIPT.search, scripts)), None)
    return found[1].replace("m", "M") if found else ""


def _text_box(widget: Any, flags: int, fonts: dict[str, Any]) -> FormBox:
    name, size = _letters(str(inherited(widget, "/DA") or ""))
    longest = int(inherited(widget, "/MaxLen") or 0)
    left, bottom, right, top = map(float, widget.get("/Rect", (0, 0, 0, 0)))
    line = int(abs(right - left) / (LETTER_WIDTH * size))
    lines = max(1, int(abs(top - bottom) / (LINE_HEIGHT * size))) if flags & _MULTILINE else 1
    room = line * lines
    most = min(number for number in (longest or room, room or longest))
    is_plain = fonts.get(name, {}).get("/Subtype") != "/Type0"
    pattern = _day_pattern(widget)
    kind = BoxKind.DATE if pattern else BoxKind.TEXT
    return FormBox(kind, (), most, line if lines > 1 else 0, is_plain, day_pattern=pattern)


def _letters(appearance: str) -> tuple[str, float]:
    """Return the font and the size that a default appearance such as "/Helv 11 Tf 0 g" names."""
    parts = appearance.split()
    at = parts.index("Tf") if "Tf" in parts else 0
    try:
        return parts[at - 2], float(parts[at - 1]) or USUAL_SIZE
    except (IndexError, ValueError):
        return "", USUAL_SIZE


def inherited(widget: Any, key: str) -> Any:
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
