"""The boxes of a Word form (content controls): their names, what they take, what they offer.

A control is found by its tag, by its title where it has none, or by its place (`#3` is the third): a form that
LibreOffice saved has lost its tags, and some titles. One that holds others is no box: writing there would erase them.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from knowledge.blanks.blank import BoxKind, FormBox

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
BY_PLACE = "#"
"""Begins the name of a control that has none of its own."""
_CHOICES = (f"{W}dropDownList", f"{W}comboBox")


def docx_boxes(content: bytes) -> dict[str, FormBox]:
    """Return the boxes by their names. Raise `ValueError` for what is no Word document."""
    from docx import Document  # forms are rare: most starts need no reader of them

    try:
        document = Document(io.BytesIO(content))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise ValueError(f"it cannot be read as a Word document: {error}") from error
    return {name: _box(properties) for name, _, properties in controls(document)}


def controls(document: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield each control of a python-docx document that holds no other: name, element, properties."""
    yield from named(document.element.body)


def repeated_item(control: Any) -> Any:
    """Return the item of a repeated section that a control stands in, None if it stands in none."""
    return next((outer for outer in control.iterancestors(f"{W}sdt") if repeats(outer)), None)


def repeats(control: Any) -> bool:
    """Tell whether a control is an item of a repeated section."""
    properties = control.find(f"{W}sdtPr") if control.tag == f"{W}sdt" else None
    return properties is not None and properties.find(f"{W15}repeatingSectionItem") is not None


def named(element: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield each control below an element, as `controls` does."""
    innermost = (one for one in element.iter(f"{W}sdt") if next(one.iterdescendants(f"{W}sdt"), None) is None)
    for place, control in enumerate(innermost, 1):
        properties = control.find(f"{W}sdtPr")
        if properties is not None and control.find(f"{W}sdtContent") is not None:
            name = _value(properties, "tag") or _value(properties, "alias") or f"{BY_PLACE}{place}"
            yield name, control, properties


def _box(properties: Any) -> FormBox:
    if properties.find(f"{W14}checkbox") is not None:
        return FormBox(BoxKind.TICK)
    day = properties.find(f"{W}date")
    if day is not None:
        return FormBox(BoxKind.DATE, day_pattern=_value(day, "dateFormat").replace("dddd", "EEEE"))
    for kind in _CHOICES:
        offered = properties.find(kind)
        if offered is not None:
            return FormBox(BoxKind.CHOICE, tuple(filter(None, map(shown, offered.iter(f"{W}listItem")))))
    return FormBox(BoxKind.TEXT)


def shown(item: Any) -> str:
    """Return how an item of a list is called on the page."""
    return str(item.get(f"{W}displayText") or item.get(f"{W}value") or "")


def _value(properties: Any, name: str) -> str:
    found = properties.find(f"{W}{name}")
    return str(found.get(f"{W}val") or "") if found is not None else ""
