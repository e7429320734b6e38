"""Which offers words mean: labels without their marks, numbers, several at once."""

import pytest

from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.typed import chosen


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
