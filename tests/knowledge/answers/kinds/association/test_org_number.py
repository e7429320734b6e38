"""The number of an association, in Finland and in Sweden."""

import pytest

from knowledge.answers import Remark, Unclear, Understood
from tests.knowledge.answers.fields import code, reading, vaxjo


@pytest.mark.parametrize("text", ["2077474-0", "20774740", "Y-tunnus 2077474-0", "FO-nummer: 2077474–0", "FI20774740"])
def test_a_finnish_business_id(text: str) -> None:
    assert reading("org-number", text) == Understood({"number": "2077474-0", "country": "FI"})


@pytest.mark.parametrize("text", ["802000-0009", "8020000009", "SE802000000901", "org.nr 802000-0009"])
def test_a_swedish_organisation_number(text: str) -> None:
    assert reading("org-number", text, pack=vaxjo()) == Understood({"number": "802000-0009", "country": "SE"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2077474-1", "org-number.check"),
        ("802000-0008", "org-number.check"),
        ("0000001-0", "org-number.check"),
        ("12345", "org-number.unreadable"),
        ("vi har inget", "text.nothing"),
        ("121212-1212", "org-number.personal"),
        ("19850101-1234", "org-number.personal"),
        ("131052-308T", "org-number.personal"),
    ],
)
def test_what_is_no_number_of_an_organisation(text: str, expected: str) -> None:
    assert code("org-number", text) == expected


def test_a_number_whose_remainder_is_one_was_never_issued() -> None:
    weights = (7, 9, 10, 5, 8, 4, 2)
    bodies = (f"{body:07d}" for body in range(1000000, 1000100))
    never = [b for b in bodies if sum(w * int(d) for w, d in zip(weights, b, strict=True)) % 11 == 1]
    assert {code("org-number", f"{body}-{check}") for body in never for check in range(10)} == {"org-number.never"}


def test_a_personal_number_is_not_repeated() -> None:
    assert reading("org-number", "121212-1212") == Unclear("org-number.personal", {"example": "2077474-0"})


def test_a_company_is_remarked_on() -> None:
    remark = Remark("org-number.other", {"number": "556036-0793"})
    assert reading("org-number", "556036-0793") == Understood({"number": "556036-0793", "country": "SE"}, (remark,))
