"""The page of the DOCX is made by a script; what is committed is what the script makes."""

from bot.documents.word.make_template import TEMPLATE, template
from bot.documents.word.packed import packed


def test_the_template_in_the_project_is_the_one_that_the_script_makes() -> None:
    assert TEMPLATE.read_bytes() == packed(template())
