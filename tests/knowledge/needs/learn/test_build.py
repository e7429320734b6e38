import pytest

pytest.importorskip("sklearn", reason="the extra `learn` is not installed")

from knowledge.needs.learn.build import learn, topicless_door
from knowledge.needs.learn.corpora import Row
from knowledge.needs.model.load import lexicon_of
from knowledge.needs.reading import read

LABELS = {
    "ensam utan vänner": ("sv", ["exclusion/loneliness"], ["mental-health"], ["welfare"]),
    "lonely without friends": ("en", ["exclusion/loneliness"], ["mental-health"], ["welfare"]),
    "yksin ilman ystäviä": ("fi", ["exclusion/loneliness"], [], ["welfare"]),
    "promenad varje dag": ("sv", ["physical/everyday-exercise"], ["integration"], ["culture-leisure"]),
    "a walk every day": ("en", ["physical/everyday-exercise"], ["integration"], ["culture-leisure"]),
    "kävely joka päivä": ("fi", [], ["integration"], ["culture-leisure"]),
}
NEEDS = [
    Row(text, language, "need", {"vasa": vasa, "ostersund": ostersund, "office": office})
    for text, (language, vasa, ostersund, office) in LABELS.items()
]
NOTHING: dict[str, list[str]] = {"vasa": [], "ostersund": [], "office": []}
OTHERS = [
    Row("hej", "sv", "out_of_scope", NOTHING),
    Row("ny tid hos tandläkaren", "sv", "out_of_scope", NOTHING, "care"),
    Row("jag vill dö", "sv", "crisis", NOTHING),
]
GRANTS = [
    Row("bidrag till bollar", "sv", "need", {"vasa": [], "ostersund": [], "office": ["culture-leisure"]}),
    Row("en man som slår", "sv", "need", {"vasa": [], "ostersund": ["mental-health"], "office": ["welfare"]}),
]


def test_what_is_taught_is_known() -> None:
    lexicon = lexicon_of(learn([*NEEDS, *OTHERS], [("lonely", "sv", "ensam"), ("exercise", "en", "walk")]))
    for row in (row for row in NEEDS if row.labels["vasa"]):
        shares = read(row.text, lexicon).shares(lexicon.model, "vasa")
        assert [max(shares, key=lambda label: shares[label])] == row.labels["vasa"]


def test_the_same_rows_give_the_same_bytes() -> None:
    entries = [("lonely", "sv", "ensam"), ("exercise", "en", "walk")]
    assert learn([*NEEDS, *OTHERS], entries, "tried twice") == learn([*NEEDS, *OTHERS], entries, "tried twice")


def test_the_door_without_topics_is_the_one_whose_needs_most_often_fit_none() -> None:
    assert topicless_door([*NEEDS, *OTHERS, *GRANTS]) == "culture-leisure"
