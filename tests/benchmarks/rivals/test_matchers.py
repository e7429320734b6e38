import pytest

pytest.importorskip("sklearn", reason="the extra `learn` is not installed")

import numpy as np
from rapidfuzz import fuzz

from knowledge.needs.encoder.load import load_encoder
from knowledge.needs.learn.corpora import Row
from knowledge.needs.learn.meanings import vectors_of
from tests.benchmarks.rivals.matchers import Matcher, bm25, encoder_alone, encoder_near, fuzzy, tfidf

SAYINGS = {
    "lonely": ("de äldre sitter ensamma hemma", "ensamma människor utan vänner", "ingen hälsar på de ensamma äldre"),
    "walks": ("vi går ut i skogen varje söndag", "promenader i skogen med stavar", "alla går en promenad i skogen"),
}
LEARNED = [Row(text, "sv", "need", {"vasa": [topic]}) for topic, own in SAYINGS.items() for text in own]
ASKED = [Row("ensamma äldre hemma", "sv", "need", {}), Row("en promenad i skogen", "sv", "need", {})]


def vectors(rows: list[Row]) -> "np.ndarray":
    return vectors_of(rows, load_encoder())


@pytest.mark.parametrize(
    "matcher",
    [fuzzy(fuzz.WRatio), fuzzy(fuzz.token_set_ratio), bm25, tfidf, encoder_alone(vectors), encoder_near(vectors)],
    ids=["WRatio", "token set", "BM25", "TF-IDF", "encoder", "nearest middle"],
)
def test_what_is_plainly_alike_is_found(matcher: Matcher) -> None:
    assert [said["vasa"][0] for said in matcher(LEARNED, ASKED, ["vasa"])] == ["lonely", "walks"]


def test_where_no_word_is_shared_nothing_is_named() -> None:
    assert bm25(LEARNED, [Row("kissa", "fi", "need", {})], ["vasa"]) == [{"vasa": [""]}]
