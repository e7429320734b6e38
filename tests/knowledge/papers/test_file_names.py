"""The names of the two papers arrive as they are told: the server of the Bot API changes nothing of them (V10)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.rules.file_names import cleaned
from knowledge.papers.file_names import file_stem

SUFFIXES = ("grunduppgifter", "forslagspapper", "perustiedot", "ehdotuspaperi")


@pytest.mark.covers("V10")
@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Vasa Exempelförening rf", "Vasa Exempelförening rf_x"),
        ('A/B\\C:D*E?F"G<H>I|J', "A-B-C-D-E-F-G-H-I-J_x"),
        (" Vasa \n rf ", "Vasa rf_x"),
        ("Exempel r.f.", "Exempel r.f._x"),
        ("../../etc/passwd", "-..-etc-passwd_x"),
        ("Fo\u0308rening rf", "Förening rf_x"),
        ("Unga & Gamla", "Unga + Gamla_x"),
        ("Vasa Exempelförening rf / Österbottens Byar rf", "Vasa Exempelförening rf - Österbottens Byar rf_x"),
        ("Farmors Kök – mat's & prat’s rf", "Farmors Kök - mats + prats rf_x"),
        ("”Solen” i Gerby rf", "Solen i Gerby rf_x"),
        ("Sámi Duodji – Giellagáldu ry", "Sámi Duodji - Giellagáldu ry_x"),
        ("جمعية الأمل", "جمعية الأمل_x"),
        ("جَمعيّة", "جمعية_x"),
        ("Glada 🎉 rf", "Glada rf_x"),
        ("👩‍👩‍👧 Mammor", "Mammor_x"),
        ("fdp.\u202eexe rf", "fdp.exe rf_x"),
        ("🎉", "x"),
        ("", "x"),
    ],
)
def test_a_name_stays_but_for_what_no_file_may_be_called_or_what_would_not_arrive(name: str, stem: str) -> None:
    assert file_stem(name, "x") == stem


@pytest.mark.covers("V10")
@pytest.mark.parametrize(
    ("name", "stem"),
    [
        (
            "Kvarnbäckens och omgivande byars hembygdsförening rf",
            "Kvarnbäckens och omgivande byars rf~cd8787_grunduppgifter",
        ),
        (
            "Vasa Exempelförening rf och Österbottens Byar och Skärgårdens Vänner rf",
            "Vasa Exempelförening rf~a1148f_grunduppgifter",
        ),
        (
            "Österbottens och Kvarkens äldres rf".replace(
                "äldres", f"äldres, anhörigas {'och frivilligas ' * 6}vännens"
            ),
            "Österbottens och Kvarkens äldres rf~fbec41_grunduppgifter",
        ),
        ("Vaasanseudunkehitysvammaistentukiyhdistys", "Vaasanseudunkehitysvammaistentukiyhdistys_grunduppgifter"),
        (f"{'Mehiläispesä' * 9} ry", f"{'Mehiläispesä' * 3}Meh ry~e5057d_grunduppgifter"),
    ],
)
def test_a_long_name_is_cut_after_a_word_and_keeps_its_legal_form(name: str, stem: str) -> None:
    assert file_stem(name, "grunduppgifter") == stem


@pytest.mark.covers("V10")
@pytest.mark.parametrize("sign", ["å", "字", "𐌰", "w "])
def test_long_names_that_begin_alike_stay_apart(sign: str) -> None:
    one, other = (file_stem(sign * 100 + ending, "forslagspapper") for ending in "ab")
    assert one != other


@given(st.text(max_size=120), st.sampled_from(SUFFIXES), st.sampled_from((".pdf", ".docx")))
def test_whatever_the_name_the_file_arrives_as_it_is_told(name: str, suffix: str, ending: str) -> None:
    told = file_stem(name, suffix) + ending
    assert cleaned(told) == told == unicodedata.normalize("NFC", told)
    assert told.endswith(suffix + ending)
    assert len(told.encode()) < 255


@given(st.text(max_size=120))
def test_no_two_papers_of_an_association_have_one_name(name: str) -> None:
    assert len({file_stem(name, suffix) for suffix in SUFFIXES}) == len(SUFFIXES)
