"""Which offers words mean: labels without their marks, numbers, several at once."""

import pytest

from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.typed import chosen, nearly, plainly


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Muuta: Tarve", "muuta tarve"),
        ("Avaa: testi", "avaa testi"),
        ("Kyllä, poista kaikki", "kyllä poista kaikki"),
        ("Kyllä, se on idea", "Kyllä se on idea"),
        ("Ändra: Namn på idén", "ändra namn på idén"),
    ],
)
def test_a_label_is_meant_without_the_marks_in_it(label: str, words: str) -> None:
    offers = (Offer("Tillbaka", Action("back")), Offer(label, Action("go", "start")))
    assert chosen(words, offers) == offers[1:]


OFFICE = ("Skicka idén till kontaktpersonen", "Vilken form passar?", "Vad andra har gjort", "Vad som händer sedan")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("skicka", 0),
        ("Skicka iden till kontaktperson", 0),
        ("vilken form passr", 1),
        ("vad an", 2),
        ("vad ", None),
        ("skicka idén till kontaktpersonen och till chefen", None),
        ("form", None),
        ("", None),
    ],
)
def test_the_beginning_of_a_label_and_a_slip_of_the_pen_are_meant_where_only_one_fits(
    words: str, meant: int | None
) -> None:
    offers = tuple(Offer(label, Action("go", label)) for label in OFFICE)
    assert nearly(words, offers) == (None if meant is None else offers[meant])


@pytest.mark.parametrize("words", ["poista", "poista kaikki", "radera"])
def test_what_cannot_be_undone_wants_its_yes(words: str) -> None:
    assert nearly(words, (Offer("Kyllä, poista kaikki", Action("wiped")), Offer("Peruuta", Action("cancel")))) is None


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("ok, skicka då", "skicka"),
        ("fortsätt tack", "fortsätt"),
        ("yes please show it now", "show it"),
        ("jatka sitten", "jatka"),
        ("ok tack", "ok tack"),
        ("ta det nu i lugn och ro", "ta det nu i lugn och ro"),
        ("", ""),
    ],
)
def test_courtesy_is_left_aside_where_it_stands_around_words(words: str, plain: str) -> None:
    assert plainly(words) == plain


def test_a_label_is_meant_with_courtesy_around_it() -> None:
    begin = Offer("Börja", Action("begin"))
    assert nearly("BÖRJA DÅ", (begin, Offer("Avbryt", Action("cancel")))) == begin
