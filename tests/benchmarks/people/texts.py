"""What people write in the trials: needs in Swedish and Finnish, each another, and questions about the call.

Needs come from the corpora of the matcher, where volunteers' ways to put things stand; for how long
a need takes it does not matter that something was learned from them. A seed draws them: every build reads the same.
"""

import random
from functools import cache
from pathlib import Path

import msgspec

CORPORA = Path(__file__).parents[3] / "knowledge" / "needs" / "corpora" / "vasa"
LINES = ("sv.*.jsonl", "fi.*.jsonl")
QUESTIONS = (
    "Hur mycket pengar kan man få?",
    "När är sista dagen att söka?",
    "Vem får söka?",
    "Vad händer efter att vi skickat?",
    "Kan vi skriva på finska?",
    "Vem bestämmer?",
)


class Row(msgspec.Struct):
    """As much of a row of a corpus as is wanted here."""

    text: str


def needs(count: int, seed: int = 1) -> list[str]:
    """Return so many different needs of one line."""
    return random.Random(seed).sample(_all(), count)


def long_needs(count: int, letters: int, seed: int = 2) -> list[str]:
    """Return so many different needs of so many characters each, as somebody writes who tells everything at once."""
    chance, found = random.Random(seed), []
    for _ in range(count):
        text = ""
        while len(text) < letters:
            text = f"{text} {chance.choice(_all())}".strip()
        found.append(text[:letters].strip())
    return found


@cache
def _all() -> list[str]:
    decode = msgspec.json.Decoder(Row).decode
    files = sorted(file for pattern in LINES for file in CORPORA.glob(pattern))
    rows = [decode(line) for file in files for line in file.read_bytes().splitlines() if line.strip()]
    return sorted({row.text for row in rows if "\n" not in row.text})
