"""One way to write each sign, and nothing that nobody sees."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.normalising import visible, without_marks

PAIRS = [
    ("A\u030asa", "Åsa"),
    ("８５０１０１－１２３４", "850101-1234"),
    ("٨٥٠١٠١", "850101"),
    ("850101\u20111234", "850101-1234"),
    ("850101\u22121234", "850101-1234"),
    ("850101\u200b-\u00ad1234", "850101-1234"),
    ("12\u00a0500\u202f€", "12 500 €"),
    ("\ufb01nns", "finns"),
    ("8501\u200d01", "850101"),
    ("kwic\u202ek", "kwick"),
    ("ett\r\ntvå\u2028tre\x85fyra", "ett\ntvå\ntre\nfyra"),
    ("Hyra\t1 200", "Hyra\t1 200"),
    ("måndag – fredag", "måndag – fredag"),
    ("👩\u200d👧", "👩\u200d👧"),
    (" \u200b\u200d\n", ""),
    ("\u3164\u2800", ""),
]


@pytest.mark.parametrize(("typed", "seen"), PAIRS)
def test_each_sign_is_written_one_way(typed: str, seen: str) -> None:
    assert visible(typed) == seen


@given(st.text(max_size=200))
def test_looking_twice_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text(max_size=200))
def test_what_is_seen_is_composed_and_holds_nothing_unseen(text: str) -> None:
    shown = visible(text)
    assert unicodedata.is_normalized("NFC", shown)
    assert all(
        char in "\n\t\u200d" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"} for char in shown
    )


@given(st.text(alphabet=st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs"))))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == (text if text.strip() else "")


@given(st.text())
def test_marks_are_left_out_and_nothing_else(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert without_marks(apart) == "".join(sign for sign in apart if not unicodedata.combining(sign))


def test_no_letter_that_is_passed_over_is_a_mark() -> None:
    assert not any(map(unicodedata.combining, map(chr, (*range(0x300), *range(0x370, 0x400)))))
