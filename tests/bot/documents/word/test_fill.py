"""How a template is filled: compiled once, whoever's paper it is."""

import pytest

from bot.documents.render import render
from bot.documents.word.fill import TemplateMadeOnce
from tests.bot.documents.papers import a_proposal, vasa

pytestmark = pytest.mark.slow


def test_the_template_is_compiled_for_the_first_paper_alone() -> None:
    render(a_proposal(), vasa(), "sv")
    compiled = TemplateMadeOnce.from_string.cache_info().misses  # type: ignore[attr-defined]
    render(a_proposal(FP01="Fredagsköket", FP03=None), vasa(), "fi")
    assert TemplateMadeOnce.from_string.cache_info().misses == compiled  # type: ignore[attr-defined]
