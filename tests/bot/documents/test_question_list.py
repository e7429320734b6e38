"""The list of all questions as files to print: every question is in it, in its language, and no answer."""

import re

import pytest

from bot.documents.question_list import ROOM, question_list
from dialogs.records.proposal import Answer, Proposal
from knowledge.language import Language
from knowledge.municipality.pack import SECTIONS
from tests.bot.documents.papers import pdf_reader, words_of
from tests.stages.standing import world

PACKS = world().packs


def unbroken(text: str) -> str:
    """A text without spaces and hyphens: a line of a page may end anywhere."""
    return "".join(sign for sign in text if sign.isalnum())


@pytest.mark.parametrize(
    ("town", "language", "name"),
    [("vasa", Language.SV, "Vasa_frågorna"), ("goteborg", Language.FI, "Göteborg_kysymykset")],
)
def test_every_question_stands_in_the_list_and_no_answer(town: str, language: Language, name: str) -> None:
    pack = PACKS[town]
    draft = Proposal("p1", 101, town, "", "sv", {"FP01": Answer("given", "Onsdagsköket mitt", "Onsdagsköket mitt")})
    files = question_list(draft, pack, language)
    assert [file for file, _ in files] == [f"{name}.pdf", f"{name}.docx"]
    asked = [one for one in pack.fields if one.section in SECTIONS and one.country in {"", pack.country}]
    for file in files:
        said = unbroken(words_of(*file))
        assert [field.id for field in asked if unbroken(field.question[language]) not in said] == []
        assert unbroken("Onsdagsköket mitt") not in said
    rooms = re.findall("_+", "\n".join(page.extract_text() for page in pdf_reader(files[0][1]).pages))
    assert set(rooms) == {ROOM}  # a line that is too long goes on in a second one
