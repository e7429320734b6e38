"""Two forms such as a municipality may hand out, made here: a PDF with fields and a Word document with controls."""

import io
from collections.abc import Mapping
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from reportlab.pdfgen.canvas import Canvas

from knowledge.blanks.blank import Blank, Mapped
from knowledge.blanks.docx_boxes import docx_boxes
from knowledge.blanks.pdf_boxes import pdf_boxes
from knowledge.language import Language

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
BOXES = (
    Mapped("name", "GU01"),
    Mapped("number", "GU02", written="digits"),
    Mapped("activity", "GU14"),
    Mapped("rules", "GU13", part="rules", ticks="yes"),
    Mapped("board", "GU13", part="board", choices={"yes": "Ja", "no": "Nej", "underway": "Nej"}),
    Mapped("language", "GU17", choices={"sv": "Svenska", "fi": "Suomi"}),
    Mapped("day", today=True),
)


def pdf_form() -> bytes:
    """Text, text of eight signs at most, text of several lines, a box to tick, two buttons, a list, a day."""
    saved = io.BytesIO()
    canvas = Canvas(saved, invariant=1)
    form = canvas.acroForm
    texts: Mapping[str, dict[str, Any]] = {
        "name": {}, "number": {"maxlen": 8}, "activity": {"height": 70, "fieldFlags": "multiline"}, "day": {},
    }  # fmt: skip
    for row, (name, looks) in enumerate(texts.items()):
        canvas.drawString(50, 745 - 80 * row, name.capitalize())
        form.textfield(
            name=name, x=150, y=740 - 80 * row, width=340, fontSize=11, **({"height": 20, "maxlen": 1000} | looks)
        )
    form.checkbox(name="rules", x=150, y=440, size=14, buttonStyle="check")
    for place, value in enumerate(("Ja", "Nej")):
        form.radio(name="board", value=value, selected=False, x=150 + 60 * place, y=410)
    form.choice(
        name="language", value="Svenska", options=["Svenska", "Suomi"], x=150, y=370, width=120, fieldFlags="combo"
    )
    canvas.save()
    return saved.getvalue()


def docx_form() -> bytes:
    """The same boxes as content controls: plain, bound to data, a day, a list, a box to tick, one in a cell."""
    document = Document()
    document.add_heading("Grunduppgifter (provblankett)", 1)
    body = document.element.body
    hint = '<w:r><w:rPr><w:rStyle w:val="Strong"/><w:b/></w:rPr><w:t>Skriv här</w:t></w:r>'
    controls = {
        "name": '<w:tag w:val="name"/><w:dataBinding w:xpath="/a" w:storeItemID="{0}"/>',
        "number": '<w:alias w:val="number"/>',
        "activity": '<w:tag w:val="activity"/><w:text w:multiLine="1"/>',
        "rules": '<w:tag w:val="rules"/><w14:checkbox><w14:checked w14:val="0"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/></w14:checkbox>',
        "board": '<w:tag w:val="board"/><w:dropDownList><w:listItem w:displayText="Ja" w:value="1"/>'
        '<w:listItem w:displayText="Nej" w:value="0"/></w:dropDownList>',
        "language": '<w:tag w:val="language"/><w:comboBox><w:listItem w:displayText="Svenska" w:value="sv"/>'
        '<w:listItem w:value="Suomi"/></w:comboBox>',
        "day": '<w:tag w:val="day"/><w:date w:fullDate="2020-01-01T00:00:00Z">'
        '<w:dateFormat w:val="d.M.yyyy"/></w:date>',
    }
    for label, properties in controls.items():
        body.insert_element_before(
            parse_xml(
                f"<w:p {NAMESPACES}><w:r><w:t xml:space='preserve'>{label.capitalize()}: </w:t></w:r><w:sdt><w:sdtPr>"
                f"{properties}<w:showingPlcHdr/></w:sdtPr><w:sdtContent>{hint}</w:sdtContent></w:sdt></w:p>"
            ),
            "w:sectPr",
        )
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def a_blank(ending: str = "pdf", mapped: tuple[Mapped, ...] = BOXES) -> Blank:
    content, read = (pdf_form(), pdf_boxes) if ending == "pdf" else (docx_form(), docx_boxes)
    return Blank(f"blankett.{ending}", content, (Language.SV,), read(content), mapped)
