"""A child is put where the schema wants it, and once."""

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from bot.documents.word.element_order import put


@pytest.mark.parametrize(
    ("parent", "children", "added", "order"),
    [
        ("w:pPr", ("pStyle", "spacing", "jc"), "ind", ["pStyle", "spacing", "ind", "jc"]),
        ("w:pPr", ("spacing",), "numPr", ["numPr", "spacing"]),
        ("w:pPr", (), "bidi", ["bidi"]),
        ("w:tblPr", ("tblStyle", "tblW", "tblLook"), "tblInd", ["tblStyle", "tblW", "tblInd", "tblLook"]),
        ("w:pPr", ("keepNext", "spacing"), "keepNext", ["keepNext", "spacing"]),
    ],
)
def test_a_child_stands_in_its_place(parent: str, children: tuple[str, ...], added: str, order: list[str]) -> None:
    element = parse_xml(f"<{parent} {nsdecls('w')}>{''.join(f'<w:{name}/>' for name in children)}</{parent}>")
    put(element, OxmlElement(f"w:{added}"))
    assert [child.tag.partition("}")[2] for child in element] == order


def test_what_is_kept_in_no_order_is_refused() -> None:
    with pytest.raises(KeyError):
        put(OxmlElement("w:body"), OxmlElement("w:p"))
