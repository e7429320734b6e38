"""What is asked before a form is advised: the questions in their order, and the answers that each takes."""

from collections.abc import Mapping

from knowledge.municipality.pack import Pack

UNKNOWN = "unknown"

OF_THE_IDEA = ("initiative", "scope", "resources", "market", "statutory", "municipality_details", "surplus_repaid")

SOFT = ("plan", "long_term")
"""They never decide the form; they are asked from the criteria only."""

YES_NO = ("true", "false")

OPTIONS: Mapping[str, tuple[str, ...]] = {
    "who": ("association", "umbrella", "foundation", "wise", "company", "informal", "private"),
    "want": ("cooperate", "money", "sell", "report", "ask"),
    "initiative": ("own", "municipality"),
    "scope": ("specific", "general"),
    "resources": ("both", "one"),
}

MEANING: Mapping[str, bool | None] = {"true": True, "false": False, UNKNOWN: None}

Said = Mapping[str, str]
"""Answers as they are kept: question to option, `unknown` for "don't know"."""


def questions(pack: Pack) -> tuple[str, ...]:
    """Every question that may be asked, in its order; a topic that decides by itself comes before the idea's own."""
    return ("who", "want", *(stop.topic for stop in pack.stops), *OF_THE_IDEA, *SOFT)


def options(key: str, said: Said) -> tuple[str, ...]:
    """The answers that a question takes, "don't know" aside. Only a private person is asked about help for oneself."""
    own_help = ("self-help",) if key == "want" and said.get("who") == "private" else ()
    return (*OPTIONS.get(key, YES_NO), *own_help)
