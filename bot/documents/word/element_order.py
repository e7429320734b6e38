"""Where a child belongs in its parent: the schema of Word documents wants them in one order.

python-docx keeps the order of what it knows itself; what is added beside it must be put in its place, or Word may take
the file for a damaged one.
"""

from collections.abc import Mapping
from typing import Any

from docx.oxml.ns import qn

ORDERS: Mapping[str, tuple[str, ...]] = {
    "w:pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "shd", "tabs",
        "bidi", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr",
    ),
    "w:tblPr": (
        "tblStyle", "tblpPr", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar",
        "tblLook",
    ),
    "w:settings": ("zoom", "proofState", "defaultTabStop", "autoHyphenation", "characterSpacingControl", "compat"),
}  # fmt: skip
"""The children that our documents have, in the order of ECMA-376 (CT_PPr, CT_TblPr, CT_Settings)."""


def put(parent: Any, child: Any) -> None:
    """Add a child at its place; one of its name that stands there goes. Raise `KeyError` for an unknown parent."""
    order = {qn(name): names for name, names in ORDERS.items()}[parent.tag]
    for old in parent.findall(child.tag):
        parent.remove(old)
    before = {qn(f"w:{name}") for name in order[: order.index(child.tag.partition("}")[2])]}
    place = max((number for number, other in enumerate(parent, 1) if other.tag in before), default=0)
    parent.insert(place, child)
