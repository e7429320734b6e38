"""The boxes of a Word form (content controls): their names, what they take, what they offer.

A control is found by its tag, or by its title where it has none: a form that LibreOffice saved has lost its tags.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from knowledge.blanks.blank import BoxKind, FormBox

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
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
    """Yield each named control of a python-docx document: name, element, properties."""
    for control in document.element.body.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        if properties is not None and (name := _value(properties, "tag") or _value(properties, "alias")):
            yield name, control, properties


def _box(properties: Any) -> FormBox:
    if properties.find(f"{W14}checkbox") is not None:
        return FormBox(BoxKind.TICK)
    if properties.find(f"{W}date") is not None:
        return FormBox(BoxKind.DATE)
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
