"""A name that no list holds is a person's where it is told of one; groups, bodies and first words are none."""

import pytest

from knowledge.guard.rare_names import unknown_names
from knowledge.guard.words import ILLNESS


def seen(text: str) -> list[str]:
    return [text[start:end] for trouble in ILLNESS.finditer(text) for start, end in unknown_names(text, trouble)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vi vet att Kvistlund har cancer", ["Kvistlund har cancer"]),
        ("Vi vet att Zebedeus Kvistlund har cancer", ["Zebedeus Kvistlund har cancer"]),
        ("Marthaförbundet har cancer som tema", []),
        ("Vi vet att Kvistlundsföreningen har cancergrupp", []),
        ("Många i byn har cancer", []),
        ("Cancer är vanligt", []),
    ],
)
def test_an_unknown_name_before_an_illness_is_seen(text: str, words: list[str]) -> None:
    assert seen(text) == words
