"""Who signs, alone or together."""

import pytest

from tests.knowledge.answers.fields import code, remarks, shown, value


@pytest.mark.parametrize(
    ("text", "count", "roles"),
    [
        ("Två, ordförande och kassör", 2, "ordförande och kassör"),
        ("puheenjohtaja ja sihteeri", 2, "puheenjohtaja ja sihteeri"),
        ("ordföranden", 1, "ordföranden"),
        ("2", 2, ""),
    ],
)
def test_who_signs(text: str, count: int, roles: str) -> None:
    assert value("signatories", text) == {"count": count, "roles": roles}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Firman tecknas av ordföranden och kassören var för sig", 1),
        ("puheenjohtaja ja varapuheenjohtaja kumpikin yksin", 1),
        ("each alone: chair and treasurer", 1),
        ("ordföranden eller kassören", 1),
        ("ordföranden tillsammans med kassören", 2),
        ("två, ordföranden och en styrelsemedlem", 2),
        ("puheenjohtaja yksin tai sihteeri ja rahastonhoitaja yhdessä", None),
        ("ordföranden ensam eller två styrelsemedlemmar tillsammans", None),
        ("ordföranden, sekreteraren och kassören tillsammans", None),
        ("tre styrelsemedlemmar", None),
        ("ordföranden får inte teckna ensam", None),
        ("ordföranden och vid förhinder viceordföranden", None),
        ("puheenjohtaja, tai kaksi hallituksen jäsentä yhdessä", None),
    ],
)
def test_how_many_sign_is_never_guessed_from_the_words(text: str, count: int | None) -> None:
    assert value("signatories", text)["count"] == count
    assert text.removeprefix("två, ") in shown("signatories", text)


def test_who_signs_wants_roles_and_no_names() -> None:
    assert remarks("signatories", "2") == ["signatories.roles"]
    assert code("signatories", "Förnamn") == "signatories.unreadable"
    assert code("signatories", "ordförande, sekreterare") == "signatories.unreadable"
