"""A person by name and role."""

import pytest

from tests.knowledge.answers.fields import code, remarks, value


@pytest.mark.parametrize(
    "text",
    [
        "Förnamn Efternamn, kassör",
        "Förnamn Efternamn (kassör)",
        "kassör: Förnamn Efternamn",
        "Förnamn Efternamn kassör",
        "kassör Förnamn Efternamn",
    ],
)
def test_a_person_and_a_role(text: str) -> None:
    assert value("person", text) == {"name": "Förnamn Efternamn", "role": "kassör"}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Puheenjohtaja Liisa Virtanen", "Liisa Virtanen", "Puheenjohtaja"),
        ("pj. Liisa Virtanen", "Liisa Virtanen", "pj"),
        ("vice ordförande Anna Berg", "Anna Berg", "vice ordförande"),
        ("Virtanen", "Virtanen", ""),
    ],
)
def test_a_role_may_stand_first(text: str, name: str, role: str) -> None:
    assert value("person", text) == {"name": name, "role": role}


def test_a_person_without_a_role_is_remarked_on() -> None:
    assert value("person", "Förnamn Efternamn") == {"name": "Förnamn Efternamn", "role": ""}
    assert remarks("person", "Förnamn Efternamn") == ["person.role"]
    assert code("person", "1") == "person.unreadable"
    beside = {"name": "Lisa Berg", "role": "kassör, 040 1234567"}
    assert value("person", "Lisa Berg (kassör) 040 1234567") == beside
