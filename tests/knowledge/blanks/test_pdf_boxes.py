"""What a PDF form says of its boxes."""

import pytest

from knowledge.blanks.blank import BoxKind, FormBox
from knowledge.blanks.pdf_boxes import pdf_boxes
from tests.bot.documents.form.blanks import pdf_form


def test_each_box_tells_what_it_takes_and_how_much_has_room() -> None:
    assert pdf_boxes(pdf_form()) == {
        "name": FormBox(BoxKind.TEXT, (), 61, 0, plain_letters=True),
        "number": FormBox(BoxKind.TEXT, (), 8, 0, plain_letters=True),
        "activity": FormBox(BoxKind.TEXT, (), 244, 61, plain_letters=True),
        "day": FormBox(BoxKind.TEXT, (), 61, 0, plain_letters=True),
        "rules": FormBox(BoxKind.TICK, ("Yes",)),
        "board": FormBox(BoxKind.CHOICE, ("Ja", "Nej"), has_buttons=True),
        "language": FormBox(BoxKind.CHOICE, ("Svenska", "Suomi")),
    }


@pytest.mark.parametrize("content", [b"", b"no PDF", pdf_form()[:700]])
def test_what_is_no_pdf_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(ValueError, match="cannot be read as a PDF"):
        pdf_boxes(content)
