"""What a Word form says of its boxes."""

import pytest

from knowledge.blanks.blank import BoxKind, FormBox
from knowledge.blanks.docx_boxes import docx_boxes
from tests.bot.documents.form.blanks import docx_form


def test_each_control_tells_what_it_takes_also_one_that_has_only_a_title() -> None:
    assert docx_boxes(docx_form()) == {
        "name": FormBox(BoxKind.TEXT),
        "number": FormBox(BoxKind.TEXT),
        "activity": FormBox(BoxKind.TEXT),
        "rules": FormBox(BoxKind.TICK),
        "board": FormBox(BoxKind.CHOICE, ("Ja", "Nej")),
        "language": FormBox(BoxKind.CHOICE, ("Svenska", "Suomi")),
        "day": FormBox(BoxKind.DATE, day_pattern="d.M.yyyy"),
    }


@pytest.mark.parametrize("content", [b"", b"no document", docx_form()[:300]])
def test_what_is_no_document_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(ValueError, match="cannot be read as a Word document"):
        docx_boxes(content)
