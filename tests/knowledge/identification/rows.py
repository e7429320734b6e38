"""The short texts of this folder with their labels, and whether the model of many languages is installed."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.identification import others

FOLDER = Path(__file__).parent
NEIGHBOURS = frozenset(("nb", "nn", "da", "is", "fo", "et", "se"))
OURS = frozenset(("sv", "fi", "en"))
with_model = pytest.mark.skipif(not others.is_known(), reason="the model of many languages is not installed")


def rows(name: str) -> Iterator[tuple[str, str]]:
    """Each label with its text."""
    for line in (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            label, text = line.split("\t")
            yield label, text


def group(label: str, text: str) -> str:
    """What kind of text a row is: ours, mixed, none, in letters of its own, a neighbour, or another language."""
    if label in OURS:
        return "ours"
    if label == "-":
        return "none"
    if "+" in label:
        return "mixed"
    if any(sign.isalpha() and not unicodedata.name(sign).startswith("LATIN") for sign in text):
        return "letters"
    return "neighbour" if label in NEIGHBOURS else "other"
