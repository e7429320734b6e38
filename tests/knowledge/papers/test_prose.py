"""Typed text as paragraphs and lists."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.papers.prose import Block, Item, listed, paragraph, prose

MARKS = re.compile(r"^\s*(?:[-–—•*·]|\d{1,2}[.)])\s+")
LINES = st.lists(st.text("ab1. -*\t", max_size=12), max_size=12)


def test_lists_keep_their_levels_and_an_empty_line_parts_paragraphs() -> None:
    said = "Många är ensamma.\nOckså unga.\n- äldre\n  * på helgen\n\n- män\n1. träffen\n2) köket\n\nVi hör det."
    assert prose(said) == (
        *paragraph("Många är ensamma.", "Också unga."),
        Block("bullets", (Item("äldre", ("på helgen",)), Item("män"))),
        Block("numbers", (Item("träffen"), Item("köket"))),
        *paragraph("Vi hör det."),
    )


@pytest.mark.parametrize("said", ["5. maj öppnar vi", "1.3.2027 öppning", "-5 grader", "12 x 300", "3) tredje gången"])
def test_what_only_looks_like_a_list_stays_words(said: str) -> None:
    assert prose(said) == paragraph(said)


def test_a_line_that_is_moved_in_belongs_to_its_item() -> None:
    assert prose("- ett\n  går vidare\ntext") == (Block("bullets", (Item("ett\ngår vidare"),)), *paragraph("text"))


def test_the_columns_of_a_pasted_table_stay_apart() -> None:
    said = "Måndag\t10–12\tPlanering\nTisdag\t\t13–15 \t Köket"
    assert prose(said) == paragraph("Måndag · 10–12 · Planering", "Tisdag · 13–15 · Köket")


def test_one_item_is_no_list() -> None:
    assert (listed(["ett"]), listed(["ett", "två"]), listed([])) == (
        paragraph("ett"),
        (Block("bullets", (Item("ett"), Item("två"))),),
        (),
    )


def test_rows_with_as_many_tabs_as_each_other_are_a_table() -> None:
    rows = (("Måndag", "10–12", "Planering"), ("Onsdag", "", "Lunch"))
    pasted = "Så ser veckan ut.\nMåndag\t10–12\tPlanering\nOnsdag\t\tLunch\nSedan vilar vi."
    table = Block("rows", rows=rows)
    assert prose(pasted) == (*paragraph("Så ser veckan ut."), table, *paragraph("Sedan vilar vi."))


@pytest.mark.parametrize("text", ["Måndag\tLunch", "Måndag\tLunch\nOnsdag\tLunch\tDisk", "\tindraget\n\tockså"])
def test_other_tabs_make_no_table(text: str) -> None:
    assert [block.kind for block in prose(text)] == ["text"]


@given(LINES)
def test_every_word_is_kept_in_its_order(lines: list[str]) -> None:
    """Marks go, and nothing else: the words of all blocks are those of the lines."""
    said = "\n".join(lines)
    shown = " ".join(block.words for block in prose(said))
    kept = shown.replace("·", " ").split()
    bare = [word for line in said.splitlines() for word in MARKS.sub("", line).split()]
    assert [word for word in kept if not re.fullmatch(r"[-*]|\d{1,2}\.", word)] == [
        word for word in bare if not re.fullmatch(r"[-*]|\d{1,2}\.", word)
    ]
