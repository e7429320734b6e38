"""Formatted words on their way: cleaned, joined, and written as HTML in which no tag stays open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.rules.formatting import parse_html
from dialogs import texts
from dialogs.conversation.events import Chose, Edited, Said, Sender
from dialogs.incoming.formatted import TAGS, as_html, cleaned, formatted_as, joined, marked
from dialogs.records.run import Run
from knowledge.language import Language

HER = Sender(7, 7)
BOLD = (Run("fet", ("b",)), Run(" text"))


def test_words_without_marks_are_escaped_by_the_text_they_stand_in_and_runs_by_themselves() -> None:
    about = {"reference": "K7WM4", "title": "<b>Kö"}
    plain = texts.say(Language.SV, "cases.answer", **about, text=marked("a < b", ()))
    assert plain == "Svar i ärende K7WM4 (&lt;b&gt;Kö):\n\na &lt; b"
    bold = texts.say(Language.SV, "cases.answer", **about, text=marked("a < b", (Run("a < b", ("b",)),)))
    assert bold == "Svar i ärende K7WM4 (&lt;b&gt;Kö):\n\n<b>a &lt; b</b>"


def test_marks_that_are_not_known_are_left_out() -> None:
    assert as_html((Run("ett", ("script", "b")), Run(" två", ("big",)))) == "<b>ett</b> två"


@pytest.mark.parametrize(
    ("runs", "html"),
    [
        ((Run("ett ", ("b",)), Run("två", ("b", "i")), Run(" tre", ("b",))), "<b>ett <i>två</i> tre</b>"),
        ((Run("ett", ("b", "i")), Run("två", ("i", "b"))), "<b><i>ett</i></b><i><b>två</b></i>"),
        ((Run("här", ("b",), "https://x.fi"), Run("!", ("b",))), '<b><a href="https://x.fi">här</a>!</b>'),
    ],
)
def test_a_mark_goes_on_where_it_is_the_same(runs: tuple[Run, ...], html: str) -> None:
    assert as_html(runs) == html


def test_words_are_cleaned_within_their_marks_and_blanks_between_them_stay() -> None:
    typed = (Run("a\u0308n", ("b",)), Run("\u00a0"), Run("\u200b"), Run("två\u2011tre", ("i",)))
    assert cleaned(typed) == (Run("än", ("b",)), Run(" "), Run("två-tre", ("i",)))


def test_two_texts_are_joined_with_what_stands_between_them() -> None:
    assert joined("fet text", BOLD, "\n", "mer", ()) == (*BOLD, Run("\n"), Run("mer"))
    assert joined("mer", (), "\n", "fet text", BOLD) == (Run("mer"), Run("\n"), *BOLD)
    assert joined("ett", (), "\n", "två", ()) == ()


def test_marks_belong_to_exactly_the_words_of_an_event() -> None:
    assert formatted_as(Said(HER, "fet text", 1, formatted=BOLD), "fet text") == BOLD
    assert formatted_as(Edited(HER, "fet text", 1, BOLD), "fet text") == BOLD
    assert formatted_as(Said(HER, "fet text", 1, formatted=BOLD), "fet") == ()
    assert formatted_as(Chose(HER, 0, 0, 1), "fet text") == ()


RUNS = st.lists(
    st.builds(
        Run,
        st.text(st.sampled_from("<>&\"' ab😀;/")),
        st.lists(st.sampled_from([*sorted(TAGS), "script", "a href", ""]), max_size=3, unique=True).map(tuple),
        st.sampled_from(["", "https://x.fi", 'https://x.fi/"><b>', "<i>"]),
    ),
    max_size=6,
)


@given(RUNS)
def test_whatever_runs_there_are_no_tag_stays_open_and_no_word_is_lost(runs: list[Run]) -> None:
    assert parse_html(as_html(tuple(runs)))[0] == "".join(run.text for run in runs)
