"""Marks of a text become runs of words; in text alone addresses are written out, and nothing else is touched."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.rules.formatting import parse_html
from bot.telegram.compose import TEXT_LIMIT, Destination, compose
from bot.telegram.text.formatting import TAGS, runs, with_addresses
from bot.telegram.text.markup import pieces, plain
from dialogs.conversation.replies import Reply
from dialogs.incoming import formatted
from dialogs.incoming.formatted import as_html

PLAN = "https://exempel.fi/plan"


def a_link(offset: int, length: int, url: str = PLAN) -> dict[str, Any]:
    return {"type": "text_link", "offset": offset, "length": length, "url": url}


@pytest.mark.parametrize(
    ("text", "entities", "shown"),
    [
        ("Vår plan finns här", [a_link(15, 3)], f"Vår plan finns här ({PLAN})"),
        ("Plan, blankett.", [a_link(0, 4), a_link(6, 8, "https://b.fi")], f"Plan ({PLAN}), blankett (https://b.fi)."),
        ("😀 här finns den", [a_link(3, 3)], f"😀 här ({PLAN}) finns den"),
        ("här finns", [a_link(0, 4)], f"här ({PLAN}) finns"),
        ("exempel.fi/plan/", [a_link(0, 16)], "exempel.fi/plan/"),
        ("hej Anna", [{"type": "text_mention", "offset": 4, "length": 4, "user": {"id": 7}}], "hej Anna"),
        ("fet", [{"type": "bold", "offset": 0, "length": 3}], "fet"),
        ("här", [a_link(2, 9)], "här"),
        ("här", [a_link(-1, 2), "nonsense", {"type": "text_link"}], "här"),
        ("här", None, "här"),
    ],
)
def test_an_address_stands_after_its_words(text: str, entities: object, shown: str) -> None:
    assert with_addresses(text, entities) == shown


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-2, 50), st.integers(-2, 50)), max_size=4))
def test_no_word_is_lost_whatever_the_marks_say(text: str, marks: list[tuple[int, int]]) -> None:
    shown = with_addresses(text, [a_link(offset, length, "x.fi") for offset, length in marks])
    assert shown.replace(" (x.fi)", "") == text.replace(" (x.fi)", "")


def mark(kind: str, offset: int, length: int, **more: str) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("text", "entities", "html"),
    [
        ("Kom på onsdag", [mark("bold", 7, 6)], "Kom på <b>onsdag</b>"),
        ("😀 kl. 18 & <inte>", [mark("italic", 3, 6)], "😀 <i>kl. 18</i> &amp; &lt;inte&gt;"),
        ("ett två tre", [mark("bold", 0, 11), mark("italic", 4, 3)], "<b>ett <i>två</i> tre</b>"),
        ("ett två tre", [mark("bold", 0, 7), mark("italic", 4, 7)], "<b>ett <i>två</i></b><i> tre</i>"),
        ("ett", [mark("bold", 0, 3), mark("italic", 0, 3), mark("underline", 0, 3)], "<b><i><u>ett</u></i></b>"),
        ("a = b", [mark("code", 0, 5), mark("bold", 2, 3)], "<code>a = b</code>"),
        ("läs här", [mark("text_link", 4, 3, url=PLAN)], f'läs <a href="{PLAN}">här</a>'),
        ("läs", [mark("text_link", 0, 3, url='https://b.fi/?a="1"&b=<2>')],
         '<a href="https://b.fi/?a=&quot;1&quot;&amp;b=&lt;2&gt;">läs</a>'),
        ("ring oss", [mark("bold", 0, 4), mark("text_link", 5, 3, url="tel:+358")], "<b>ring</b> oss (tel:+358)"),
        ("citat fet", [mark("blockquote", 0, 9), mark("bold", 6, 3)], "<blockquote>citat <b>fet</b></blockquote>"),
        ("dold", [mark("spoiler", 0, 4)], "<tg-spoiler>dold</tg-spoiler>"),
        ("bort", [mark("strikethrough", 0, 4)], "<s>bort</s>"),
    ],
)  # fmt: skip
def test_marks_are_passed_on_as_they_lie(text: str, entities: list[Any], html: str) -> None:
    assert as_html(runs(text, entities)) == html
    assert parse_html(html)[0] == text.replace("oss", "oss (tel:+358)")


@pytest.mark.parametrize(
    "entities",
    [
        None, "fet", [], [None], [{}], [mark("mention", 0, 3)], [mark("custom_emoji", 0, 3)], [mark("new_kind", 0, 3)],
        [mark("bold", -1, 3)], [mark("bold", 2, 9)], [mark("bold", 0, 0)], [mark("bold", 4, 1)],
        [{"type": "bold", "offset": "0", "length": 3}], [{"type": ["bold"], "offset": 0, "length": 3}],
        [mark("text_link", 0, 3)],
    ],
)  # fmt: skip
def test_what_is_no_mark_of_ours_leaves_the_words_as_they_are(entities: object) -> None:
    assert runs("hej 😀", entities) == ()


def test_every_mark_that_is_read_is_one_that_is_written() -> None:
    assert set(TAGS.values()) == formatted.TAGS


ENTITIES = st.lists(
    st.fixed_dictionaries(
        {"offset": st.integers(-2, 60), "length": st.integers(-2, 60)},
        optional={
            "type": st.one_of(st.sampled_from([*TAGS, "text_link", "mention", "new_kind"]), st.none()),
            "url": st.one_of(st.text(max_size=12), st.just('https://b.fi/"><b>'), st.just("https://exempel.fi")),
        },
    ),
    max_size=8,
)
WORDS = st.text(st.one_of(st.sampled_from("<>&\"' \n😀åb;/="), st.characters(codec="utf-8")), max_size=50)


@given(WORDS, ENTITIES, st.integers(1, 40))
def test_no_marks_break_a_message_or_lose_a_word(text: str, entities: list[Any], limit: int) -> None:
    found = runs(text, entities)
    html = as_html(found)
    seen, _ = parse_html(html)
    assert seen == plain(html) == "".join(run.text for run in found)
    if not any(run.text.startswith(" (") for run in found):
        assert seen in ("", text)
    for piece in pieces(html, limit):
        parse_html(piece)
    for message in compose(Reply(str(html)), Destination(7, None, 0)):
        assert len(parse_html(message.payload["text"])[0]) <= TEXT_LIMIT
