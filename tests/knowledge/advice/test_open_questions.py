"""Which questions of the advice are still open: those that can change the form, and no other."""

import itertools
from collections.abc import Mapping

import pytest

from knowledge.advice.questions import SOFT, UNKNOWN, YES_NO, options, questions
from knowledge.municipality.pack import Form
from tests.dialogs.advice.an_adviser import ASSOCIATION, PACKS, PARTNERS, adviser, steps, stops


def test_nothing_known_asks_everything_that_can_matter() -> None:
    assert steps("vasa", {}) == (
        *("who", "want", "care", "initiative", "scope", "resources"),
        *("market", "statutory", "municipality_details", "surplus_repaid"),
    )
    assert steps("goteborg", {})[:3] == ("who", "want", "initiative")
    # Whose idea it is, and what both bring, lead to the contact person either way.
    assert steps("vaxjo", {}) == (
        *("who", "want", "shelter", "scope", "market", "statutory", "municipality_details", "surplus_repaid"),
    )


@pytest.mark.covers("O10")
@pytest.mark.parametrize(
    ("pack", "said", "left"),
    [
        ("ostersund", {"who": "company", "want": "money"}, ()),
        ("ostersund", {"who": "company"}, ("want",)),
        ("ostersund", {"who": "wise", "want": "sell"}, ()),
        ("goteborg", {**ASSOCIATION, "want": "ask"}, ()),
        ("vasa", {**ASSOCIATION, "care": "true"}, ()),
        ("vasa", {**PARTNERS, "care": "false"}, ()),
        ("goteborg", {**ASSOCIATION, "statutory": "true"}, ()),
        (
            "goteborg",
            {**ASSOCIATION, "want": "money", "market": "false"},
            ("statutory", "municipality_details", "surplus_repaid"),
        ),
        (
            "goteborg",
            {**ASSOCIATION, "initiative": UNKNOWN, "scope": "specific", "resources": UNKNOWN, "market": "true"},
            (),
        ),
    ],
)
def test_it_stops_as_soon_as_nothing_can_change_the_form(
    pack: str, said: dict[str, str], left: tuple[str, ...]
) -> None:
    assert steps(pack, said) == left


@pytest.mark.parametrize("pack", sorted(PACKS))
def test_settled_means_settled_and_open_means_open(pack: str) -> None:
    """Held against the adviser itself: every completion of what is left, from every asked path of two unknowns less."""
    for said in _partial_answers(pack):
        forms = _forms_of_completions(pack, said)
        assert (steps(pack, said) == ()) is (len(forms) == 1), (said, forms)


def _partial_answers(pack: str) -> list[dict[str, str]]:
    """Answers with three questions left out, from a base of each kind."""
    bases = [
        {**PARTNERS, **dict.fromkeys(stops(pack), "false"), **change}
        for change in (
            {},
            {"want": "money"},
            {"who": "wise"},
            {"who": "informal"},
            {"who": UNKNOWN},
            {"market": UNKNOWN},
            {"initiative": UNKNOWN},
            {"scope": "general"},
            {"resources": "one", "initiative": "municipality"},
            {"statutory": "true"},
        )
    ]
    return [
        {key: value for key, value in base.items() if key not in left}
        for base in bases
        for left in itertools.combinations([key for key in base if key != "who"], 3)
    ]


def _forms_of_completions(pack: str, said: Mapping[str, str]) -> set[Form]:
    missing = [key for key in questions(PACKS[pack]) if key not in said and key not in SOFT]
    choices = [(*options(key, said), UNKNOWN) for key in missing]
    found: set[Form] = set()
    for chosen in itertools.product(*choices):
        found.add(adviser(pack, {**said, **dict(zip(missing, chosen, strict=True))}).form)
        if len(found) > 1:
            break
    return found


def test_soft_questions_never_decide() -> None:
    for pack in PACKS:
        base = {**PARTNERS, **dict.fromkeys(stops(pack), "false")}
        forms = {adviser(pack, {**base, "plan": plan, "long_term": long}).form for plan in YES_NO for long in YES_NO}
        assert forms == {PACKS[pack].partnership}
