"""Nothing leaves its box: where a long string is broken, and what a page looks like that is full of them."""

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.documents.breaks import MARK, SOFT_HYPHEN, breakable
from bot.documents.render import render
from dialogs.records.proposal import Proposal
from knowledge.language import Language
from tests.bot.documents.papers import a_proposal, vasa

pytestmark = pytest.mark.slow

MARGINS = (76, 595.3 - 76)
"""In points: 27 mm from each side of A4, less half a point for rounding."""

ADDRESS = "info.och.mycket.mer@en-mycket-lang-adress.exempelforeningen.example.fi"
COMPOUND = "epäjärjestelmällistyttämättömyydelläänsäkäänköhän"
WORDS = st.text("abcdeghiklmnoprstuåäö", min_size=30, max_size=200)
SIGNS = st.text("aAdD019-.@/_?=&%абвгде漢字", min_size=30, max_size=200)
"""Of one direction: poppler draws one box around a word that turns and is broken over two lines, wherever it stands."""
BOX = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')

Box = tuple[float, float, float, float]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (ADDRESS, "info.|och.|mycket.|mer@|en-|mycket-|lang-|adress.|exempelforeningen.|example.|fi"),
        ("https://exempel.fi/a?b=1234567890", "https://|exempel.|fi/|a?|b=|1234567890"),
        ("1" * 40, "|".join(("1" * 18, "1" * 18, "1111"))),
        (COMPOUND, COMPOUND),
        ("a" * 25, "~".join(("a" * 10, "a" * 10, "aaaaa"))),
        ("бюджетнообразовательное", "бюд~жет~нооб~ра~зо~ва~тель~ное"),
        ("我们每周三一起做饭" * 4, "我们每周三一起做饭" * 4),
        (f"två{MARK}delar i en vanlig rad", "tvådelar i en vanlig rad"),
    ],
)
def test_addresses_break_after_their_signs_and_words_are_left_to_the_patterns(text: str, broken: str) -> None:
    assert breakable(text) == broken.replace("|", MARK).replace("~", SOFT_HYPHEN)


@given(st.text())
def test_nothing_is_lost_or_added_but_the_places(text: str) -> None:
    marks = str.maketrans(dict.fromkeys(MARK + SOFT_HYPHEN, ""))
    assert breakable(text).translate(marks) == text.translate(marks)


@pytest.mark.parametrize("language", list(Language))
def test_long_words_and_addresses_stay_in_their_cells(tmp_path: Path, language: Language) -> None:
    said = {
        "GU06": ADDRESS,
        "GU14": f"{COMPOUND} {COMPOUND}",
        "FP01": COMPOUND,
        "FP05": f"{COMPOUND}\n{'a' * 60}",
        "FP06": f"{COMPOUND} 1 viikko\nhttps://exempel.fi/{'en/lang/sokvag/' * 10}?a={'1' * 60}",
        "FP07": f"{COMPOUND * 2} 14 400\nHyra 3 600",
        "FP11": f"{COMPOUND} 2 000, {'x' * 60}",
    }
    assert strays(tmp_path, a_proposal(Language.SV, **said), language) == []


@given(words=st.lists(WORDS | SIGNS, min_size=6, max_size=6))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_leaves_its_box_whatever_is_written(tmp_path: Path, words: list[str]) -> None:
    one, two, three, four, five, six = words
    said = {"FP01": one, "FP02": f"{two} {three}", "FP05": four, "FP06": five, "FP07": f"{six} 14 400", "FP12": one}
    assert strays(tmp_path, a_proposal(**said), Language.SV) == []


def strays(folder: Path, proposal: Proposal, language: Language) -> list[object]:
    """Return the boxes of words that leave the margins, and the pairs that lie over one another."""
    found: list[object] = []
    for _, content in render(proposal, vasa(), language)[::2]:
        for page in boxes(folder, content):
            found += [box for box in page if box[0] < MARGINS[0] or box[2] > MARGINS[1]]
            found += [(one, two) for place, one in enumerate(page) for two in page[place + 1 :] if overlap(one, two)]
    return found


def boxes(folder: Path, content: bytes) -> list[list[Box]]:
    """Return the boxes of the words on each page, in points."""
    (folder / "paper.pdf").write_bytes(content)
    told = subprocess.run(
        ["pdftotext", "-bbox", str(folder / "paper.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    return [
        [(float(a), float(b), float(c), float(d)) for a, b, c, d, _ in BOX.findall(page)]
        for page in told.split("<page ")[1:]
    ]


def overlap(one: Box, other: Box) -> bool:
    """Tell whether two words lie over one another; lines of different scripts may touch."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1 and down > 0.5 * min(one[3] - one[1], other[3] - other[1])
