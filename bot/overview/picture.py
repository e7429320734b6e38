"""An overview as a picture that reads well on a phone: PNG, 390 points wide, three pixels a point.

Typst sets it from the fonts of the documents. It is fast (some 50 ms), and belongs in the drawing thread all the same.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

from bot.documents.fonts import FAMILIES, folders

TEMPLATES = Path(__file__).parent / "templates"
POINTS_AN_INCH = 72
"""Typst's point, of which an inch has so many."""
PIXELS_A_POINT = 3
"""How fine it is drawn: what most phones show a point with. The picture is 1170 pixels wide."""
FONTS = json.dumps(["Noto Sans", *(name for name in FAMILIES if name != "Noto Sans")])


def png(shown: Mapping[str, Any]) -> bytes:
    """Return the picture of what `dialogs/overview/shown.py` tells."""
    drawn = compiler("picture.typ").compile(
        format="png", ppi=POINTS_AN_INCH * PIXELS_A_POINT, sys_inputs={"data": json.dumps(shown), "fonts": FONTS}
    )
    if not isinstance(drawn, bytes):
        raise TypeError("Typst made more than one picture")
    return drawn


@cache
def compiler(template: str) -> typst.Compiler:
    """Return Typst with a template and our fonts, which take longer to look for than a page to set."""
    return typst.Compiler(TEMPLATES / template, font_paths=[*folders()], ignore_system_fonts=True)
