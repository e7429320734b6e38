"""A program writes its block of a paper and touches nothing else."""

import pytest

from tests.house.papers import Block

BLOCK = Block("<!-- begins -->", "<!-- ends -->")


def test_words_stand_between_the_marks_and_nothing_else_changes() -> None:
    paper = "Before\n\n<!-- begins -->\nold\n<!-- ends -->\n\nAfter\n"
    assert BLOCK.filled(paper, "new\n") == "Before\n\n<!-- begins -->\n\nnew\n\n<!-- ends -->\n\nAfter\n"


@pytest.mark.parametrize("paper", ["Before\nAfter\n", 2 * "<!-- begins -->\n<!-- ends -->\n"], ids=["none", "two"])
def test_a_paper_without_one_place_for_the_block_is_an_error(paper: str) -> None:
    with pytest.raises(ValueError, match="no place for: <!-- begins -->"):
        BLOCK.filled(paper, "new\n")
