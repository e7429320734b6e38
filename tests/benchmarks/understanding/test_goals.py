from knowledge.needs.learn.corpora import Row as Text
from tests.benchmarks.reports.tables import Row
from tests.benchmarks.understanding.asked import DOOR, OURS, SCOPE
from tests.benchmarks.understanding.goals import APART, FOUND, JUDGED, WITHOUT_A_QUESTION, Line, of_distress
from tests.benchmarks.understanding.tried import Said, Tried

NEED, COMPLAINT, DISTRESS = "vi vill träffas", "det är halt på gatan", "jag orkar inte mer"
INNOCENT = "we help those who cannot go on"
ROWS = [
    Text(NEED, "sv", "need", {"vasa": ["lonely", "walks"]}),
    Text(INNOCENT, "en", "need", {"vasa": ["lonely"]}),
    Text(COMPLAINT, "sv", "out_of_scope", {"vasa": []}, "complaint"),
    Text(DISTRESS, "fi", "crisis", {"vasa": []}),
]


def said(scope: str, *topics: str, door: str = "") -> Said:
    return {"vasa": topics, SCOPE: [scope], DOOR: [door] if door else []}


ASKS = Tried(ROWS, [said("unclear", "walks"), said("crisis"), said("unclear", door="complaint"), said("crisis")])
SURE = Tried(ROWS, [said("need", "x", "y", "z", "walks"), said("need", "x", "lonely"), said("need"), said("need")])


def figures(tried: Tried, *lines: Line) -> list[float]:
    return [line.figure(tried) for line in lines]


def test_any_acceptable_label_counts_but_only_of_those_that_are_shown() -> None:
    assert figures(ASKS, *FOUND[:2]) == [0.5, 0.5]
    assert figures(SURE, *FOUND[:2]) == [0.0, 0.5]


def test_who_is_asked_counts_as_missed_where_nothing_is_asked() -> None:
    assert figures(ASKS, *WITHOUT_A_QUESTION[:2]) == [0.0, 0.0]
    assert figures(SURE, *WITHOUT_A_QUESTION[:2]) == [0.0, 0.5]


def test_what_is_no_need_is_seen_or_asked_about_and_needs_are_refused_or_asked_about() -> None:
    assert figures(ASKS, *JUDGED) == [1.0, 0.0, 0.5, 0.5]
    assert figures(SURE, *JUDGED) == [0.0, 0.0, 0.0, 0.0]


def test_distress_is_found_and_its_innocent_neighbours_are_not_taken_for_it() -> None:
    lines = of_distress(frozenset({INNOCENT}))
    assert (figures(ASKS, *lines), figures(SURE, *lines)) == ([1.0, 1.0], [0.0, 0.0])


def test_the_door_is_named_or_not() -> None:
    assert (figures(ASKS, APART[-1]), figures(SURE, APART[-1])) == ([1.0], [0.0])


def test_languages_are_compared_by_first_labels() -> None:
    three = [Text(one, one, "need", {"vasa": ["lonely"]}) for one in ("sv", "fi", "en")]
    tried = Tried(three, [said("need", "lonely"), said("need", "lonely"), said("need", "walks", "lonely")])
    assert tried.behind("vasa") == 1.0


def test_rivals_stand_in_brackets_and_have_no_goal() -> None:
    both = {OURS: ASKS, "BM25": SURE}
    assert JUDGED[0].row(both) == Row(
        "texts that are no need: seen to be none, or asked about", "1.00 (BM25 0.00)", "≥ 0.92", True, 1.0
    )
    assert JUDGED[3].row(both) == Row("needs that are asked about first", "0.50", "≤ 0.07", False, 0.5)
