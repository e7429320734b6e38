"""Whole papers of every municipality, word for word and tag for tag, as they were looked at and found right."""

import pytest

from bot.documents.render import render_all
from knowledge.language import Language
from tests.bot.documents.golden.readable import golden_names, golden_text, path_of
from tests.bot.documents.papers import a_proposal, vasa

pytestmark = pytest.mark.slow


@pytest.mark.covers("V9", "V10")
@pytest.mark.parametrize(("pack", "filling", "language"), golden_names())
def test_papers_are_as_they_were(pack: str, filling: str, language: Language) -> None:
    golden = path_of(pack, filling, language).read_text(encoding="utf-8")
    assert golden_text(pack, filling, language) == golden, "run: python -m tests.bot.documents.golden, and look"


@pytest.mark.parametrize("language", [Language.SV, Language.FI])
def test_every_file_and_the_archive_of_them_have_the_same_bytes_again(language: Language) -> None:
    assert render_all(a_proposal(language), vasa(), language) == render_all(a_proposal(language), vasa(), language)
