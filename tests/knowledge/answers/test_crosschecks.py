"""What answers say of each other (V12, V15, V18); every one is a remark."""

import pytest

from dialogs.texts import plain
from knowledge.answers import Remark, cross_checks, is_checked, still_wanted
from knowledge.answers.result import Json
from knowledge.language import Language
from tests.knowledge.answers.fields import vasa

COSTS = [{"what": "Lön", "sum": 12000}, {"what": "Hyra", "sum": 6000}]
CHECKED = {field.id for field in vasa().fields if is_checked(field)}
YEAR = {"start": "2027-01-01", "end": "2027-12-31", "dates": []}


@pytest.mark.covers("V15")
def test_a_gap_between_costs_and_money_is_named_as_in_the_transcript() -> None:
    [remark] = cross_checks({"FP07": COSTS, "FP12": [{"year": None, "sum": 12500}]}, vasa(), Language.SV)
    sentence = plain(Language.SV, f"answers.{remark.code}", **remark.values).replace("\u00a0", " ")
    assert sentence.startswith("kostnaderna är 18 000 € per år. 5 500 € saknar källa.")


@pytest.mark.covers("V15")
def test_other_and_own_money_close_the_gap() -> None:
    others = [{"source": "STEA", "sum": 3000, "note": ""}, {"source": "Fond", "sum": None, "note": "sökt"}]
    own = [{"source": "Medlemsavgifter", "sum": 2500, "note": ""}]
    values = {"FP07": COSTS, "FP12": [{"year": 2027, "sum": 12500}], "FP11": others, "GU16": own}
    assert cross_checks(values, vasa(), Language.SV) == ()


@pytest.mark.covers("V15")
def test_asking_for_more_than_it_costs_is_named() -> None:
    others = [{"source": "STEA", "sum": 3000, "note": ""}]
    values = {"FP07": COSTS, "FP12": [{"year": 2027, "sum": 19000}, {"year": 2028, "sum": 20000}], "FP11": others}
    [remark] = cross_checks(values, vasa(), Language.EN)
    assert remark == Remark("funding.over", {"costs": "€18,000", "asked": "€20,000", "gap": "€2,000"})


@pytest.mark.covers("V15")
def test_the_length_of_the_money_against_the_timetable() -> None:
    assert cross_checks({"FP08": YEAR, "FP13": 12}, vasa()) == ()
    assert cross_checks({"FP08": YEAR, "FP13": 24}, vasa()) == (
        Remark("months.differ", {"months": "24", "span": "12"}),
    )


@pytest.mark.covers("V12")
def test_a_measure_for_each_goal() -> None:
    expected = (Remark("measures.count", {"goals": "2", "measures": "1"}),)
    assert cross_checks({"FP05": ["ett mål", "två mål"], "FP06": ["ett mått"]}, vasa()) == expected


@pytest.mark.covers("V18")
def test_the_parts_of_a_pitch() -> None:
    pitch = {
        "who": "",
        "language": "",
        "minutes": [{"what": "", "minutes": 7.5}, {"what": "", "minutes": 3}],
        "needs": "",
    }
    assert cross_checks({"FP17": pitch}, vasa()) == (Remark("pitch.long", {"minutes": "10.5", "most": "10"}),)


class Watched(dict[str, Json]):
    """Answers that note which of them were looked at."""

    def __init__(self, values: dict[str, Json]) -> None:
        super().__init__(values)
        self.seen: set[str] = set()

    def __contains__(self, key: object) -> bool:
        self.seen.add(str(key))
        return super().__contains__(key)

    def get(self, key: str, default: Json = None) -> Json:
        self.seen.add(key)
        return super().get(key, default)


def test_only_the_named_fields_are_looked_at() -> None:
    pitch = {"who": "x", "language": "", "minutes": [], "needs": ""}
    money = {"FP07": COSTS, "FP12": [{"year": None, "sum": 12500}]}
    values = Watched({"FP01": "Onsdagsköket", **money, "FP08": YEAR, "FP13": 12, "FP17": pitch})
    cross_checks(values, vasa())
    assert values.seen == CHECKED


@pytest.mark.parametrize("strange", ["ord", 3, [], ["ord"], {"what": "Hyra"}, {"start": "2027"}, None])
def test_answers_of_another_shape_are_not_compared(strange: Json) -> None:
    good: dict[str, Json] = {"FP07": COSTS, "FP12": [{"year": None, "sum": 12500}], "FP08": YEAR, "FP13": 24}
    assert [item.code for item in cross_checks(good, vasa())] == ["funding.gap", "months.differ"]
    assert cross_checks(dict.fromkeys(CHECKED, strange), vasa()) == ()
    assert [item.code for item in cross_checks({**good, "FP12": strange, "FP11": strange}, vasa())] == ["months.differ"]


@pytest.mark.covers("V15")
def test_the_years_of_the_money_against_the_timetable() -> None:
    two_years = {"start": "2027-03-01", "end": "2028-12-31", "dates": []}
    asked = [{"year": 2026, "sum": 9000}, {"year": 2027, "sum": 9000}]
    assert cross_checks({"FP08": two_years, "FP12": asked}, vasa()) == (
        Remark("yearly.outside", {"years": "2026"}),
        Remark("yearly.without", {"years": "2028"}),
    )
    assert cross_checks({"FP08": two_years, "FP12": [{"year": None, "sum": 9000}]}, vasa()) == ()


@pytest.mark.covers("V19")
@pytest.mark.parametrize(("start", "early"), [("2023-09-19", True), ("2023-09-20", False), ("2027-01-01", False)])
def test_a_start_before_anybody_can_have_decided_is_named(start: str, *, early: bool) -> None:
    period = {"start": start, "end": "2028-12-31", "dates": []}
    assert [remark.code for remark in cross_checks({"FP08": period}, vasa())] == ["period.early"] * early


@pytest.mark.covers("V12", "V24")
def test_what_is_told_but_not_whole_is_named_where_all_of_it_is_seen() -> None:
    assert still_wanted({}, vasa()) == ()
    assert still_wanted({"FP05": ["a", "b"]}, vasa()) == (Remark("measures.wanted", {"goals": "2"}),)
    assert still_wanted({"FP05": ["a"], "FP06": ["Alla är gladare"]}, vasa()) == (
        Remark("measures.vague", {"measure": "Alla är gladare"}),
    )
    loose = ["Vasa församling (lånar ut köket)", "Folkhälsan, har sagt ja"]
    assert still_wanted({"FP14": loose}, vasa()) == (
        Remark("partners.unasked", {"partners": "Vasa församling (lånar ut köket)"}),
        Remark("partners.lead"),
    )
    assert still_wanted({"FP14": ["Folkhälsan leder, har sagt ja"]}, vasa()) == ()
    assert still_wanted({"FP14": []}, vasa()) == ()
