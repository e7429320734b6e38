"""Telegram's count of a text, and cutting without breaking a tag."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.text.markup import fingerprint, pieces, plain, visible_length


@pytest.mark.parametrize(
    ("html", "length"),
    [("", 0), ("åäö", 3), ("👍", 2), ("<b>a</b>", 1), ("&lt;b&gt;", 3), ("&#128077;", 2), ('<a href="x">å</a>', 1)],
)
def test_length_is_what_telegram_counts(html: str, length: int) -> None:
    assert visible_length(html) == length


def test_a_tag_that_is_open_at_the_cut_is_closed_and_opened_again() -> None:
    assert pieces("<b>aaaa <i>bbbb</i> cccc</b>", 9) == ["<b>aaaa <i>bbbb</i></b>", "<b>cccc</b>"]


def test_a_cut_prefers_a_paragraph_to_a_line_and_a_line_to_a_word() -> None:
    assert pieces("ab cd\n\nef gh\nij", 12) == ["ab cd", "ef gh\nij"]
    assert pieces("abc def\nghi jkl", 12) == ["abc def", "ghi jkl"]
    assert pieces("abcdefgh", 3) == ["abc", "def", "gh"]


@pytest.mark.parametrize("nothing", ["", " \n", "<b> </b>", "<b> </b>" * 9])
def test_nothing_to_see_becomes_an_ellipsis(nothing: str) -> None:
    assert pieces(nothing, 10) == ["…"]


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


INLINE = st.sampled_from(["<b>{}</b>", "<i>{}</i>", "{}\n\n", "{}\n", "{} ", "<blockquote expandable>{}</blockquote>"])
WORDS = st.text(st.sampled_from("aå👍é. "), min_size=1, max_size=12).map(lambda text: text.replace("<", ""))


@given(st.lists(st.tuples(INLINE, WORDS | st.just("&amp;&lt;")), min_size=1, max_size=40), st.integers(4, 30))
def test_pieces_hold_every_word_once_within_the_limit_and_with_balanced_tags(
    parts: list[tuple[str, str]], limit: int
) -> None:
    html = "".join(shape.format(text) for shape, text in parts)

    cut = pieces(html, limit)

    seen = re.sub(r"\s", "", "".join(plain(piece) for piece in cut))
    assert seen == (re.sub(r"\s", "", plain(html)) or "…")
    assert all(visible_length(piece) <= limit for piece in cut)
    for piece in cut:
        balance = _Balance()
        balance.feed(piece)
        assert balance.open == []


def test_a_fingerprint_is_that_of_the_words_wherever_telegram_takes_space_away() -> None:
    assert fingerprint(" Ärende K7WM4:\n\nSvar \n") == fingerprint("Ärende K7WM4:\nSvar")
    assert fingerprint("Ärende K7WM4: Svar") != fingerprint("Ärende K7WM4: svar")
    assert (fingerprint(" \n"), fingerprint("\ud800") != "") == ("", True)
