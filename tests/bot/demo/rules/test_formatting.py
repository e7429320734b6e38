"""HTML is read as Telegram reads it; the complaints are those of Telegram's own parser, byte offsets included."""

import pytest

from bot.demo.rules.formatting import parse_html, units
from bot.demo.rules.refusals import Refusal

SURROGATE = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)
STADIUM = "🏟 🏟&lt;"


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("&#57311;", SURROGATE),
        (STADIUM + "<abacaba", "Unclosed start tag at byte offset 13"),
        (STADIUM + "<abac aba>", 'Unsupported start tag "abac" at byte offset 13'),
        (STADIUM + "<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
        (STADIUM + "<i    aba", 'Unclosed start tag "i" at byte offset 13'),
        (STADIUM + "<i ", 'Empty attribute name in the tag "i" at byte offset 13'),
        (STADIUM + "<i aba/>a</i>", 'Empty attribute name in the tag "i" at byte offset 13'),
        (STADIUM + "<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
        (STADIUM + "<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
        (STADIUM + '<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
        (STADIUM + "</", "Unexpected end tag at byte offset 13"),
        (STADIUM + "<b></b></", "Unexpected end tag at byte offset 20"),
        (STADIUM + "<i>a</i   ", "Unclosed end tag at byte offset 17"),
        (STADIUM + "<i>a</em   >",
         'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ('<span class="x">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ('<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("<tg-emoji>a</tg-emoji>", "Invalid custom emoji identifier specified"),
        ('<tg-time unix="1700000000" format="x">a</tg-time>', "Invalid date format used"),
        ('<tg-time format="rd">a</tg-time>', "Invalid date format used"),
    ],
)  # fmt: skip
def test_complaints(source: str, complaint: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("", "", []),
        ("&lt;&gt;&amp;&quot;&laquo;&#12345678;", '<>&"&laquo;&#12345678;', []),
        ("➡️ ➡️<i>➡️ ➡️</i>", "➡️ ➡️➡️ ➡️", [("italic", 5, 5)]),
        ("🏟 🏟<i>🏟 &lt🏟</i>", "🏟 🏟🏟 <🏟", [("italic", 5, 6)]),
        ("🏟 🏟<i>🏟 &gt;<b aba   =   caba>&lt🏟</b></i>", "🏟 🏟🏟 ><🏟", [("italic", 5, 7), ("bold", 9, 3)]),
        (STADIUM + "<i    aba  =  190azAz-.   >a</i>", "🏟 🏟<a", [("italic", 6, 1)]),
        (STADIUM + "<i    aba  =  '&lt;&gt;&quot;'>a</>", "🏟 🏟<a", [("italic", 6, 1)]),
        (STADIUM + "<b></b>", "🏟 🏟<", []),
        (STADIUM + "<i    aba>a</i>", "🏟 🏟<a", [("italic", 6, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<blockquote expandable="no">x</blockquote>', "x", [("expandable_blockquote", 0, 1)]),
        ('<tg-time unix="soon">x</tg-time>', "x", []),
        ("<a> </a>", " ", []),
    ],
)
def test_text_and_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    found, marks = parse_html(source)
    assert (found, [(mark["type"], mark["offset"], mark["length"]) for mark in marks]) == (text, entities)


@pytest.mark.parametrize(("form", "kept"), [("", ""), ("R", "r"), ("tDW", "wDt"), ("dDT", "DT")])
def test_moments_name_their_parts_in_one_order(form: str, kept: str) -> None:
    entity = {"type": "date_time", "offset": 0, "length": 1, "date_time_format": kept, "unix_time": 1700000000}
    assert parse_html(f'<tg-time unix="1700000000" format="{form}">x</tg-time>') == ("x", [entity])


def test_links_that_are_none_mark_nothing_and_a_person_is_mentioned() -> None:
    source = "<a href='tel:112'>t</a> <a href='tg://user?id=7'>p</a>"
    mention = {"type": "text_mention", "offset": 2, "length": 1, "user": {"id": 7}}
    assert parse_html(source) == ("t p", [mention])


def test_links_and_languages_keep_their_argument() -> None:
    source = '<a href="https://a.example/?x=1&amp;y=2">l</a> <a href=b.example>m</a>'
    assert parse_html(source + '<pre><code class="language-py">c</code></pre>')[1] == [
        {"type": "text_link", "offset": 0, "length": 1, "url": "https://a.example/?x=1&y=2"},
        {"type": "text_link", "offset": 2, "length": 1, "url": "http://b.example/"},
        {"type": "pre", "offset": 3, "length": 1, "language": "py"},
    ]


def test_units_are_utf16() -> None:
    assert [units(text) for text in ("abc", "åäö", "🏟", "")] == [3, 3, 2, 0]
