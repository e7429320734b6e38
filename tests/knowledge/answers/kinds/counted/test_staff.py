"""Paid staff and volunteers."""

import pytest

from tests.knowledge.answers.fields import code, value


@pytest.mark.parametrize(
    ("text", "paid", "volunteers"),
    [
        ("1,5 anställda, 20 frivilliga", 1.5, 20),
        ("20 frivilliga och 2 anställda", 2, 20),
        ("inga anställda, 20 frivilliga", 0, 20),
        ("ei palkattuja, 20 vapaaehtoista", 0, 20),
        ("1.5 paid and 20 volunteers", 1.5, 20),
        ("1,5 / 20", 1.5, 20),
        ("Anställda\t2\nFrivilliga\t20", 2, 20),
        ("Anställda 2\nFrivilliga 20\nTotalt 22", 2, 20),
        ("palkattomia 20, palkattuja 2", 2, 20),
        ("1 kokoaikainen ja 20 vapaaehtoista", 1, 20),
        ("vapaaehtoisia työntekijöitä 20, palkattuja 1", 1, 20),
    ],
)
def test_staff(text: str, paid: float, volunteers: float) -> None:
    assert value("staff", text) == {"paid": paid, "volunteers": volunteers}


def test_half_an_answer_on_staff_is_not_taken() -> None:
    texts = (
        "20 frivilliga", "många", "1 heltid, 2 deltid", "1 kokoaikainen, 2 osa-aikaista", "1 full-time, 2 part-time",
        "2 kockar, 3 städare",
    )  # fmt: skip
    assert [code("staff", text) for text in texts] == ["staff.unreadable"] * len(texts)


def test_a_total_of_people_is_a_check() -> None:
    texts = ("Anställda 2\nFrivilliga 20\nYhteensä 25", "2 anställda, 20 frivilliga, 85 medlemmar")
    assert [code("staff", text) for text in texts] == ["staff.unreadable"] * 2
