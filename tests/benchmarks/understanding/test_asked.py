"""What is asked is by nobody whom anything was learned from, and what a pack says of itself may be learned."""

from collections import Counter

from knowledge.municipality.load import load_packs
from knowledge.needs.learn.corpora import Row
from knowledge.needs.model.linear import OFFICES
from tests.benchmarks.understanding.asked import AUTHORS, BLIND, DEV, DOOR, HANDS, OLD, SCOPE, texts, wanted, written

GIVEN = texts(short=False)


def test_nothing_that_is_asked_is_learned_from() -> None:
    learned = {row.text for row in GIVEN.learned}
    assert [row.text for own in GIVEN.asked.values() for row in own if row.text in learned] == []


def test_whoever_is_asked_wrote_nothing_that_is_learned_from() -> None:
    assert {row.batch for row in GIVEN.asked[AUTHORS]} == OLD | HANDS
    assert {row.batch for row in GIVEN.learned} & (OLD | HANDS) == set()


def test_each_language_and_each_kind_is_asked_of_the_authors_left_out() -> None:
    counted = Counter((row.language, row.kind) for row in GIVEN.asked[AUTHORS])
    assert min(counted[one, kind] for one in ("sv", "fi", "en") for kind in ("need", "out_of_scope", "crisis")) >= 80
    assert sum(row.text in GIVEN.innocent for row in GIVEN.asked[AUTHORS]) >= 100


def test_the_corpora_of_the_tests_are_asked_whole() -> None:
    assert {name: len(GIVEN.asked[name]) for name in (DEV, BLIND)} == {DEV: 180, BLIND: 270}


def test_a_short_run_takes_some_of_each() -> None:
    short = texts(short=True)
    assert 0 < len(short.learned) < len(GIVEN.learned)
    assert all(0 < len(own) < len(GIVEN.asked[name]) for name, own in short.asked.items())


def test_a_text_is_wanted_by_its_labels_its_kind_and_its_door() -> None:
    row = Row("snön är inte plogad", "sv", "out_of_scope", {"vasa": []}, "complaint")
    assert [wanted(row, task) for task in ("vasa", SCOPE, DOOR)] == [[], ["out_of_scope"], ["complaint"]]
    assert wanted(Row("hej", "sv", "out_of_scope", {}), DOOR) == []


def test_a_pack_says_each_topic_and_each_office_in_each_language() -> None:
    packs = load_packs(["ostersund", "vaxjo"])
    themes, offices = written(packs["ostersund"], "ostersund"), written(packs["vaxjo"], OFFICES)
    assert {row.labels["ostersund"][0] for row in themes} == set(packs["ostersund"].catalogue.topics)
    assert {row.labels[OFFICES][0] for row in offices} == {office.id for office in packs["vaxjo"].offices}
    assert {row.language for row in themes} == set(packs["ostersund"].languages)
